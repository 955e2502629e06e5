import { fields } from './fields/index.ts';
import { networks } from './networks/index.ts';
import type { SystemPart } from './types.ts';

/** Every system that a scenario can name, by its kind. */
export const systems = { ...networks, ...fields } as const satisfies Record<string, SystemPart>;

export type SystemKind = keyof typeof systems;
