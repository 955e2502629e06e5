export { ringBonds } from '../../kernels/typescript/wires.ts';

/** n modulo N, in 0..N−1 for every integer n. */
export const wrap = (n: number, N: number): number => ((n % N) + N) % N;

/** Distance of two sites: the shorter way round where the lattice is periodic. */
export function latticeDistance(a: number, b: number, size: number, periodic: boolean): number {
  const direct = Math.abs(a - b);
  if (!periodic) return direct;
  const folded = direct % size;
  return Math.min(folded, size - folded);
}
