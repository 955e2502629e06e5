import type { BondWires } from './sources.ts';

/** Bonds of a ring, [2·size]: bond n joins sites n and n+1 modulo size. */
export function ringBonds(size: number): Int32Array {
  const pairs = new Int32Array(2 * size);
  for (let n = 0; n < size; n++) {
    pairs[2 * n] = n;
    pairs[2 * n + 1] = n + 1 === size ? 0 : n + 1;
  }
  return pairs;
}

/**
 * Example 1, Eq. 13: output i joins weights 2i and 2i+1, which carry inputs i−1 and i. Output i is
 * bond 2i; no output is an odd bond, whose K is therefore exactly 0 (erratum E1).
 */
export function ringPerceptronWires(N: number): BondWires {
  const weight = new Int32Array(2 * N);
  const input = new Int32Array(2 * N);
  const bond = new Int32Array(N);
  for (let i = 0; i < N; i++) {
    weight[2 * i] = 2 * i;
    weight[2 * i + 1] = 2 * i + 1;
    input[2 * i] = i === 0 ? N - 1 : i - 1;
    input[2 * i + 1] = i;
    bond[i] = 2 * i;
  }
  const sign = new Int8Array(2 * N).fill(1);
  return { inputCount: N, weightCount: 2 * N, weight, input, sign, bond, bonds: ringBonds(2 * N) };
}

/**
 * Lateral-inhibition ring (physics.md 1.4 A): output i joins weight i (sign +) and weight i−1 (sign −),
 * each with its own input. Output i is bond i−1.
 */
export function ringSharedWires(N: number): BondWires {
  const site = new Int32Array(2 * N);
  const bond = new Int32Array(N);
  for (let i = 0; i < N; i++) {
    site[2 * i] = i;
    site[2 * i + 1] = bond[i] = i === 0 ? N - 1 : i - 1;
  }
  const sign = alternatingSigns(2 * N);
  return { inputCount: N, weightCount: N, weight: site, input: site, sign, bond, bonds: ringBonds(N) };
}

/** One output per bond (i, j): weight and input i with sign +, weight and input j with sign −. */
export function bondDifferenceWires(N: number, bonds: Int32Array): BondWires {
  const bond = new Int32Array(bonds.length / 2);
  for (let b = 0; b < bond.length; b++) bond[b] = b;
  const sign = alternatingSigns(bonds.length);
  return { inputCount: N, weightCount: N, weight: bonds, input: bonds, sign, bond, bonds };
}

function alternatingSigns(count: number): Int8Array {
  const sign = new Int8Array(count);
  for (let n = 0; n < count; n++) sign[n] = n & 1 ? -1 : 1;
  return sign;
}
