import { fields } from './fields/index.ts';
import { networks } from './networks/index.ts';
import type { SystemKind } from './systemDeclarations.ts';
import type { SystemPart } from './types.ts';

export type { SystemKind };

/** Every system with its equations, by its kind: for the engine. */
export const systems = { ...networks, ...fields } as const satisfies Readonly<Record<SystemKind, SystemPart>>;
