import type { BatchPart } from '../types.ts';
import { mini, single } from './drawn.ts';
import { full } from './full.ts';
import { sequence } from './sequence.ts';

/** Every way to choose the samples of a step, by its kind. */
export const batches = { full, single, mini, sequence } as const satisfies Record<string, BatchPart>;
