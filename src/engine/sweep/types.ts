import type { Json } from '../../scenario/plain.ts';
import type { RunDocument } from '../../scenario/types.ts';

/** One direction of a sweep: a declared parameter, or `seed`, and every value that it takes. */
export interface SweepAxis {
  /** 'expansion.gamma', 'noise.temperature', 'seed'. */
  readonly path: string;
  readonly values: readonly Json[];
  /** How a range is laid out, and how the axis is drawn. */
  readonly scale: 'linear' | 'log';
  /** The range that the values are of, where they were not listed. */
  readonly range?: { readonly from: number; readonly to: number };
}

/** Where every run ends: at a time, or after a number of steps. */
export type SweepEnd = { readonly until: number | null } | { readonly steps: number };

/** A family of runs: one scenario, with every combination of the values of its axes. */
export interface Sweep {
  readonly title: string;
  /** The run that is varied, with its edits; without further tracks. */
  readonly run: RunDocument;
  /** The last one varies fastest. */
  readonly axes: readonly SweepAxis[];
  readonly end: SweepEnd;
  /** Observations whose value at the end is a column. */
  readonly observe: readonly string[];
}

/** What a row knows of its point. */
interface Placed {
  readonly version: 1;
  /** 64 bits of the sweep that it belongs to, `sweepHash`. */
  readonly sweep: string;
  /** From 0; the last axis varies fastest. */
  readonly point: number;
  /** By path. */
  readonly values: Readonly<Record<string, Json>>;
}

/** A run that came to its end. Numbers that are not finite are null, as JSON has it. */
export interface DoneRow extends Placed {
  readonly state: 'done';
  readonly t: number;
  readonly step: number;
  /** The clock's step at the end. */
  readonly dt: number;
  /** Name of the kernels that ran it: with others its bits may differ (kernels/index.ts). Left out by older versions. */
  readonly kernel?: string;
  readonly cost: number | null;
  readonly batchCost: number | null;
  readonly kinetic: number | null;
  readonly gamma: number | null;
  readonly logScaleFactor: number | null;
  /** Of the clock, at the end; null where nothing bounds it. Where dt is larger the run is not to be trusted. */
  readonly largestStableStep: number | null;
  readonly observables: Readonly<Record<string, unknown>>;
}

/** A run that blew up: where, and why. What it measured there means nothing and is left out. */
export interface BlownRow extends Placed {
  readonly state: 'blow-up';
  readonly t: number;
  readonly step: number;
  readonly dt: number;
  readonly kernel?: string;
  readonly gamma: number | null;
  /** How often it had outgrown its start; null where numbers stopped being finite. */
  readonly growth: number | null;
  readonly largestStableStep: number | null;
}

/** A point that is no run: what does not fit, or what went wrong. */
export interface FailedRow extends Placed {
  readonly state: 'failed';
  /** Place, value and what was expected, in one line. */
  readonly reason: string;
}

export type SweepRow = DoneRow | BlownRow | FailedRow;
