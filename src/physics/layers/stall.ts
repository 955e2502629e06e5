import { steepest } from '../networks/activations.ts';
import type { Instant } from '../observables/types.ts';
import { isLayered, LayersInMotion } from './motion.ts';

/** σ′ of a saturated unit, as a part of the steepest σ′ that its activation has: tanh beyond |h| = 0.95. */
export const FLAT = 0.1;
/** Values of units that are alike differ by no more than this part of the largest of them. */
export const ALIKE = 1e-6;
/** Part of a layer from which on it is told. */
export const MANY = 0.5;
/** |∂C| |W|, |W| being 1 at least, over the scale of the cost under which a point counts as stationary, and cost over it that is as good as none. */
export const STILL = 1e-6;
/** Gradient of the first layer over that of the last under which it hardly learns. */
export const FAINT = 1e-3;

/** Weights, and units, of one layer; the last one's are the outputs. */
export interface LayerStall {
  /** |∂C/∂W| of its weights and biases, all samples. */
  readonly gradient: number;
  readonly units: number;
  /** Units whose |σ′|, on average over the samples, is under FLAT times its steepest, dead ones apart. */
  readonly saturated: number;
  /** Units with σ′ = 0 at every sample: a relu below zero on all of them hears nothing and learns nothing. */
  readonly dead: number;
  /**
   * Two units or more, not all dead, and at every sample all have the same value and the same δ = ∂C/∂z to ALIKE: what
   * hears and what tells the same gets the same gradient. Units of one value that are told otherwise part at once.
   */
  readonly alike: boolean;
}

/** Why training stalls, in the order in which it is asked; `none` of them: it learns. */
export type StallReason =
  'unstable' | 'learned' | 'alike' | 'dead' | 'saturated' | 'stationary' | 'faint' | 'none';

export interface Stall {
  readonly layers: readonly LayerStall[];
  /** |∂C/∂W| of all. */
  readonly gradient: number;
  readonly cost: number;
  readonly reason: StallReason;
  /** Layer that the reason is about, counted from 1; 0: the whole. */
  readonly layer: number;
}

/**
 * The first reason that holds:
 *    unstable    the run's step is beyond its bound (of textbook descent ηΔtλ > 2)
 *    learned     C ≤ STILL · scale, scale = Σ Y² or C, whichever is more
 *    alike       all units of a hidden layer have one value and one δ: their gradients are one, and cannot part them
 *    dead        of a hidden layer's units at least MANY are dead
 *    saturated   of a hidden layer's units at least MANY are saturated
 *    stationary  |∂C| max(|W|, 1) ≤ STILL · scale: a minimum, or a saddle
 *    faint       |∂C| of the first layer under FAINT times that of the last
 *  @param unstable  whether the step is beyond its bound
 */
export function reasonOf(
  layers: readonly LayerStall[],
  whole: {
    readonly gradient: number;
    readonly size: number;
    readonly cost: number;
    readonly scale: number;
    readonly unstable: boolean;
  },
): Pick<Stall, 'reason' | 'layer'> {
  const { gradient, size, cost, scale, unstable } = whole;
  if (unstable) return { reason: 'unstable', layer: 0 };
  if (cost <= STILL * scale) return { reason: 'learned', layer: 0 };
  const hidden = layers.slice(0, -1);
  const first = (holds: (layer: LayerStall) => boolean): number => hidden.findIndex(holds) + 1;
  const found = {
    alike: first(({ alike }) => alike),
    dead: first(({ dead, units }) => dead >= MANY * units),
    saturated: first(({ saturated, units }) => saturated >= MANY * units),
  };
  for (const reason of ['alike', 'dead', 'saturated'] as const) {
    if (found[reason] > 0) return { reason, layer: found[reason] };
  }
  if (gradient * Math.max(size, 1) <= STILL * scale) return { reason: 'stationary', layer: 0 };
  const last = layers[layers.length - 1].gradient;
  if (layers.length > 1 && layers[0].gradient < FAINT * last) return { reason: 'faint', layer: 1 };
  return { reason: 'none', layer: 0 };
}

function widen(spread: { apart: number; most: number }, one: number, first: number): void {
  spread.apart = Math.max(spread.apart, Math.abs(one - first));
  spread.most = Math.max(spread.most, Math.abs(one));
}

/**
 * How the layers of a network stand to learning, where the weights are now, over all training samples: gradient, saturation
 * and dead units of each, and the first reason why it stalls. **exact** as defined above.
 *  @param unstable  whether the run's step is beyond its bound
 *  @returns null where the system is not seen layer by layer
 *  Cost O(P·samples).
 */
export function stallOf({ system, weights, stiffness }: Instant, unstable: boolean): Stall | null {
  if (!isLayered(system)) return null;
  const motion = new LayersInMotion(system);
  const { chain, laws, levels } = motion;
  const { sampleCount: L, weightCount: P } = system;
  const still = new Float64Array(P);
  const slopes = chain.layers.map(({ rows }) => new Float64Array(rows));
  /** By layer: how far units are apart, and how far from 0, in value and in δ. */
  const spreads = laws.map(() => [
    { apart: 0, most: 0 },
    { apart: 0, most: 0 },
  ]);
  for (let sample = 0; sample < L; sample++) {
    motion.follow(weights, still, sample);
    motion.goBack(weights, sample, 1);
    slopes.forEach((sums, m) => {
      const { slope, value, back } = levels[m + 1];
      const [values, deltas] = spreads[m];
      for (let i = 0; i < sums.length; i++) {
        sums[i] += Math.abs(slope[i]) / L;
        widen(values, value[i], value[0]);
        widen(deltas, back[i] * slope[i], back[0] * slope[0]);
      }
    });
  }
  system.force.gradient(weights, null, stiffness, still);
  /** Σ x² of some of them. */
  const squares = (of: ArrayLike<number>, at: Iterable<number>): number => {
    let sum = 0;
    for (const n of at) sum += of[n] * of[n];
    return sum;
  };
  const layers = chain.layers.map(({ rows, weights: own, biases }, m): LayerStall => {
    const flat = FLAT * steepest(laws[m].activation);
    const dead = slopes[m].filter((slope) => slope === 0).length;
    return {
      gradient: Math.sqrt(squares(still, own) + squares(still, biases)),
      units: rows,
      saturated: slopes[m].filter((slope) => slope > 0 && slope < flat).length,
      dead,
      alike: rows > 1 && dead < rows && spreads[m].every(({ apart, most }) => apart <= ALIKE * most),
    };
  });
  const { targets } = system.layers.data;
  const cost = system.cost(weights, null, stiffness);
  const whole = {
    gradient: Math.sqrt(squares(still, still.keys())),
    size: Math.sqrt(squares(weights, weights.keys())),
    cost,
    scale: Math.max(cost, squares(targets, targets.keys())),
    unstable,
  };
  return { layers, gradient: whole.gradient, cost, ...reasonOf(layers, whole) };
}
