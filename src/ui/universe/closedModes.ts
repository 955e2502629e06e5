import { formatShort } from '../../messages/format.ts';
import type { Equation } from '../math/equations.ts';
import { texNumber } from '../math/latex.ts';

const fieldTex = (tex: string): string => `\\htmlClass{c-second}{${tex}}`;

function equation(id: string, tex: string, plain: string): Equation {
  return { id: `closed-${id}`, tex, plain };
}

/** A number in an exponent: whole, or with three digits. */
function short(value: number): string {
  return texNumber(value, 3);
}

/** Time since the start of the run: t itself, or t − t₀. */
function sinceStart(start: number): { readonly tex: string; readonly plain: string } {
  return start === 0 ? { tex: 't', plain: 't' } : { tex: '(t-t_0)', plain: '(t − t₀)' };
}

/** Constant friction: a mode from w₀, v₀ at the start. **exact** */
export function dampedMode(start: number): Equation {
  const { tex, plain } = sinceStart(start);
  return equation(
    'damped',
    `${fieldTex('w')} = e^{-\\gamma ${tex}/2}\\bigl[w_0\\cosh\\delta ${tex} + (v_0+\\tfrac{\\gamma}{2}w_0)\\tfrac{\\sinh\\delta ${tex}}{\\delta}\\bigr],\\quad \\delta^2=\\tfrac{\\gamma^2}{4}-\\omega^2`,
    `w = e^(−γ${plain}/2) [w₀ cosh δ${plain} + (v₀ + γw₀/2) sinh δ${plain}/δ], δ² = γ²/4 − ω²`,
  );
}

/** No friction: a mode from w₀, v₀ at the start. **exact** */
export function swingingMode(start: number): Equation {
  const { tex, plain } = sinceStart(start);
  return equation(
    'swinging',
    `${fieldTex('w')} = w_0\\cos\\omega ${tex} + v_0\\,\\tfrac{\\sin\\omega ${tex}}{\\omega}`,
    `w = w₀ cos ω${plain} + v₀ sin ω${plain}/ω`,
  );
}

const named: Readonly<Record<number, Equation>> = {
  1: equation('rest-1', `${fieldTex('w')} = w_0\\,J_0(\\omega t)`, 'w = w₀ J₀(ωt)'),
  2: equation('rest-2', `${fieldTex('w')} = w_0\\,\\frac{\\sin\\omega t}{\\omega t}`, 'w = w₀ sin ωt/ωt'),
  3: equation('rest-3', `${fieldTex('w')} = 2w_0\\,\\frac{J_1(\\omega t)}{\\omega t}`, 'w = 2w₀ J₁(ωt)/ωt'),
};

/** γ = n/t: a mode from rest at t = 0; physics.md 3.5. **exact** */
export function restingMode(n: number): Equation {
  const own = named[n];
  if (own !== undefined) return own;
  const mu = (n - 1) / 2;
  return equation(
    'power',
    `${fieldTex('w')} = w_0\\,\\Gamma(\\mu{+}1)\\Bigl(\\frac{2}{\\omega t}\\Bigr)^{\\!\\mu} J_\\mu(\\omega t),\\quad \\mu=\\tfrac{n-1}{2}=${short(mu)}`,
    `w = w₀ Γ(μ+1) (2/ωt)^μ J_μ(ωt), μ = (n−1)/2 = ${formatShort(mu)}`,
  );
}

/** γ = n/t: a mode that starts after t = 0, with both solutions of Bessel's equation. **exact** */
export function startedMode(n: number): Equation {
  const mu = (n - 1) / 2;
  return equation(
    'power-started',
    `${fieldTex('w')} = t^{-\\mu} Z_\\mu(\\omega t),\\quad \\mu=\\tfrac{n-1}{2}=${short(mu)}`,
    `w = t^(−μ) Z_μ(ωt), μ = (n−1)/2 = ${formatShort(mu)}`,
  );
}

/** a = t^s with a^{-2} on the couplings and J = 0; n ≠ 0. **exact** */
export function powerRedshifted(n: number, d: number): Equation {
  const s = n / d;
  if (Math.abs(s - 1) < 1e-9) {
    return equation(
      'milne-redshift',
      `${fieldTex('w')} = t^{m},\\quad m=\\tfrac{1-d\\pm\\sqrt{(d-1)^2-4k^2}}{2}`,
      'w = t^m, m = (1 − d ± √((d−1)² − 4k²))/2',
    );
  }
  const nu = (1 - n) / (2 * (1 - s));
  return equation(
    'power-redshift',
    `\\begin{aligned} ${fieldTex('w')} &= t^{\\frac{1-n}{2}} Z_\\nu\\!\\Bigl(\\tfrac{k\\,t^{1-s}}{1-s}\\Bigr) \\\\ s &= \\tfrac nd, \\quad \\nu=\\tfrac{1-n}{2(1-s)}=${short(nu)} \\end{aligned}`,
    `w = t^((1−n)/2) Z_ν(k t^(1−s)/(1−s)), s = n/d, ν = ${formatShort(nu)}`,
  );
}

/** a = e^{Ht} with a^{-2} on the couplings, J the same everywhere. **exact** */
export const deSitterRedshifted = equation(
  'ds-redshift',
  `${fieldTex('w')} = e^{-dHt/2}\\,Z_\\nu\\!\\bigl(\\tfrac{k}{H}e^{-Ht}\\bigr),\\quad \\nu^2=\\tfrac{d^2}{4}-\\tfrac{J}{H^2}`,
  'w = e^(−dHt/2) Z_ν((k/H) e^(−Ht)), ν² = d²/4 − J/H²',
);
