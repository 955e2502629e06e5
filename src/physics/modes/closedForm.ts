import { dampedMode } from '../exactModes.ts';
import { besselPair } from '../math/bessel.ts';
import { cos, exp, log, sin } from '../math/elementary.ts';

/** A history whose modes have closed forms: γ constant, or γ = n/t. */
export interface ClosedHistory {
  readonly gamma: number | null;
  readonly power: number | null;
  readonly dimension: number;
}

/** ω² = mass + s κ at the start, and whether κ falls as a⁻² from there. */
export interface ClosedWave {
  readonly mass: number;
  readonly kappa: number;
  readonly stretched: boolean;
}

/** Where a mode starts. */
export interface ClosedStart {
  readonly t: number;
  readonly w: number;
  readonly v: number;
}

type Course = (t: number) => number;

/** A solution of the mode's equation and its rate. */
interface Solutions {
  readonly f: number;
  readonly df: number;
  readonly g: number;
  readonly dg: number;
}

/** The combination of two solutions that starts as given. */
function through(start: ClosedStart, at: (t: number) => Solutions): Course | null {
  const { f, df, g, dg } = at(start.t);
  const wronskian = f * dg - df * g;
  const a = (start.w * dg - start.v * g) / wronskian;
  const b = (start.v * f - start.w * df) / wronskian;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return null;
  return (t) => {
    const now = at(t);
    return a * now.f + b * now.g;
  };
}

/** t^{(1−n)/2} Z_ν(z(t)), or e^{−γτ/2} Z_ν(z(t)): an envelope times Bessel functions. */
function bessel(
  order2: number,
  envelope: (t: number) => { readonly size: number; readonly rate: number },
  argument: (t: number) => { readonly z: number; readonly rate: number },
): (t: number) => Solutions {
  return (t) => {
    const { size, rate } = envelope(t);
    const { z, rate: dz } = argument(t);
    const { f, df, g, dg } = besselPair(order2, z);
    return {
      f: size * f,
      df: rate * f + size * dz * df,
      g: size * g,
      dg: rate * g + size * dz * dg,
    };
  };
}

const power = (t: number, exponent: number): number => exp(exponent * log(t));

/** Up to here the series of a mode from rest loses no more than three digits. */
const SERIES = 6;

/** Γ(μ+1)(2/z)^μ J_μ(z) and its derivative, as a series: 1 at z = 0. */
function restSeries(mu: number, z: number): { readonly w: number; readonly dw: number } {
  let term = 1;
  let w = 1;
  let dw = 0;
  const quarter = -0.25 * z * z;
  for (let k = 1; k < 80 && Math.abs(term) > 1e-18; k++) {
    term *= quarter / (k * (mu + k));
    w += term;
    dw += z === 0 ? 0 : (2 * k * term) / z;
  }
  return { w, dw };
}

/** γ = n/t, constant ω: t^{−μ} Z_μ(ωt), μ = (n − 1)/2; from t = 0 the regular one. */
function powerLaw(n: number, omega2: number, start: ClosedStart): Course | null {
  if (!(omega2 > 0)) return omega2 === 0 && start.v === 0 ? () => start.w : null;
  const omega = Math.sqrt(omega2);
  const mu = (n - 1) / 2;
  const at = bessel(
    mu * mu,
    (t) => ({ size: power(t, -mu), rate: -mu * power(t, -mu - 1) }),
    (t) => ({ z: omega * t, rate: omega }),
  );
  if (start.t > 0) return through(start, at);
  if (start.v !== 0) return null;
  const border = SERIES / omega;
  const { w, dw } = restSeries(mu, SERIES);
  const later = through({ t: border, w: start.w * w, v: start.w * omega * dw }, at);
  if (later === null) return null;
  return (t) => (t <= border ? start.w * restSeries(mu, omega * t).w : later(t));
}

/** a ∝ t^s with K a⁻² and no mass: t^{(1−n)/2} Z_ν(k t^{1−s}/(1−s)); powers of t where s = 1. */
function stretchedPower(n: number, d: number, kappa: number, start: ClosedStart): Course | null {
  if (!(start.t > 0) || !(kappa > 0)) return null;
  const s = n / d;
  // ω² = κ (t/t₀)^{−2s}
  const k = Math.sqrt(kappa) * power(start.t, s);
  if (Math.abs(1 - s) < 1e-9) return powers((1 - n) / 2, k * k, start);
  const nu = (1 - n) / (2 * (1 - s));
  const half = (1 - n) / 2;
  return through(
    start,
    bessel(
      nu * nu,
      (t) => ({ size: power(t, half), rate: half * power(t, half - 1) }),
      (t) => ({ z: (k * power(t, 1 - s)) / Math.abs(1 - s), rate: Math.sign(1 - s) * k * power(t, -s) }),
    ),
  );
}

/** w ∝ t^m, m = h ± √(h² − k²). */
function powers(half: number, k2: number, start: ClosedStart): Course | null {
  const square = half * half - k2;
  const root = Math.sqrt(Math.abs(square));
  return through(start, (t) => {
    const size = power(t, half);
    const u = log(t);
    const [c, d, dc, dd] =
      square > 0
        ? [exp(root * u), exp(-root * u), root * exp(root * u), -root * exp(-root * u)]
        : [cos(root * u), sin(root * u), -root * sin(root * u), root * cos(root * u)];
    return { f: size * c, df: (size / t) * (half * c + dc), g: size * d, dg: (size / t) * (half * d + dd) };
  });
}

/**
 * A mode  ẅ + γ(t) ẇ + ω²(t) w = 0  in closed form, where there is one:
 *    γ constant: damped swing; with K a⁻² e^{−dHt/2} Z_ν((k/H)e^{−Ht}), ν² = d²/4 − J/H²
 *    γ = n/t: t^{−μ} Z_μ(ωt); with K a⁻² and J = 0 t^{(1−n)/2} Z_ν(k t^{1−s}/(1−s)), s = n/d
 *  **exact**
 *  @returns null where none is known
 *  Source: physics.md 3.1, 3.4 (3), 3.5.
 */
export function closedMode(history: ClosedHistory, wave: ClosedWave, start: ClosedStart): Course | null {
  const { gamma, power: n, dimension: d } = history;
  const { mass, kappa, stretched } = wave;
  const falls = stretched && kappa !== 0;
  if (gamma !== null) {
    if (!falls || gamma === 0) {
      return (t) => dampedMode(mass + kappa, gamma, start.w, start.v, t - start.t).w;
    }
    if (!(kappa > 0)) return null;
    const H = gamma / d;
    const k = Math.sqrt(kappa);
    return through(
      start,
      bessel(
        (d * d) / 4 - mass / (H * H),
        (t) => {
          const size = exp(-0.5 * gamma * (t - start.t));
          return { size, rate: -0.5 * gamma * size };
        },
        (t) => {
          const z = (k / H) * exp(-H * (t - start.t));
          return { z, rate: -H * z };
        },
      ),
    );
  }
  if (n === null) return null;
  if (!falls) return powerLaw(n, mass + kappa, start);
  return mass === 0 ? stretchedPower(n, d, kappa, start) : null;
}
