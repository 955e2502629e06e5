import type { ObservationId } from '../../engine/observations/index.ts';
import { parseSweep, sweepVersion } from '../../engine/sweep/document.ts';
import { SEED } from '../../engine/sweep/axis.ts';
import type { Sweep } from '../../engine/sweep/types.ts';
import { declared, text } from '../../messages/index.ts';
import { orderedScenario } from '../../scenario/document.ts';
import { controlsOf } from '../../scenario/patch.ts';
import { FRICTION } from '../../scenario/friction.ts';
import type { Scenario } from '../../scenario/types.ts';
import { limitsOf, scaleOf } from '../controls/rangeOf.ts';
import type { NumericDeclaration } from '../controls/types.ts';
import { keyControls, parameterId } from '../strip/keyControls.ts';

/** An axis as a hand sets it up. */
export interface AxisSetup {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly scale: 'linear' | 'log';
}

/** What a hand has set up: one axis or two, how long every run is, what is measured beside the cost. */
export interface Setup {
  readonly x: AxisSetup;
  readonly y: AxisSetup | null;
  readonly span: number;
  readonly observe: readonly ObservationId[];
}

/** A parameter that can be swept over a range. */
export interface Sweepable {
  readonly path: string;
  /** '' where it has none. */
  readonly symbol: string;
  readonly label: string;
  readonly unit: string;
  /** Whole numbers alone. */
  readonly whole: boolean;
  readonly range: Pick<AxisSetup, 'from' | 'to' | 'scale'>;
  readonly live: boolean;
}

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
  'mean-field',
] as const satisfies readonly ObservationId[];

/** Types whose values are numbers on a slider. */
const NUMERIC: readonly string[] = ['real', 'integer', 'auto', 'optional-real', 'profile'];
/** Runs of an axis at first: of an even one such that its values are short to write. */
const COUNT = { linear: 21, log: 24 } as const;
const SPAN = 10;

/** Every parameter of a run that a range can be put over, and its seed. */
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
    section.parameters
      .filter(({ declaration }) => NUMERIC.includes(declaration.type))
      .map((control): Sweepable => {
        const declaration = control.declaration as NumericDeclaration;
        const { min, max, kind } = scaleOf(declaration);
        const { min: least, exclusiveMin } = limitsOf(declaration);
        // A slider may begin at a limit that is none of the values.
        const from = exclusiveMin && min <= least ? least + (max - least) / 100 : min;
        return {
          path: control.path,
          symbol: declaration.symbol,
          label: declared(`${parameterId(section, control)}.label`, declaration.label),
          unit: declaration.unit ?? '',
          whole: declaration.type === 'integer',
          range: { from, to: max, scale: kind },
          live: declaration.apply === 'live',
        };
      }),
  );
  return [...declaredOnes, seed];
}

/** An axis over a parameter's whole slider; of whole numbers as many as differ. */
export function axisOver({ path, range, whole }: Sweepable): AxisSetup {
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
  const y = others.find(({ path }) => path === key?.control.path) ?? others.find(({ live }) => live) ?? null;
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
