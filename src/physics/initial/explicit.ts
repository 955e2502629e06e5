import { ParameterError, vector } from '../parameters.ts';
import type { Values } from '../parameters.ts';
import type { InitialPart } from '../types.ts';

const numbers = (symbol: string, label: string) =>
  vector({
    symbol,
    label,
    help: 'One number per weight, in flat order; left out: zeros.',
    apply: 'restart',
    default: undefined,
  });

const parameters = { weights: numbers('W', 'weights'), velocity: numbers('W′', 'velocity') };

/** Weights and velocity as they are given. */
export const explicit: InitialPart<typeof parameters> = {
  kind: 'explicit',
  label: 'Given numbers',
  help: 'Weights and velocities, written out.',
  parameters,
  check: checkLengths,
  create(values, _context, weights, velocity) {
    checkLengths(values, weights.length);
    weights.fill(0);
    velocity.fill(0);
    if (values.weights !== undefined) weights.set(values.weights);
    if (values.velocity !== undefined) velocity.set(values.velocity);
  },
};

function checkLengths(values: Values<typeof parameters>, weightCount: number): void {
  for (const path of ['weights', 'velocity'] as const) {
    const given = values[path];
    if (given === undefined || given.length === weightCount) continue;
    throw new ParameterError(path, given, `P = ${weightCount} numbers`);
  }
}
