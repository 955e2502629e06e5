import type { NormalStream, Reals } from '../types.ts';
import { floorSmall } from './floor.ts';
import { addScaled, sumOfSquares } from './vectors.ts';

/** V ← V + c g, floored where `floors`;  W ← W + h V where weights are given. @returns Σ V² */
export function push(
  weights: Reals | null,
  velocity: Reals,
  c: number,
  gradient: Reals,
  h: number,
  floors: boolean,
): number {
  addScaled(velocity, c, gradient);
  if (floors) floorSmall(velocity);
  if (weights !== null) addScaled(weights, h, velocity);
  return sumOfSquares(velocity);
}

/** V ← E V + s N;  W ← W + h V, floored at s = 0: noise lets nothing decay. @returns Σ V² */
export function stir(
  weights: Reals,
  velocity: Reals,
  E: number,
  s: number,
  stream: NormalStream,
  h: number,
): number {
  if (s > 0) {
    for (let i = 0; i < velocity.length; i++) velocity[i] = E * velocity[i] + s * stream.normal();
  } else if (E !== 1) {
    for (let i = 0; i < velocity.length; i++) velocity[i] *= E;
  }
  addScaled(weights, h, velocity);
  if (!(s > 0)) floorSmall(weights);
  return sumOfSquares(velocity);
}
