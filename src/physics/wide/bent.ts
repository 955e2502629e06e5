/** φ(z) = b + above·z for z > 0, b + below·z for z < 0: linear, affine, relu. */
export interface Bent {
  readonly above: number;
  readonly below: number;
}

/** ⟨φ⟩ − b, μ = (a₊ − a₋)√(q/2π). */
export const bentMean = ({ above, below }: Bent, q: number): number =>
  (above - below) * Math.sqrt(q / (2 * Math.PI));

/** A = ⟨φ′²⟩ = (a₊² + a₋²)/2, at every length. */
export const bentSlope = ({ above, below }: Bent): number => (above * above + below * below) / 2;

/**
 * Moments in closed form. **exact**
 *    ⟨φ²⟩ = b² + 2bμ + Aq;  ⟨φφ″⟩ = b(a₊ − a₋)/√2πq, of the bend at 0
 */
export function bentMoments(b: number, bent: Bent, q: number) {
  const slope = bentSlope(bent);
  const root = Math.sqrt(q);
  const kink = b * (bent.above - bent.below);
  // E zᵏ over z > 0 of a standard normal number: 1/√2π, 1/2, 2/√2π, 3/2.
  const half = 1 / Math.sqrt(2 * Math.PI);
  // E (b + az)⁴ over z > 0
  const fourthOf = (a: number): number => {
    const [bb, aa] = [b * b, a * a];
    return (bb * bb) / 2 + 4 * bb * b * a * half + 3 * bb * aa + 8 * b * aa * a * half + 1.5 * aa * aa;
  };
  return {
    square: b * b + 2 * b * bentMean(bent, q) + slope * q,
    slope,
    bend: kink === 0 ? 0 : (kink * half) / root,
    fourth: fourthOf(bent.above * root) + fourthOf(-bent.below * root),
  };
}
