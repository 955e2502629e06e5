import type { Expansion } from '../../scenario/expansion.ts';
import type { Section } from '../../scenario/types.ts';
import type { Equation } from '../math/equations.ts';
import { texNumber } from '../math/latex.ts';
import { formatShort } from '../../messages/format.ts';

/** Closed forms of a history, as physics.md 3.3 and 3.5 have them. **exact** */
export interface ClosedForms {
  /** a(t). */
  readonly scale: Equation | null;
  /** A mode of frequency ω. */
  readonly mode: Equation | null;
  /** A mode with physical redshift. */
  readonly redshifted: Equation | null;
}

const expansionTex = (tex: string): string => `\\htmlClass{c-expansion}{${tex}}`;
const fieldTex = (tex: string): string => `\\htmlClass{c-second}{${tex}}`;

function equation(id: string, tex: string, plain: string): Equation {
  return { id: `closed-${id}`, tex, plain };
}

/** A number in an exponent: whole, or with three digits. */
function short(value: number): string {
  return texNumber(value, 3);
}

const damped = equation(
  'damped',
  `${fieldTex('w')} = e^{-\\gamma t/2}\\bigl[w_0\\cosh\\delta t + (v_0+\\tfrac{\\gamma}{2}w_0)\\tfrac{\\sinh\\delta t}{\\delta}\\bigr],\\quad \\delta^2=\\tfrac{\\gamma^2}{4}-\\omega^2`,
  'w = e^(−γt/2) [w₀ cosh δt + (v₀ + γw₀/2) sinh δt/δ], δ² = γ²/4 − ω²',
);
const swinging = equation(
  'swinging',
  `${fieldTex('w')} = w_0\\cos\\omega t + v_0\\,\\tfrac{\\sin\\omega t}{\\omega}`,
  'w = w₀ cos ωt + v₀ sin ωt/ω',
);

const named: Readonly<Record<number, Equation>> = {
  1: equation('kination', `${fieldTex('w')} = w_0\\,J_0(\\omega t)`, 'w = w₀ J₀(ωt)'),
  2: equation('matter', `${fieldTex('w')} = w_0\\,\\frac{\\sin\\omega t}{\\omega t}`, 'w = w₀ sin ωt/ωt'),
  3: equation('nesterov', `${fieldTex('w')} = 2w_0\\,\\frac{J_1(\\omega t)}{\\omega t}`, 'w = 2w₀ J₁(ωt)/ωt'),
};

/** γ = n/t: a mode from rest at t = 0. */
function powerMode(n: number): Equation {
  const own = named[n];
  if (own !== undefined) return own;
  const mu = (n - 1) / 2;
  return equation(
    'power',
    `${fieldTex('w')} = w_0\\,\\Gamma(\\mu{+}1)\\Bigl(\\frac{2}{\\omega t}\\Bigr)^{\\!\\mu} J_\\mu(\\omega t),\\quad \\mu=\\tfrac{n-1}{2}=${short(mu)}`,
    `w = w₀ Γ(μ+1) (2/ωt)^μ J_μ(ωt), μ = (n−1)/2 = ${formatShort(mu)}`,
  );
}

function powerScale(n: number, d: number): Equation {
  return equation(
    'power-scale',
    `${expansionTex('a')} = t^{n/d} = t^{${short(n / d)}}`,
    `a = t^(n/d) = t^${formatShort(n / d)}`,
  );
}

/** a = t^s with a^{-2} on the couplings and J = 0. */
function powerRedshifted(n: number, d: number): Equation | null {
  const s = n / d;
  if (n === 0) return null;
  const nu = (1 - n) / (2 * (1 - s));
  if (Math.abs(s - 1) < 1e-9) {
    return equation(
      'milne-redshift',
      `${fieldTex('w')} = t^{m},\\quad m=\\tfrac{1-d\\pm\\sqrt{(d-1)^2-4k^2}}{2}`,
      'w = t^m, m = (1 − d ± √((d−1)² − 4k²))/2',
    );
  }
  return equation(
    'power-redshift',
    `${fieldTex('w')} = t^{\\frac{1-ds}{2}} Z_\\nu\\!\\Bigl(\\tfrac{k\\,t^{1-s}}{1-s}\\Bigr),\\quad \\nu=\\tfrac{1-ds}{2(1-s)}=${short(nu)}`,
    `w = t^((1−ds)/2) Z_ν(k t^(1−s)/(1−s)), ν = ${formatShort(nu)}`,
  );
}

const deSitterRedshifted = equation(
  'ds-redshift',
  `${fieldTex('w')} = e^{-dHt/2}\\,Z_\\nu\\!\\bigl(\\tfrac{k}{H}e^{-Ht}\\bigr),\\quad \\nu^2=\\tfrac{d^2}{4}-\\tfrac{J}{H^2}`,
  'w = e^(−dHt/2) Z_ν((k/H) e^(−Ht)), ν² = d²/4 − J/H²',
);

/** Exponent n of γ = n/t; null where the history is no power law. */
export function powerOf({ kind }: Section, expansion: Expansion): number | null {
  const laws = ['power-law', 'fluid', 'radiation', 'matter', 'nesterov', 'milne', 'kination'];
  return laws.includes(kind) ? expansion.gamma(1) : null;
}

/** The closed forms that are known of a history. */
export function closedForms(section: Section, expansion: Expansion): ClosedForms {
  const d = expansion.dimension;
  const n = powerOf(section, expansion);
  if (n !== null) {
    return { scale: powerScale(n, d), mode: powerMode(n), redshifted: powerRedshifted(n, d) };
  }
  switch (section.kind) {
    case 'de-sitter':
      return {
        scale: equation('ds-scale', `${expansionTex('a')} = e^{Ht}`, 'a = e^(Ht)'),
        mode: damped,
        redshifted: deSitterRedshifted,
      };
    case 'flat':
      return {
        scale: equation('flat-scale', `${expansionTex('a')} = 1`, 'a = 1'),
        mode: swinging,
        redshifted: null,
      };
    case 'inverse':
      return {
        scale: equation(
          'inverse-scale',
          `${expansionTex('a')} = \\exp\\frac{t+kt^2/2}{\\eta_0 d}`,
          'a = exp[(t + kt²/2)/(η₀ d)]',
        ),
        mode: null,
        redshifted: null,
      };
    case 'exponential':
      return {
        scale: equation(
          'exponential-scale',
          `${expansionTex('a')} = \\exp\\frac{e^{kt}-1}{k\\,\\eta_0 d}`,
          'a = exp[(e^(kt) − 1)/(k η₀ d)]',
        ),
        mode: null,
        redshifted: null,
      };
    case 'warmup':
      return {
        scale: equation(
          'warmup-scale',
          `${expansionTex('a')} = (t/T)^{n/d}\\ \\text{until } T,\\quad n=T/\\eta_{\\max}`,
          'a = (t/T)^(n/d) until T, n = T/η max',
        ),
        mode: null,
        redshifted: null,
      };
    case 'cosine':
      return {
        scale: equation(
          'cosine-scale',
          `${expansionTex('a')}^d = \\exp\\Bigl[\\tfrac{2T}{\\pi\\sqrt{\\eta_{\\min}\\eta_{\\max}}}\\arctan\\!\\bigl(\\sqrt{\\tfrac{\\eta_{\\min}}{\\eta_{\\max}}}\\tan\\tfrac{\\pi t}{2T}\\bigr)\\Bigr]`,
          'a^d = exp[2T/(π√(η min η max)) arctan(√(η min/η max) tan(πt/2T))]',
        ),
        mode: null,
        redshifted: null,
      };
    default:
      return { scale: null, mode: null, redshifted: null };
  }
}
