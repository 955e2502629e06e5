import { fieldDeclarations } from './fields/declarations.ts';
import { networkDeclarations } from './networks/declarations.ts';
import type { SystemDeclaration } from './types.ts';

/**
 * Every system that a scenario can name, by its kind, as the page knows it: no kernel, no solver and no
 * coupling hangs on this list. `systems` has the same kinds with their equations.
 */
export const systemDeclarations = {
  ...networkDeclarations,
  ...fieldDeclarations,
} as const satisfies Readonly<Record<string, SystemDeclaration>>;

export type SystemKind = keyof typeof systemDeclarations;
