import type { ExpansionPart } from '../types.ts';
import { deSitter } from './deSitter.ts';
import { flat } from './flat.ts';
import { fluid, kination, matter, milne, nesterov, radiation } from './fluids.ts';
import { step, table, warmup } from './piecewise.ts';
import { powerLaw } from './powerLaw.ts';
import { cosine, exponential, inverse } from './schedules.ts';

export { commonExpansionParameters } from './common.ts';

/** Histories of the expansion by kind; the first is the default. The contract tests run over this list. */
export const expansions = {
  'de-sitter': deSitter,
  flat,
  'power-law': powerLaw,
  fluid,
  radiation,
  matter,
  nesterov,
  milne,
  kination,
  cosine,
  exponential,
  inverse,
  warmup,
  step,
  table,
} as const satisfies Readonly<Record<string, ExpansionPart>>;

export type ExpansionKind = keyof typeof expansions;

export const expansionKinds = Object.keys(expansions) as readonly ExpansionKind[];
