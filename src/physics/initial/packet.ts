import { ParameterError, optionalReal, real } from '../parameters.ts';
import { packetAt, packetWaves } from '../observables/boost.ts';
import type { InitialPart } from '../types.ts';
import { amplitude } from './parameters.ts';

const parameters = {
  center: optionalReal({
    symbol: 'n₀',
    label: 'centre',
    help: 'Site of the peak; left out: the middle.',
    apply: 'restart',
    default: undefined,
    slider: [0, 256],
    scale: 'linear',
  }),
  width: real({
    symbol: 's',
    label: 'width at rest',
    help: 'Width of the packet in the frame in which it rests, in sites; on the lattice it is s/Γ long.',
    apply: 'restart',
    default: 8,
    min: 0,
    exclusiveMin: true,
    slider: [2, 32],
    scale: 'log',
  }),
  speed: real({
    symbol: 'β',
    label: 'speed',
    help: 'Speed of the packet in units of the speed of fronts, c = √K sites a unit of time.',
    apply: 'restart',
    default: 0.6,
    min: -1,
    exclusiveMin: true,
    max: 0.999,
    slider: [-0.9, 0.9],
    scale: 'linear',
    step: 0.05,
  }),
  amplitude,
};

/**
 * A packet of a free relativistic field, boosted: at rest it is a Gaussian that swings with its mass √J; it moves with βc,
 * shorter by Γ = 1/√(1 − β²), its phase slower by Γ. **exact** in the continuum of a ring of mean K and J without friction.
 */
export const packet: InitialPart<typeof parameters> = {
  kind: 'packet',
  label: 'Boosted packet',
  help: 'A wave packet that moves with a given speed: the same one at rest, seen from a moving frame; exact in the continuum, without friction.',
  parameters,
  refinement: { powers: { width: 1, center: 1 } },
  create(values, { system }, weights, velocity) {
    const couplings = system.couplings(null);
    const size = weights.length;
    const mean = (of: Float64Array): number => of.reduce((sum, value) => sum + value, 0) / of.length;
    const [K, J] = couplings === null ? [0, 0] : [mean(couplings.K), mean(couplings.J)];
    if (!(K > 0) || !(J >= 0)) {
      throw new ParameterError('kind', 'packet', 'another kind: a packet needs mean K > 0 and J >= 0');
    }
    const waves = packetWaves(size, { K, J }, { ...values, center: 0 });
    const center = values.center ?? Math.floor(size / 2);
    for (let n = 0; n < size; n++) {
      const { w, v } = packetAt(waves, n - center, 0);
      weights[n] = w;
      velocity[n] = v;
    }
  },
};
