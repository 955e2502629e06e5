import type { ObservationId } from '../../engine/observations/index.ts';
import { parseSweep, sweepVersion } from '../../engine/sweep/document.ts';
import { SEED } from '../../engine/sweep/axis.ts';
import type { Sweep } from '../../engine/sweep/types.ts';
import { declared, text } from '../../messages/index.ts';
import { orderedScenario } from '../../scenario/document.ts';
import type { Parameter } from '../../scenario/controls.ts';
import { controlsOf } from '../../scenario/patch.ts';
import { FRICTION } from '../../scenario/friction.ts';
import type { Scenario } from '../../scenario/types.ts';
import { activationOptions } from '../controls/options.ts';
import { limitsOf, scaleOf } from '../controls/rangeOf.ts';
import type { NumericDeclaration } from '../controls/types.ts';
import { keyControls, parameterId } from '../strip/keyControls.ts';

/** A range as a hand sets it up. */
export interface RangeSetup {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly scale: 'linear' | 'log';
}

/** Some of the values of a parameter that has a few, in their order. */
export interface ListSetup {
  readonly path: string;
  readonly values: readonly (string | boolean)[];
}

export type AxisSetup = RangeSetup | ListSetup;

/** What a hand has set up: one axis or two, how long every run is, what is measured beside the cost. */
export interface Setup {
  readonly x: AxisSetup;
  readonly y: AxisSetup | null;
  readonly span: number;
  readonly observe: readonly ObservationId[];
}

interface Named {
  readonly path: string;
  /** '' where it has none. */
  readonly symbol: string;
  readonly label: string;
  readonly unit: string;
  readonly live: boolean;
}
interface Ranged extends Named {
  /** Whole numbers alone. */
  readonly whole: boolean;
  readonly range: Pick<RangeSetup, 'from' | 'to' | 'scale'>;
}
interface Listed extends Named {
  readonly options: readonly { readonly value: string | boolean; readonly label: string }[];
}

/** A parameter that can be swept: over a range, or over some of its choices. */
export type Sweepable = Ranged | Listed;

/** Observations that say something of a run in a number or a word at its end (test/ui/sweep). */
export const observable = [
  'regime',
  'modes',
  'participation',
  'nonlocality',
  'energy-budget',
  'momentum',
  'w-eff',
  'noise',
  'force-noise',
  'temperature',
  'cost-series',
  'couplings',
  'action',
  'bulk-boundary',
  'stall',
  'mean-field',
] as const satisfies readonly ObservationId[];

/** Types whose values are numbers on a slider. */
const NUMERIC: readonly string[] = ['real', 'integer', 'auto', 'optional-real', 'profile'];
/** Runs of an axis at first: of an even one such that its values are short to write. */
const COUNT = { linear: 21, log: 24 } as const;
const SPAN = 10;

/** The values of a parameter that has a few, with their names; [] of others. */
function optionsOf(declaration: Parameter): Listed['options'] {
  switch (declaration.type) {
    case 'choice':
      return declaration.options;
    case 'boolean':
      return [false, true].map((value) => ({ value, label: text(value ? 'sweep.on' : 'sweep.off') }));
    case 'activation':
      return activationOptions(null);
    default:
      return [];
  }
}

/** Every parameter of a run that a range can be put over or that has choices, and its seed. */
export function sweepables(scenario: Scenario): readonly Sweepable[] {
  const seed: Sweepable = {
    path: SEED,
    symbol: '',
    label: text('sweep.seed'),
    unit: '',
    whole: true,
    range: { from: 1, to: COUNT.linear, scale: 'linear' },
    live: false,
  };
  const declaredOnes = controlsOf(scenario).flatMap((section) =>
    section.parameters.flatMap((control): readonly Sweepable[] => {
      const label = declared(`${parameterId(section, control)}.label`, control.declaration.label);
      const { path } = control;
      const { symbol, apply } = control.declaration;
      const named = { path, symbol, label, live: apply === 'live' };
      const options = optionsOf(control.declaration);
      if (options.length > 1) return [{ ...named, unit: '', options }];
      if (!NUMERIC.includes(control.declaration.type)) return [];
      const declaration = control.declaration as NumericDeclaration;
      const { min, max, kind } = scaleOf(declaration);
      const { min: least, exclusiveMin } = limitsOf(declaration);
      // A slider may begin at a limit that is none of the values.
      const from = exclusiveMin && min <= least ? least + (max - least) / 100 : min;
      return [
        {
          ...named,
          unit: declaration.unit ?? '',
          whole: declaration.type === 'integer',
          range: { from, to: max, scale: kind },
        },
      ];
    }),
  );
  return [...declaredOnes, seed];
}

/** How many values an axis has. */
export const valueCount = (axis: AxisSetup): number => ('values' in axis ? axis.values.length : axis.count);

/** An axis over a parameter's whole slider, of whole numbers as many as differ; or over all its choices. */
export function axisOver(swept: Sweepable): AxisSetup {
  const { path } = swept;
  if ('options' in swept) return { path, values: swept.options.map(({ value }) => value) };
  const { range, whole } = swept;
  const { from, to, scale } = range;
  // The first two lie closest in even ratios.
  const differ =
    scale === 'log' ? 1 + Math.floor(Math.log(to / from) / Math.log(1 + 1 / from)) : to - from + 1;
  const count = whole ? Math.min(COUNT[scale], differ) : COUNT[scale];
  return { path, from, to, scale, count: Math.max(2, count) };
}

/**
 * The setup that a run begins with: its friction, and the control that it asks for beside it, else its first live one.
 *  @param asked  `view.controls`
 */
export function firstSetup(scenario: Scenario, asked: unknown): Setup {
  const all = sweepables(scenario);
  const x = all.find(({ path }) => path === FRICTION) ?? all[0];
  const others = all.filter(({ path }) => path !== x.path);
  const [key] = keyControls(asked, controlsOf(scenario));
  const y =
    others.find(({ path }) => path === key?.control.path) ??
    others.find((one) => one.live && 'range' in one) ??
    null;
  return { x: axisOver(x), y: y === null ? null : axisOver(y), span: SPAN, observe: ['regime'] };
}

/**
 * The sweep of a setup: of the scenario as it stands, its edits in force, from its start.
 *  @throws ScenarioError where it is none
 */
export function sweepOf(scenario: Scenario, { x, y, span, observe }: Setup): Sweep {
  const axes = [x, ...(y === null ? [] : [y])];
  const t0 = scenario.expansion.t0 as number;
  return parseSweep({
    version: sweepVersion,
    title: scenario.title,
    scenario: orderedScenario(scenario),
    axes,
    until: t0 + span,
    observe,
  });
}
