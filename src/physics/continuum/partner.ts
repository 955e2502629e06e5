import type { Sampling } from './sampling.ts';

/** What every continuum partner of a network has, whatever its theory. */
export interface Partner {
  /** Its start, [points]. */
  readonly weights: Float64Array;
  readonly velocity: Float64Array;
  /** How the network's weights are read from it. */
  readonly sampling: Sampling;
  /** A network's energy for one unit of the partner's. */
  readonly energyScale: number;
}
