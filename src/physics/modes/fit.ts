import { atan, log, log1p } from '../math/elementary.ts';

/** What least squares say of one mode. */
export interface Measured {
  /** ω² and friction γ of this moment, with the standard error of each. */
  readonly omega2: number;
  readonly omega2Error: number;
  readonly gamma: number;
  readonly gammaError: number;
}

/** Sums of one mode's normal equations. */
const SUMS = 6;
/** Intervals that make a measurement: fewer leave nothing over to tell the error by. */
const FEWEST = 12;
/** Part of the largest mode's amplitude under which a mode is round-off of the others. */
const FAINT = 1e-11;
/** Regressors whose cosine is 1 but for this are one. */
const ALIKE = 1e-13;

/** Amplitudes of all modes at one instant. */
export interface Amplitudes {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** How coefficients change over three instants a step apart. */
export interface Changes {
  /** γ̂ in the middle of both steps. */
  readonly friction: readonly [number, number];
  /** ρ of a mode at the three instants. */
  stretch(mode: number, at: 0 | 1 | 2): number;
}

/**
 * Measures frequency and friction of modes while they move, from their amplitudes a alone; nothing of the theory is put
 * in but how the coefficients change, if they do. Least squares over all steps, each in units of the mode's own size, so
 * that late and faint ones count as much as early ones.
 *
 * Constant coefficients:  a₊ − a = m (a − a₋) − b a,  of which z² − (1 + m − b) z + m = 0 has the roots e^{s₁h}, e^{s₂h}:
 *    γ = −(s₁ + s₂),  ω² = s₁s₂. **exact** for every h (Prony)
 * Changing ones:  a″ + g γ̂(t) a′ + o ρ(t) a = f  under a hat of two steps,
 *    (a₊ − 2a + a₋)/h − f h = −g ½[γ̂₋(a − a₋) + γ̂₊(a₊ − a)] − o h (ρ₋a₋ + 10 ρ a + ρ₊a₊)/12
 *    **approximate**: o errs by O(h⁴ω⁴), g by (hω)²/12 (Numerov)
 * The errors are those of independent residuals.
 *  Source: de Prony, J. École Polytechnique 1, 24 (1795); Numerov, MNRAS 84, 592 (1924).
 */
export class ModeFit {
  private readonly sums: Float64Array;
  private readonly count: Int32Array;
  private readonly scale: Float64Array;
  private readonly constant: boolean;
  private h = 0;

  /** @param scale  |ω²| expected of each mode, which weighs its amplitude against its rate [modes] */
  constructor(scale: Float64Array, constant: boolean) {
    this.scale = scale;
    this.constant = constant;
    this.sums = new Float64Array(SUMS * scale.length);
    this.count = new Int32Array(scale.length);
  }

  /**
   * Adds three instants h apart.
   *  @param changes  of coefficients that are not constant
   *  @param eta      how far a unit of force moves a mode beyond its step before: h (1 − e^{−γh})/γ, h² without friction
   *  @param force    f of each mode
   *  @param left     whether a mode is left out
   */
  add(
    [before, now, after]: readonly [Amplitudes, Amplitudes, Amplitudes],
    h: number,
    changes: Changes | null,
    eta: number,
    force: Amplitudes,
    left: Uint8Array,
  ): void {
    const modes = this.scale.length;
    this.h = h;
    let largest = 0;
    for (let mode = 0; mode < modes; mode++) {
      const size = now.re[mode] * now.re[mode] + now.im[mode] * now.im[mode];
      largest = Math.max(largest, size);
    }
    for (let mode = 0; mode < modes; mode++) {
      if (left[mode] !== 0) continue;
      let size = 0;
      for (let part = 0; part < 2; part++) {
        const rate = part === 0 ? after.re[mode] - before.re[mode] : after.im[mode] - before.im[mode];
        const a = part === 0 ? now.re[mode] : now.im[mode];
        size += (0.25 * rate * rate) / (h * h) + this.scale[mode] * a * a;
      }
      if (!(size > FAINT * FAINT * largest)) continue;
      const weight = 1 / size;
      for (let part = 0; part < 2; part++) {
        const a0 = (part === 0 ? before.re : before.im)[mode];
        const a1 = (part === 0 ? now.re : now.im)[mode];
        const a2 = (part === 0 ? after.re : after.im)[mode];
        // Of real modes there is no second part.
        if (a0 === 0 && a1 === 0 && a2 === 0) continue;
        const f = (part === 0 ? force.re : force.im)[mode];
        if (changes === null) this.gather(mode, weight, a1 - a0, a1, a2 - a1 - f * eta);
        else {
          const [gamma0, gamma1] = changes.friction;
          const hat =
            changes.stretch(mode, 0) * a0 +
            10 * changes.stretch(mode, 1) * a1 +
            changes.stretch(mode, 2) * a2;
          const x = 0.5 * (gamma0 * (a1 - a0) + gamma1 * (a2 - a1));
          this.gather(mode, weight, x, (h / 12) * hat, (a2 - a1 - (a1 - a0)) / h - f * h);
        }
      }
    }
  }

  private gather(mode: number, weight: number, x: number, y: number, z: number): void {
    const { sums } = this;
    const at = SUMS * mode;
    sums[at] += weight * x * x;
    sums[at + 1] += weight * x * y;
    sums[at + 2] += weight * y * y;
    sums[at + 3] += weight * x * z;
    sums[at + 4] += weight * y * z;
    sums[at + 5] += weight * z * z;
    this.count[mode]++;
  }

  /**
   * ω² and γ (or their parts o and g) of a mode with their errors; null before there are enough steps, or where the
   * motion does not tell them apart (a lone exponential).
   */
  read(mode: number): Measured | null {
    const { sums, count, h } = this;
    if (count[mode] < FEWEST) return null;
    const [xx, xy, yy, xz, yz, zz] = sums.subarray(SUMS * mode, SUMS * mode + SUMS);
    const determinant = xx * yy - xy * xy;
    if (!(determinant > ALIKE * xx * yy)) return null;
    const p = (yy * xz - xy * yz) / determinant;
    const q = (xx * yz - xy * xz) / determinant;
    const variance = Math.max(0, zz - p * xz - q * yz) / (count[mode] - 2) / determinant;
    const errorP = Math.sqrt(variance * yy);
    const errorQ = Math.sqrt(variance * xx);
    if (!this.constant) return { gamma: -p, gammaError: errorP, omega2: -q, omega2Error: errorQ };
    const found = ofRoots(p, q, h);
    if (found === null) return null;
    // How both depend on p and q, by differences that are large against round-off and small against p and q.
    const byP = slope(ofRoots(p - PROBE, q, h), ofRoots(p + PROBE, q, h));
    const byQ = slope(ofRoots(p, q - PROBE, h), ofRoots(p, q + PROBE, h));
    const errorOf = (x: number, y: number): number =>
      Math.sqrt(Math.max(0, variance * (yy * x * x - 2 * xy * x * y + xx * y * y)));
    return {
      ...found,
      gammaError: errorOf(byP.gamma, byQ.gamma),
      omega2Error: errorOf(byP.omega2, byQ.omega2),
    };
  }
}

interface Constants {
  readonly gamma: number;
  readonly omega2: number;
}

const PROBE = 1e-7;

function slope(below: Constants | null, above: Constants | null): Constants {
  if (below === null || above === null) return { gamma: Infinity, omega2: Infinity };
  return {
    gamma: (above.gamma - below.gamma) / (2 * PROBE),
    omega2: (above.omega2 - below.omega2) / (2 * PROBE),
  };
}

/** γ and ω² of a mode whose steps are a₊ − a = p (a − a₋) + q a; null where no mode has such roots. */
function ofRoots(p: number, q: number, h: number): Constants | null {
  const half = 0.5 * (1 + p + q);
  if (!(p > 0)) return null;
  const gamma = -log(p) / h;
  const left = half * half - p;
  if (left < 0) {
    const turn = 2 * atan(Math.sqrt(-left) / (Math.sqrt(p) + half));
    return { gamma, omega2: 0.25 * gamma * gamma + (turn / h) * (turn / h) };
  }
  // The roots' distances from 1, for a slow mode's is small: (1 − z₁)(1 − z₂) = −q.
  const away = 1 - half;
  const root = Math.sqrt(left);
  const far = away < 0 ? away - root : away + root;
  const near = far === 0 ? 0 : -q / far;
  if (!(far < 1 && near < 1)) return null;
  return { gamma, omega2: (log1p(-far) * log1p(-near)) / (h * h) };
}
