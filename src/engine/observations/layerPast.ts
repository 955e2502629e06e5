import { decompose, type Obstacle } from '../../physics/layers/decomposition.ts';
import { layerEnergies, layerWork } from '../../physics/layers/energies.ts';
import { TERMS } from '../../physics/layers/lagrangian.ts';
import type { Simulation } from '../simulation.ts';
import { joined, pastObserver, pastParameters } from './rowTape.ts';
import { observation } from './types.ts';

/** Multiplications of one row at most: some ten milliseconds. */
const MOST_WORK = 1e7;

/** L in bulk and boundary, and the energies of the layers, step by step up to the present. */
export interface LayerPast {
  /** Why L is not split; null where it is. */
  readonly obstacle: Obstacle | null;
  /** M. */
  readonly depth: number;
  /** Steps between rows, a power of two. */
  readonly spacing: number;
  /** Whether no row is missing. */
  readonly complete: boolean;
  /** [rows] the last one is the present. */
  readonly steps: Float64Array;
  readonly times: Float64Array;
  /** [rows × 7] terms of L in the order of physics/layers/lagrangian.ts, and [rows] L and the largest |Σ terms − L|/|term|. */
  readonly terms: Float64Array;
  readonly lagrangian: Float64Array;
  readonly residual: Float64Array;
  /** [rows × M], [rows × (M + 1)], [rows × M], [rows × M], [rows]. */
  readonly kinetic: Float64Array;
  readonly flux: Float64Array;
  readonly rate: Float64Array;
  readonly friction: Float64Array;
  readonly continuity: Float64Array;
  /** [rows] the sample at work; −1 where there are more. */
  readonly samples: Int32Array;
}

const NO_TERMS = new Float64Array(TERMS).fill(NaN);

function rowOf(simulation: Simulation) {
  const instant = simulation.instant();
  const energies = layerEnergies(instant);
  if (energies === null) return null;
  const found = decompose(instant);
  const none = typeof found === 'string';
  const { batch } = instant;
  return {
    time: simulation.time,
    obstacle: none ? found : null,
    terms: none ? NO_TERMS : found.terms,
    lagrangian: none ? NaN : found.lagrangian,
    mismatch: none ? NaN : found.residual,
    energies,
    sample: batch?.length === 1 ? batch[0] : -1,
  };
}
type Row = NonNullable<ReturnType<typeof rowOf>>;

/** The past of L in bulk and boundary, and of what the layers hold; null where there are no layers, or too many. **exact** */
export const layerPast = observation({
  id: 'layer-past',
  parameters: pastParameters,
  shape:
    '{ obstacle, depth, spacing, complete, steps, times, terms [rows × 7], lagrangian, residual, kinetic [rows × M], flux [rows × (M + 1)], rate, friction [rows × M], continuity, samples }',
  cadence: 'step',
  intervalMs: 100,
  create(window, run) {
    const instant = run.simulation.instant();
    if (instant.system.layers === undefined || layerWork(instant) > MOST_WORK) return { read: () => null };
    const at = (simulation: Simulation): Row => rowOf(simulation) as Row;
    return pastObserver(run, window, at, ({ rows, ...past }): LayerPast | null => {
      const now = rows[rows.length - 1];
      const numbers = (of: (row: Row) => number): Float64Array => Float64Array.from(rows, of);
      const layers = (of: 'kinetic' | 'flux' | 'rate' | 'friction'): Float64Array =>
        joined(rows.map(({ energies }) => energies[of]));
      return {
        obstacle: now.obstacle,
        depth: now.energies.kinetic.length,
        ...past,
        times: numbers(({ time }) => time),
        terms: joined(rows.map(({ terms }) => terms)),
        lagrangian: numbers(({ lagrangian }) => lagrangian),
        residual: numbers(({ mismatch }) => mismatch),
        kinetic: layers('kinetic'),
        flux: layers('flux'),
        rate: layers('rate'),
        friction: layers('friction'),
        continuity: numbers(({ energies }) => energies.residual),
        samples: Int32Array.from(rows, ({ sample }) => sample),
      };
    });
  },
});
