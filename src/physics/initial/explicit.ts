import { ParameterError, vector } from '../parameters.ts';
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
  check({ weights, velocity }, weightCount) {
    checkLength(weights, weightCount, 'weights');
    checkLength(velocity, weightCount, 'velocity');
  },
  create(values, _context, weights, velocity) {
    explicit.check?.(values, weights.length);
    write(values.weights, weights);
    write(values.velocity, velocity);
  },
};

function checkLength(given: readonly number[] | undefined, weightCount: number, path: string): void {
  if (given === undefined || given.length === weightCount) return;
  throw new ParameterError(path, given, `P = ${weightCount} numbers`);
}

function write(given: readonly number[] | undefined, out: Float64Array): void {
  if (given === undefined) out.fill(0);
  else out.set(given);
}
