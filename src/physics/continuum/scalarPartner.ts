import type { Couplings } from '../types.ts';
import { interpolate } from './interpolation.ts';
import type { Partner } from './partner.ts';

/** Sources of Eq. 17 on a mesh, in units of the network's spacing. */
export interface ScalarPartner extends Partner {
  /** Points of the mesh for each site. */
  readonly mesh: number;
  /** K(x) [points], on the bonds of the mesh; the mesh's stiffness is mesh² K. */
  readonly K: Float64Array;
  /** J(x) and force [points]. */
  readonly J: Float64Array;
  readonly force: Float64Array;
  /** The field is that of (−1)ⁿ w_n, because K < 0 (erratum E2). */
  readonly staggered: boolean;
}

export interface ScalarPartnerRequest {
  /** Sources of the ring's quadratic cost. */
  readonly couplings: Couplings;
  /** Force at W = 0, −∂C/∂W [P]. */
  readonly force: Float64Array;
  readonly weights: ArrayLike<number>;
  readonly velocity: ArrayLike<number>;
  /** Couplings stand on even bonds alone (Example 1): K(x) is drawn smoothly through them, as the paper does. */
  readonly dimerised: boolean;
  readonly mesh: number | 'auto';
  /** Whether the staggered field is taken; left out: where K < 0 on the whole. */
  readonly staggered?: boolean;
}

const MOST_POINTS = 2048;
const FINEST = 8;

/**
 * Makes the continuum theory of a ring's quadratic cost, on a mesh that may be finer than the ring.
 *    L = ∫ dx/a ½ [ẇ² − a² K(x) (∂w)² − J(x) w²] + f(x) w,  a the spacing of the ring's sites (physics.md 1.4)
 *  K(x), J(x), f(x) are smooth curves through the ring's own. **exact** in the limit a → 0 where these are
 *  smooth on every bond (ring-shared with smooth data). For Example 1 they are not: half of its bonds carry
 *  K = 0 exactly, and the smooth K(x) through the other half is another model (erratum E1).
 *  Where K < 0 the theory is ill-posed: the staggered field (−1)ⁿw is taken where that mends it (even rings,
 *  E2), else the mesh stays the ring's own.
 *  @throws RangeError when a finer mesh than the ring is asked for and K < 0
 *  Source: arXiv:2503.08827, Eq. 17; physics.md 1.2, 1.3, 9.
 */
export function scalarPartner(request: ScalarPartnerRequest): ScalarPartner {
  const { couplings, dimerised } = request;
  const size = couplings.J.length;
  const staggered = couplings.staggered !== undefined && (request.staggered ?? meanOf(couplings.K) < 0);
  const { K, J } = staggered && couplings.staggered !== undefined ? couplings.staggered : couplings;
  const sign = (n: number): 1 | -1 => (staggered && n % 2 === 1 ? -1 : 1);
  const signed = (values: ArrayLike<number>): Float64Array =>
    Float64Array.from({ length: size }, (_, n) => sign(n) * values[n]);

  const illPosed = K.some((value) => value < 0);
  const mesh = request.mesh === 'auto' ? (illPosed ? 1 : finestMesh(size)) : request.mesh;
  if (illPosed && mesh > 1) throw new RangeError(`mesh ${mesh}: expected 1, because K < 0 somewhere`);
  const points = size * mesh;
  // Site j of the mesh stands at j/mesh, its bond half a mesh step on; a ring's bond n at n + 1/2.
  const atSites = (values: ArrayLike<number>): Float64Array => interpolate(values, 0, 1, 0, mesh, points);
  const half = 0.5 / mesh;
  const onBonds = dimerised
    ? interpolate(everySecond(K), 0.5, 2, half, mesh, points)
    : interpolate(K, 0.5, 1, half, mesh, points);
  const smooth = (values: ArrayLike<number>): Float64Array =>
    dimerised ? interpolate(pairMeans(values), 0.5, 2, 0, mesh, points) : atSites(values);
  return {
    mesh,
    K: onBonds,
    J: smooth(J),
    force: smooth(signed(request.force)),
    staggered,
    weights: atSites(signed(request.weights)),
    velocity: atSites(signed(request.velocity)),
    sampling: {
      width: 1,
      index: Int32Array.from({ length: size }, (_, n) => n * mesh),
      value: Float64Array.from({ length: size }, (_, n) => sign(n)),
    },
    energyScale: 1 / mesh,
  };
}

function finestMesh(size: number): number {
  let mesh = 1;
  while (2 * mesh <= FINEST && 2 * mesh * size <= MOST_POINTS) mesh *= 2;
  return mesh;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

const everySecond = (values: Float64Array): Float64Array => values.filter((_, n) => n % 2 === 0);

/** Means of sites 2i and 2i+1. */
function pairMeans(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(
    { length: values.length / 2 },
    (_, i) => 0.5 * (values[2 * i] + values[2 * i + 1]),
  );
}
