import type { Scenario } from '../../scenario/types.ts';

/** Networks of a scenario's kind at their random start, over widths. */
export interface Ensemble {
  readonly scenario: Scenario;
  /** The input that all of them see. */
  readonly input: readonly number[];
  /** Neurons of every hidden layer. */
  readonly widths: readonly number[];
  /** Independent parts of each width. */
  readonly parts: number;
  /** Standard deviation of the output of an infinitely wide one: the unit of the histogram. */
  readonly scale: number;
  /** Time that one network of every part is trained for, to see its kernel move; 0: none. */
  readonly trained: number;
}

/** Sums over the networks of one part of one width. */
export interface EnsemblePart {
  readonly width: number;
  readonly part: number;
  readonly networks: number;
  /** Of the output: Σ z², Σ z⁴. */
  readonly z2: number;
  readonly z4: number;
  /** Of its variance given the last hidden layer: Σ K, Σ K². */
  readonly k1: number;
  readonly k2: number;
  /** Of the tangent kernel of the input with itself: Σ Θ, Σ Θ². */
  readonly t1: number;
  readonly t2: number;
  /** ‖Θ_t − Θ_0‖/‖Θ_0‖ on the training inputs, of the one that was trained; null: none was, or it blew up. */
  readonly drift: number | null;
  /** Outputs in bins of `BIN` deviations, from −`BINS`/2 bins on; those beyond are counted in the last ones. */
  readonly bins: readonly number[];
}

/** Bins of the histogram and their width in deviations: −4 to 4. */
export const BINS = 32;
export const BIN = 0.25;
