import { atan } from '../math/elementary.ts';
import type { Response } from './response.ts';

/**
 * The response of φ(z) = b + a₊z for z > 0, b + a₋z for z < 0 (linear, affine, relu), in closed form. **exact**
 *    ⟨φ²⟩ = b² + 2bμ + Aq,  μ = (a₊ − a₋)√(q/2π),  A = ⟨φ′²⟩ = (a₊² + a₋²)/2
 *    ⟨φφ″⟩ = b(a₊ − a₋)/√2πq, of the bend at 0
 *    ⟨φ(u₁)φ(u₂)⟩ = b² + b(μ₁ + μ₂) + √q₁q₂ [Ac + (a₊ − a₋)² (√(1 − c²) − c arccos c)/2π]
 *  Source: Cho and Saul 2009, NIPS 22, the kernel of degree 1.
 */
export function bentResponse(b: number, above: number, below: number): Response {
  const slope = (above * above + below * below) / 2;
  const kink = above - below;
  const mean = (q: number): number => kink * Math.sqrt(q / (2 * Math.PI));
  return {
    atZero: b,
    scaleFree: b === 0,
    steadySlope: slope,
    moments(q) {
      const root = Math.sqrt(q);
      // E zᵏ over z > 0 of a standard normal number: 1/√2π, 1/2, 2/√2π, 3/2.
      const half = 1 / Math.sqrt(2 * Math.PI);
      // E (b + az)⁴ over z > 0
      const fourthOf = (a: number): number => {
        const [bb, aa] = [b * b, a * a];
        return (bb * bb) / 2 + 4 * bb * b * a * half + 3 * bb * aa + 8 * b * aa * a * half + 1.5 * aa * aa;
      };
      return {
        square: b * b + 2 * b * mean(q) + slope * q,
        slope,
        bend: b === 0 || kink === 0 ? 0 : (b * kink) / Math.sqrt(2 * Math.PI * q),
        fourth: fourthOf(above * root) + fourthOf(-below * root),
      };
    },
    pair(q1, q2, c) {
      const across = Math.sqrt(Math.max(0, 1 - c * c));
      // arccos c = 2 arctan(√((1 − c)/(1 + c)))
      const angle = c <= -1 ? Math.PI : 2 * atan(Math.sqrt(Math.max(0, 1 - c) / (1 + c)));
      const bent = (kink * kink * (across - c * angle)) / (2 * Math.PI);
      return b * b + b * (mean(q1) + mean(q2)) + Math.sqrt(q1 * q2) * (slope * c + bent);
    },
  };
}
