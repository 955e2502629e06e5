import type { ExpansionPart } from '../types.ts';
import { deSitter } from './deSitter.ts';
import { flat } from './flat.ts';
import { powerLaw } from './powerLaw.ts';

export { commonExpansionParameters } from './common.ts';

/**
 * Histories of the expansion by kind; the first is the default. The contract tests run over this list.
 * Later issues add `fluid`, `radiation`, `matter`, `nesterov`, `milne`, `kination`, and the schedules
 * `cosine`, `exponential`, `inverse`, `warmup`, `step`, `table`.
 */
export const expansions = {
  'de-sitter': deSitter,
  flat,
  'power-law': powerLaw,
} as const satisfies Readonly<Record<string, ExpansionPart>>;

export type ExpansionKind = keyof typeof expansions;

export const expansionKinds = Object.keys(expansions) as readonly ExpansionKind[];
