import type { BondWires } from './sources.ts';

/** Remainder in 0..N−1 for n ≥ −N. */
const wrap = (n: number, N: number): number => (n + N) % N;

/** Bonds of a ring, [2·size]: bond n joins sites n and n+1 modulo size. */
export function ringBonds(size: number): Int32Array {
  const pairs = new Int32Array(2 * size);
  for (let n = 0; n < size; n++) {
    pairs[2 * n] = n;
    pairs[2 * n + 1] = (n + 1) % size;
  }
  return pairs;
}

/**
 * Example 1, Eq. 13: output i joins weights 2i and 2i+1, which carry inputs i−1 and i. Output i is
 * bond 2i; no output is an odd bond, whose K is therefore exactly 0 (erratum E1).
 */
export function ringPerceptronWires(N: number): BondWires {
  return {
    inputCount: N,
    weightCount: 2 * N,
    weight: Int32Array.from({ length: 2 * N }, (_, n) => n),
    input: Int32Array.from({ length: 2 * N }, (_, n) => wrap((n >> 1) - 1 + (n & 1), N)),
    sign: new Int8Array(2 * N).fill(1),
    bond: Int32Array.from({ length: N }, (_, i) => 2 * i),
    bonds: ringBonds(2 * N),
  };
}

/**
 * Lateral-inhibition ring (physics.md 1.4 A): output i joins weight i (sign +) and weight i−1 (sign −),
 * each with its own input. Output i is bond i−1.
 */
export function ringSharedWires(N: number): BondWires {
  const site = Int32Array.from({ length: 2 * N }, (_, n) => wrap((n >> 1) - (n & 1), N));
  return {
    inputCount: N,
    weightCount: N,
    weight: site,
    input: site,
    sign: Int8Array.from({ length: 2 * N }, (_, n) => (n & 1 ? -1 : 1)),
    bond: Int32Array.from({ length: N }, (_, i) => wrap(i - 1, N)),
    bonds: ringBonds(N),
  };
}

/** One output per bond (i, j): weight and input i with sign +, weight and input j with sign −. */
export function bondDifferenceWires(N: number, bonds: Int32Array): BondWires {
  return {
    inputCount: N,
    weightCount: N,
    weight: bonds,
    input: bonds,
    sign: Int8Array.from(bonds, (_, n) => (n & 1 ? -1 : 1)),
    bond: Int32Array.from({ length: bonds.length / 2 }, (_, b) => b),
    bonds,
  };
}
