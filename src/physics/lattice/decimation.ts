/** A ring of springs: C = Σ_i K_i/2 (w_{i+1} − w_i)² + J_i w_i²/2 − f_i w_i, bond i from site i to i + 1. */
export interface SpringRing {
  readonly K: Float64Array;
  readonly J: Float64Array;
  readonly force: Float64Array;
}

/** A ring of fewer sites has no two bonds between different sites. */
const LEAST = 4;

/**
 * Integrates out the odd sites of a ring with an even number of sites:
 *    D_i = J_i + K_i + K_{i−1};  K′ = K_i K_{i+1}/D_{i+1},
 *    J′ = J_i + K_i J_{i+1}/D_{i+1} + K_{i−1} J_{i−1}/D_{i−1},  f′ likewise.
 *  **exact** for the Gibbs measure at any temperature, and for what is at rest: means and correlations of the even sites
 *  stay as they are. It is not the dynamics: for a motion ~ e^{st} put J + s² + γs for J.
 *  @returns the ring of the even sites; null where a removed site is held by nothing (D <= 0), so that nothing keeps
 *           its fluctuations finite
 *  Source: physics.md 8. O(N).
 */
function decimate({ K, J, force }: SpringRing): SpringRing | null {
  const count = J.length;
  const half = count / 2;
  const out = {
    K: new Float64Array(half),
    J: new Float64Array(half),
    force: new Float64Array(half),
  };
  for (let i = 0; i < half; i++) {
    const site = 2 * i;
    out.J[i] += J[site];
    out.force[i] += force[site];
    const gone = site + 1;
    const [left, right] = [K[site], K[gone]];
    // It hangs on nobody: whatever it does, the others do not feel it.
    if (left === 0 && right === 0) continue;
    const held = J[gone] + left + right;
    if (!(held > 0)) return null;
    const next = (i + 1) % half;
    out.K[i] += (left * right) / held;
    out.J[i] += (left * J[gone]) / held;
    out.J[next] += (right * J[gone]) / held;
    out.force[i] += (left * force[gone]) / held;
    out.force[next] += (right * force[gone]) / held;
  }
  return out;
}

/** The rings that a ring becomes when every second site is integrated out, again and again, down to two sites. */
export function decimationLevels(ring: SpringRing): SpringRing[] {
  const levels: SpringRing[] = [];
  let now: SpringRing | null = ring;
  while (now.J.length >= LEAST && now.J.length % 2 === 0) {
    now = decimate(now);
    if (now === null) break;
    levels.push(now);
  }
  return levels;
}
