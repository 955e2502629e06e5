import type { Kernels } from '../../kernels/types.ts';
import type { RunDocument } from '../../scenario/types.ts';

/**
 * How a figure stands to what is expected of it. `last-bits`: a trajectory whose numbers agree but whose bits do not, so
 * that the claim "the same bits everywhere" fails here and nothing else does.
 */
export type Verdict = 'ok' | 'last-bits' | 'failed';

/** One measured figure beside what it has to be: |measured − expected| ≤ tolerance. */
export interface Finding {
  /** What was measured: a part's kind with its choices, or a scenario's id. */
  readonly subject: string;
  readonly measured: number;
  readonly expected: number;
  readonly tolerance: number;
  readonly verdict: Verdict;
}

/** Measures one figure, or a few that come out of one run. */
export interface Trial {
  /** What is at work while it is measured. */
  readonly subject: string;
  readonly measure: () => Finding | readonly Finding[];
}

/** A shipped scenario as it is opened. */
export interface ShippedDocument {
  readonly id: string;
  readonly document: RunDocument;
}

/** What checks are given; they make everything else themselves. */
export interface Materials {
  readonly kernels: Kernels;
  readonly shipped: readonly ShippedDocument[];
}

/**
 * A law that holds for every entry of a registry. Texts are English, their messages' ids are
 * `verify.check.<id>.label` and so on, as of all declarations.
 */
export interface Check {
  readonly id: string;
  readonly label: string;
  /** The law, and how it is measured, in one sentence. */
  readonly help: string;
  /** Unit of the figures; empty: a pure number. */
  readonly unit?: string;
  /** Its trials, in order; deterministic. */
  readonly trials: (materials: Materials) => readonly Trial[];
}

/** A figure beside what it has to be; what is not a number has failed. */
export function compare(subject: string, measured: number, expected: number, tolerance: number): Finding {
  const ok = Math.abs(measured - expected) <= tolerance;
  return { subject, measured, expected, tolerance, verdict: ok ? 'ok' : 'failed' };
}

/** An error, which has to be at most its tolerance. */
export function bounded(subject: string, measured: number, tolerance: number): Finding {
  return compare(subject, measured, 0, tolerance);
}
