import type { InitialContext, InitialPart } from '../types.ts';
import { deviation } from './parameters.ts';

const parameters = {
  scale: deviation(
    's',
    'scale',
    'Standard deviation of the weights; a dense network multiplies it by its own.',
    1,
  ),
  velocityScale: deviation('s′', 'velocity scale', 'Standard deviation of the velocities.', 0),
};

/**
 * Normal random numbers in flat order, first all weights, then all velocities.
 *   dense, standard: W ~ s N(0, σ_w²/n_in), b ~ s N(0, σ_b²);  every other: N(0, s²)
 * (ntk has its sigmas in the forward pass.)
 */
export const randomStart: InitialPart<typeof parameters> = {
  kind: 'random',
  label: 'Random',
  help: 'Independent normal random numbers.',
  parameters,
  create({ scale, velocityScale }, context, weights, velocity) {
    const { random } = context;
    const spread = spreadOf(context);
    for (let n = 0; n < weights.length; n++) weights[n] = scale * spread[n] * random.normal();
    for (let n = 0; n < velocity.length; n++)
      velocity[n] = velocityScale === 0 ? 0 : velocityScale * random.normal();
  },
};

/** Standard deviation of each weight for s = 1. */
function spreadOf({ system, values }: InitialContext): Float64Array {
  const spread = new Float64Array(system.weightCount).fill(1);
  if (system.kind !== 'dense' || values.parameterization !== 'standard') return spread;
  const sigmaW = Number(values.sigmaW);
  const sigmaB = Number(values.sigmaB);
  for (const { columns, weight } of system.layout.sheets) {
    weight.forEach((k, site) => {
      spread[k] = site % columns === 0 ? sigmaB : sigmaW / Math.sqrt(columns - 1);
    });
  }
  return spread;
}
