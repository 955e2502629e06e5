import { fields } from './fields/index.ts';
import { networks } from './networks/index.ts';
import type { SystemPart } from './types.ts';

/** Every system that a scenario can name, by its kind: its declaration with its equations. */
export const systems = { ...networks, ...fields } as const satisfies Readonly<Record<string, SystemPart>>;

export type SystemKind = keyof typeof systems;
