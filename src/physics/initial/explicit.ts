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
  create(values, _context, weights, velocity) {
    write(values.weights, weights, 'weights');
    write(values.velocity, velocity, 'velocity');
  },
};

function write(given: readonly number[] | undefined, out: Float64Array, path: string): void {
  if (given === undefined) {
    out.fill(0);
    return;
  }
  if (given.length !== out.length) throw new ParameterError(path, given, `P = ${out.length} numbers`);
  out.set(given);
}
