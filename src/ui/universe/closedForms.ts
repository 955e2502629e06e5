import type { MessageId } from '../../messages/index.ts';
import { formatShort } from '../../messages/format.ts';
import { isSteady, type Expansion } from '../../scenario/expansion.ts';
import type { Scenario, Section } from '../../scenario/types.ts';
import type { Equation } from '../math/equations.ts';
import {
  dampedMode,
  deSitterRedshifted,
  equation,
  expansionTex,
  powerRedshifted,
  restingMode,
  short,
  startedMode,
  swingingMode,
} from './closedModes.ts';

/** Closed forms of a run, as physics.md 3.3 and 3.5 have them. **exact** */
export interface ClosedForms {
  /** a(t), piece by piece; empty where none is shown. */
  readonly scales: readonly Equation[];
  /** A mode of the run, and what kind of one it is; null where none is shown. */
  readonly mode: { readonly equation: Equation; readonly words: MessageId } | null;
  /** Why no mode is shown. */
  readonly none: MessageId;
}

/** What decides whether modes have closed forms, beside the history. */
export interface Nature {
  /** All modes keep their frequencies: the cost is quadratic, and the same at every step. */
  readonly quadratic: boolean;
  readonly firstOrder: boolean;
  readonly redshifted: boolean;
  /** J where it is one number for all sites. */
  readonly mass: number | null;
}

/** @param quadratic  whether the cost is, as the engine tells */
export function natureOf({ system, dynamics, batch }: Scenario, quadratic: boolean): Nature {
  return {
    quadratic: quadratic && batch.kind === 'full',
    firstOrder: dynamics.kind === 'gradient-flow' || dynamics.kind === 'gradient-descent',
    redshifted: system.redshift === 'physical',
    mass: typeof system.J === 'number' ? system.J : null,
  };
}

function numberIn(section: Section, name: string): number {
  const value = section[name];
  return typeof value === 'number' ? value : NaN;
}

/** Exponent n of γ = n/t; null where the history is no power law. */
export function powerOf({ kind }: Section, expansion: Expansion): number | null {
  const laws = ['power-law', 'fluid', 'radiation', 'matter', 'nesterov', 'milne', 'kination'];
  return laws.includes(kind) ? expansion.gamma(1) : null;
}

const deSitterScale = equation(
  'ds-scale',
  `${expansionTex('a')} = e^{Ht},\\quad H=\\gamma/d`,
  'a = e^(Ht), H = γ/d',
);
const flatScale = equation('flat-scale', `${expansionTex('a')} = 1`, 'a = 1');

function powerScale(n: number, d: number): Equation {
  return equation(
    'power-scale',
    `${expansionTex('a')} = t^{n/d} = t^{${short(n / d)}}`,
    `a = t^(n/d) = t^${formatShort(n / d)}`,
  );
}

/** A formula, and below it where it holds and what its letters are. */
function lines(formula: string, ...rest: readonly string[]): string {
  const below = rest.map((line) => `\\\\[2pt] &\\quad ${line}`).join('');
  return `\\begin{aligned} &${formula}${below} \\end{aligned}`;
}

/** a(t) of schedules that are not one law for all time. */
function scheduleScales(section: Section): readonly Equation[] {
  const early = numberIn(section, 't0') < 0;
  switch (section.kind) {
    case 'inverse':
      return [
        equation(
          'inverse-scale',
          `${expansionTex('a')} = \\exp\\frac{t+kt^2/2}{\\eta_0 d}${early ? ',\\quad t\\ge 0' : ''}`,
          `a = exp[(t + kt²/2)/(η₀ d)]${early ? ', t ≥ 0' : ''}`,
        ),
      ];
    case 'exponential':
      return [
        equation(
          'exponential-scale',
          `${expansionTex('a')} = \\exp\\frac{e^{kt}-1}{k\\,\\eta_0 d}`,
          'a = exp[(e^(kt) − 1)/(k η₀ d)]',
        ),
      ];
    case 'warmup':
      return [
        equation(
          'warmup-scale',
          lines(`${expansionTex('a')} = (t/T)^{n/d},\\quad n=T/\\eta_{\\max}`, '0\\le t\\le T'),
          'a = (t/T)^(n/d), n = T/η max, 0 ≤ t ≤ T',
        ),
        equation(
          'warmup-after',
          lines(`${expansionTex('a')} = e^{(t-T)/(d\\,\\eta_{\\max})}`, 't\\ge T'),
          'a = e^((t−T)/(d η max)), t ≥ T',
        ),
      ];
    case 'step':
      return [
        equation(
          'step-scale',
          lines(
            `${expansionTex('a')} = a_k\\,e^{(t-k\\Delta)/(d\\,\\eta_0 f^k)}`,
            'k=\\lfloor t/\\Delta\\rfloor\\ge 0',
          ),
          'a = a_k e^((t−kΔ)/(d η₀ f^k)), k = ⌊t/Δ⌋ ≥ 0',
        ),
        equation(
          'step-sum',
          `a_k^d = \\exp\\Bigl[\\tfrac{\\Delta}{\\eta_0}\\,\\tfrac{f^{-k}-1}{f^{-1}-1}\\Bigr]`,
          'a_k^d = exp[(Δ/η₀) (f^(−k) − 1)/(1/f − 1)]',
        ),
      ];
    case 'cosine':
      return [
        equation(
          'cosine-scale',
          lines(
            `${expansionTex('a')}^d = \\exp\\bigl[c\\arctan(r\\tan\\tfrac{\\pi t}{2T})\\bigr]`,
            'c=\\tfrac{2T}{\\pi\\sqrt{\\eta_{\\min}\\eta_{\\max}}},\\quad r=\\sqrt{\\tfrac{\\eta_{\\min}}{\\eta_{\\max}}}',
            '0\\le t\\le T',
          ),
          'a^d = exp[c arctan(r tan(πt/2T))], c = 2T/(π√(η min η max)), r = √(η min/η max), 0 ≤ t ≤ T',
        ),
        equation(
          'cosine-after',
          lines(
            `${expansionTex('a')}^d = \\exp\\Bigl[\\tfrac{T}{\\sqrt{\\eta_{\\min}\\eta_{\\max}}}+\\tfrac{t-T}{\\eta_{\\min}}\\Bigr]`,
            't\\ge T',
          ),
          'a^d = exp[T/√(η min η max) + (t−T)/η min], t ≥ T',
        ),
      ];
    default:
      return [];
  }
}

/** The closed forms that are shown of a run: only what is exact of it. */
export function closedForms(section: Section, expansion: Expansion, nature: Nature): ClosedForms {
  const d = expansion.dimension;
  const n = powerOf(section, expansion);
  const start = Number.isNaN(numberIn(section, 't0')) ? 0 : numberIn(section, 't0');
  const flat = section.kind === 'flat' || n === 0;
  const constant = isSteady({ expansion: section });
  // Every kind whose rate may be constant counts from a = 1 at t = 0.
  const scales = flat
    ? [flatScale]
    : n !== null
      ? [powerScale(n, d)]
      : constant
        ? [deSitterScale]
        : scheduleScales(section);
  const mode = (equation: Equation, words: MessageId): ClosedForms => ({
    scales,
    mode: { equation, words },
    none: 'universe.rail.closedNone',
  });
  const without = (none: MessageId): ClosedForms => ({ scales, mode: null, none });
  if (nature.firstOrder) return without('universe.rail.closedNoneFirst');
  if (!nature.quadratic) return without('universe.rail.closedNoneCost');
  // a = 1: nothing is stretched.
  if (flat) return mode(swingingMode(start), 'universe.rail.closedStarted');
  if (nature.redshifted) {
    if (n !== null && nature.mass === 0) {
      return mode(powerRedshifted(n, d), 'universe.rail.closedRedshift');
    }
    return constant && nature.mass !== null
      ? mode(deSitterRedshifted, 'universe.rail.closedRedshift')
      : without('universe.rail.closedNone');
  }
  if (constant) return mode(dampedMode(start), 'universe.rail.closedStarted');
  if (n === null) return without('universe.rail.closedNone');
  return start === 0
    ? mode(restingMode(n), 'universe.rail.closedMode')
    : mode(startedMode(n), 'universe.rail.closedGeneral');
}
