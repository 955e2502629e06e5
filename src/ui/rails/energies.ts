/**
 * The two sums of a quadratic cost whose minimum is at w = 0.
 *    site = ½ Σ J_n w_n²,   bond = ½ Σ K_b (w_i − w_j)²
 *  @param bonds  pairs of sites, flat
 *  **exact** up to the constant and the shift of the minimum, which the lattice does not carry.
 *  Source: physics.md 1.1.
 */
export function sourceEnergies(
  weights: ArrayLike<number>,
  sourceJ: ArrayLike<number>,
  couplingK: ArrayLike<number>,
  bonds: ArrayLike<number>,
): { readonly site: number; readonly bond: number } {
  let site = 0;
  for (let n = 0; n < sourceJ.length && n < weights.length; n++) site += sourceJ[n] * weights[n] ** 2;
  let bond = 0;
  for (let b = 0; b < couplingK.length; b++) {
    const difference = weights[bonds[2 * b]] - weights[bonds[2 * b + 1]];
    bond += couplingK[b] * difference ** 2;
  }
  return { site: site / 2, bond: bond / 2 };
}
