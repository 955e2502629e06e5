import type { InitialPart } from '../types.ts';
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
 *   N(0, s²), times a spread of its own where the system has one
 */
export const randomStart: InitialPart<typeof parameters> = {
  kind: 'random',
  label: 'Random',
  help: 'Independent normal random numbers.',
  parameters,
  drawn: true,
  create({ scale, velocityScale }, context, weights, velocity) {
    const { random, system } = context;
    const spread = system.randomSpread?.() ?? new Float64Array(weights.length).fill(1);
    for (let n = 0; n < weights.length; n++) weights[n] = scale * spread[n] * random.normal();
    for (let n = 0; n < velocity.length; n++)
      velocity[n] = velocityScale === 0 ? 0 : velocityScale * random.normal();
  },
};
