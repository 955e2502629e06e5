import { decompose } from '../../physics/layers/decomposition.ts';
import { layerEnergies } from '../../physics/layers/energies.ts';
import type { Instant } from '../../physics/observables/types.ts';
import { deSitter } from '../../physics/expansion/deSitter.ts';
import { allVariants, specimenOf, type Specimen } from './systems.ts';
import { bounded, type Check } from './types.ts';

/** Friction of the instants that are looked at; the laws hold at any. */
const GAMMA = 0.7;

/** A specimen that moves along its direction, with some samples at work. */
export function instantOf({ system, weights, direction }: Specimen, batch: Int32Array | null): Instant {
  const expansion = deSitter.create({ gamma: GAMMA }, 1);
  const budget = { kinetic: 0, potential: 0, dissipated: 0, injected: 0, residual: 0 };
  return {
    system,
    weights,
    velocity: direction,
    batch,
    batchScale: 1,
    expansion,
    time: 0,
    dt: 1,
    heavyBall: false,
    eta: null,
    stiffness: 1,
    budget,
  };
}

export const layers: Check = {
  id: 'layers',
  label: 'Bulk and boundary, layer by layer',
  help: 'Of every network of layers, each choice in turn: dT/dt of each layer is −2γT and the difference of the powers at its ends; and L of one sample is the sum of its bulk and boundary terms where biases can be traded for neurons. Relative to the largest term.',
  trials: ({ kernels }) =>
    allVariants()
      .filter(({ part, settings }) => specimenOf(part, settings, kernels).system.layers !== undefined)
      .map(({ part, title, settings }) => ({
        subject: title,
        measure: () => {
          const specimen = specimenOf(part, settings, kernels);
          const energies = layerEnergies(instantOf(specimen, null));
          const balance = bounded(title, energies?.residual ?? NaN, 1e-12);
          const split = decompose(instantOf(specimen, Int32Array.of(0)));
          if (typeof split === 'string') return balance;
          return [balance, bounded(`${title}: bulk and boundary`, split.residual, 1e-12)];
        },
      })),
};
