import { isHeld, kineticBias } from '../../../physics/observables/thermometers.ts';
import { observation } from '../types.ts';
import { Thermometer } from './thermometer.ts';

/** Mean of each mode or weight, and its standard error; NaN where nothing can be told yet. */
export interface Readings {
  readonly mean: Float64Array;
  readonly error: Float64Array;
}

export interface Reading {
  readonly mean: number;
  readonly error: number;
}

/** What thermometers on a run read, since it last was disturbed. */
export interface Temperatures {
  /** T of its bath; null where none is at work: what is read then is no temperature. */
  readonly temperature: number | null;
  /** Whether its method has a bath, which without friction is not at work. */
  readonly bath: boolean;
  /** Samples at work in a step are drawn or change in turn: that shakes it, too. */
  readonly shaken: boolean;
  /** Time since which it was left alone: start, or last edit, or where the measurement began. */
  readonly since: number;
  /** When the soonest thermometer has forgotten that; Infinity: never. */
  readonly ready: number;
  /** Blocks of equal length that the averages are of, in time. */
  readonly blocks: number;
  readonly blockTime: number;
  /** λ_k of the modes, ascending; null: thermometers stand on single weights. */
  readonly lambda: Float64Array | null;
  /** ⟨(u_k·V)²⟩, or ⟨V_n²⟩ of each weight, empty where they are too many; null without inertia. */
  readonly kinetic: Readings | null;
  /** What it reads in a bath of T at this step: T(1 − h²λ/4), of a weight with λ = ∂²C/∂W_n²; null where that is not known. */
  readonly expected: Float64Array | null;
  /**
   * λ_k ⟨(u_k·(W − W*))²⟩, NaN in modes without curvature, or ⟨(W − W*)_n ∂C/∂W_n⟩ of each weight, empty where they are too
   * many; null, and `without` says why.
   */
  readonly configurational: Readings | null;
  /** Why position has no thermometers: nothing is known of it in a bath where the cost is not quadratic, or changes. */
  readonly without: 'not-quadratic' | 'redshift' | 'modes' | null;
  /** The same, averaged over all modes or weights. */
  readonly meanKinetic: Reading | null;
  readonly meanConfigurational: Reading | null;
  /** ⟨C − C0⟩ beside (T/2) rank H; null where the cost is not quadratic. */
  readonly excess: (Reading & { readonly expected: number | null }) | null;
  /** All weights at all times that count, from `since` on, and the density of the Gibbs measure as a curve. */
  readonly histogram: {
    readonly since: number;
    readonly edges: Float64Array;
    readonly density: Float64Array;
    readonly curve: { readonly x: Float64Array; readonly y: Float64Array };
  } | null;
  /** Energy that the bath's noise gave since t0. */
  readonly heat: number | null;
}

/**
 * Thermometers on a run: kinetic and configurational ones on every mode of a quadratic cost of up to 256 weights, else
 * kinetic ones on every weight (up to 512; beyond that their average alone), beside them configurational ones where the
 * lattice is uniform; with standard errors from the run's own
 * integrated autocorrelation times (physics/math/statistics.ts). What a start or an edit left is let pass first: five of
 * each mode's own relaxation times, ten times 1/γ for velocities.
 *  **exact** expectations for quadratic costs in a bath, at any step (physics.md 4.2); of drawn samples there are none:
 *  their noise is no temperature, and their readings differ from mode to mode.
 */
export const temperature = observation({
  id: 'temperature',
  parameters: {
    track: { type: 'count', default: 0, help: 'Which of the runs, by its place; 0 is the main one.' },
  },
  shape:
    '{ temperature, bath, shaken, since, ready, blocks, blockTime, lambda: [P], kinetic: { mean, error }, expected: [P], configurational: { mean, error }, without, meanKinetic, meanConfigurational, excess, histogram, heat }, null where there is no such run',
  cadence: 'step',
  intervalMs: 400,
  create({ track: index }, { simulation }) {
    if (index >= simulation.tracks.length) return { read: (): Temperatures | null => null };
    const thermometer = new Thermometer(simulation, index);
    const track = simulation.tracks[index];
    return {
      next: () => thermometer.next(),
      keep: () => thermometer.keep(),
      truncate: () => thermometer.clear(),
      read(): Temperatures | null {
        const { dt } = simulation;
        const { modes, points } = thermometer;
        const bath = track.heat !== null;
        const T =
          bath && track.expansion.gamma(simulation.time) > 0 ? track.scenario.noise.temperature : null;
        const shaken = track.batchAtWork !== null;
        // What samples add to a bath is in no formula.
        const exact = shaken ? null : T;
        const all = thermometer.read(exact);
        const { system } = track;
        const largest = modes === null ? NaN : modes.values[modes.values.length - 1];
        const rank =
          modes === null
            ? system.weightCount
            : modes.values.filter((lambda) => isHeld(lambda, largest)).length;
        const excess =
          all.excess === null
            ? null
            : { ...all.excess, expected: exact === null ? null : (exact / 2) * rank };
        // Of a weight Σ_k u_kn² λ_k stands for λ, the diagonal of H. **exact**
        const curvatures =
          modes?.values ?? (points && new Float64Array(system.weightCount).fill(points.diagonal));
        const expected =
          exact === null || curvatures === null
            ? null
            : curvatures.map((lambda) => exact * kineticBias(Math.max(lambda, 0), dt));
        const without =
          all.configurational !== null
            ? null
            : system.gradientEnergy !== undefined
              ? 'redshift'
              : system.couplings(null) === null
                ? 'not-quadratic'
                : 'modes';
        return {
          ...all,
          temperature: T,
          bath,
          shaken,
          without,
          lambda: modes === null ? null : modes.values.slice(),
          expected,
          excess,
          heat: track.heat,
        };
      },
    };
  },
});
