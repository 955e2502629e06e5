import { createElement, type ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import '../../src/messages/late.ts';
import { describeRun } from '../../src/engine/describe.ts';
import { framerOf } from '../helpers/framer.ts';
import type { Simulation } from '../../src/engine/simulation.ts';
import { spacing } from '../../src/engine/studies/spacing.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { expansionOf, growthAt, isSteady } from '../../src/scenario/expansion.ts';
import { currentScenario } from '../../src/scenario/patch.ts';
import { readoutsOf } from '../../src/store/connect.ts';
import { useLab } from '../../src/store/index.ts';
import { RegimeBadge, regimeName, regimeWords } from '../../src/ui/controls/RegimeBadge.tsx';
import { TextbookNote } from '../../src/ui/controls/TextbookNote.tsx';
import { lagrangianOf, motionOf, sourceOf } from '../../src/ui/math/equations.ts';
import { NowReadouts } from '../../src/ui/rails/NowReadouts.tsx';
import { ValuesPanel } from '../../src/ui/rails/ValuesPanel.tsx';
import { analogyWords } from '../../src/ui/universe/analogy.ts';
import type { History } from '../../src/views/charts/expansion/series.ts';
import { costFigure, costTable } from '../../src/views/charts/cost/series.ts';
import { isEmpty } from '../../src/views/charts/figure.ts';
import { horizonFigure } from '../../src/views/charts/horizon/figure.ts';
import { wavesOf } from '../../src/views/charts/horizon/waves.ts';
import { hubbleShare } from '../../src/views/universe/rings.ts';
import { caseFiles, caseRun } from '../helpers/cases.ts';

/** A run as the page knows it. */
function seen(run: Simulation) {
  const framer = framerOf(run);
  const info = describeRun(run, framer.shape);
  const frame = framer.fill(run);
  if (frame === null) throw new Error('no frame');
  const scenario = currentScenario(info.document);
  const readouts = readoutsOf(frame);
  const state = { info, readouts, document: info.document, present: { document: info.document, scenario } };
  useLab.setState(state);
  // Parts that are drawn without a browser read the store as it was at first.
  Object.assign(useLab.getInitialState(), state);
  return { run, info, frame, scenario, readouts, expansion: expansionOf(scenario, info.dimension) };
}
const shown = (part: ComponentType): string => renderToStaticMarkup(createElement(part));
afterEach(() => useLab.setState({ info: null, readouts: null, document: null, present: null }));

/** The horizon of a case over a stretch of time. */
function horizonOf(number: string, until: number) {
  const { info, frame, scenario, expansion } = seen(caseRun(number));
  const start = Number(scenario.expansion.t0) === 0 ? 0.1 : Number(scenario.expansion.t0);
  const time = (row: number): number => start + ((until - start) * row) / 400;
  const history: History = {
    length: 401,
    dimension: expansion.dimension,
    time,
    gamma: (row) => expansion.gamma(time(row)),
    logScaleFactor: (row) => expansion.logScaleFactor(time(row)),
  };
  const waves = wavesOf(info, frame, 0);
  if (typeof waves === 'string') throw new Error(waves);
  const figure = horizonFigure(history, waves, expansion);
  if (isEmpty(figure)) throw new Error(figure.empty);
  return { figure, words: analogyWords(waves.redshift, isSteady(scenario), growthAt(expansion, until)) };
}
const crosses = ({ figure }: ReturnType<typeof horizonOf>): number =>
  figure.panels[0].marks.filter(({ kind }) => kind === 'dots').flatMap(({ x }) => Array.from(x)).length;

describe('cases: what the lab says of them is so', () => {
  it('all are there, and each opens', () => {
    expect(Object.keys(caseFiles)).toHaveLength(17);
    for (const number of Object.keys(caseFiles)) expect(() => caseRun(number)).not.toThrow();
  });

  it('01: descent at the rate that was given: ηλ = 4.1 > 2, which runs away, and does', () => {
    const { info, run, readouts } = seen(caseRun('01'));
    expect(readouts.textbook).toBeCloseTo(4.1, 10);
    expect(renderToStaticMarkup(createElement(TextbookNote, { info }))).toContain('ηλ = 4.10 &gt; 2');
    expect(run.advance(1000).blowUp).not.toBeNull();
  });

  it('03, 04: no momentum without inertia; that of the sub-step with it', () => {
    seen(caseRun('03'));
    expect(shown(ValuesPanel)).toContain('friction');
    expect(shown(ValuesPanel)).not.toContain('momentum');
    seen(caseRun('04'));
    const words = shown(ValuesPanel);
    // γ = 1, dt = 0.5 in four: μ = e^{−1/8}.
    expect(words).toContain('sub-step');
    expect(words).toContain(Math.exp(-0.125).toFixed(3));
  });

  it('05: step data promise no slope; and it measures none', () => {
    const { scenario } = seen(caseRun('05'));
    const study = spacing.run(scenario, typescriptKernels);
    let next = study.next();
    while (next.done !== true) next = study.next();
    const [{ expected, fit }] = next.value.series;
    expect(expected).toBeNull();
    expect(Math.abs(fit?.slope ?? NaN)).toBeLessThan(0.5);
  });

  it('06: mixed at the start, with counts and the Hessian’s index beside it', () => {
    const { readouts } = seen(caseRun('06'));
    expect(regimeName(readouts.modes)).toBe('mixed at the start');
    expect(regimeWords(readouts.modes, true)).toMatch(
      /9 modes swing, 5 creep, 0 are flat, 11 grow\..*negative curvature.*not quadratic/,
    );
    expect(shown(RegimeBadge)).toContain('index 11');
    expect(shown(RegimeBadge)).toContain('9 swing · 5 creep<');
  });

  it('07: beyond 2 at the start is no verdict on a cost that is not quadratic', () => {
    const { info } = seen(caseRun('07'));
    const words = renderToStaticMarkup(createElement(TextbookNote, { info }));
    expect(words).toMatch(/ηλ ≈ 2\.5\d* &gt; 2 here/);
    expect(words).not.toContain('runs away');
  });

  it('08: the boundary of γ = 2/t is no static one: in normal form w sin ωt/t, all that has a frequency swings', () => {
    const found = horizonOf('08', 20);
    expect(found.words).toBe('universe.rail.analogyMoving');
    expect(found.figure.summary).toContain('64 of 64 modes');
    expect(found.figure.summary).toContain('moves as friction changes');
    expect(found.figure.summary).not.toContain('static');
  });

  it('09: in a decelerating universe modes enter the Hubble length', () => {
    const found = horizonOf('09', 2000);
    expect(found.words).toBe('universe.rail.redshiftedIn');
    expect(found.figure.summary).toContain('enter the Hubble length');
    expect(crosses(found)).toBeGreaterThan(0);
  });

  it('10: of 576 modes of a 24 × 24 field 165 swing at γ = 4.5', () => {
    const found = horizonOf('10', 10);
    expect(found.words).toBe('universe.rail.analogy');
    expect(found.figure.summary).toContain('165 of 576 modes');
    expect(caseRun('10').modeFacts()).toMatchObject({ swinging: 165, flat: 1, creeping: 410 });
  });

  it('11: cross-entropy is in nats, on the axis and in the file; a field has no unit', () => {
    const { info } = seen(caseRun('11'));
    expect(info.costUnit).toBe('nat');
    const track = { id: 'main', index: 0, role: 'second', firstOrder: false } as const;
    const course = {
      length: 2,
      step: (n: number) => n,
      time: (n: number) => n,
      gamma: () => 1,
      value: () => 1,
    };
    const figure = costFigure(course, [track], info.costUnit);
    if (isEmpty(figure)) throw new Error(figure.empty);
    expect(figure.panels[0].y.name).toBe('cost, energy: nats, logarithmic');
    expect(costTable(course, [track], info.costUnit).columns[3]).toBe('main: cost C [nat]');
    expect(seen(caseRun('10')).info.costUnit).toBe('1');
    expect(seen(caseRun('08')).info.costUnit).toBe('target^2');
  });

  it('12: waves of speed 4: the Hubble length is 4/H = 20, not 1/H', () => {
    const { info, readouts } = seen(caseRun('12'));
    expect(info.wave).toEqual({ speed: 4, uniform: true });
    expect(readouts.hubble).toBeCloseTo(0.2, 12);
    expect(hubbleShare(readouts.hubble, 64, 4, 1)).toBeCloseTo(20 / 64, 12);
    // Every second bond of Example 1 is 0: nothing runs, and there is no such length.
    expect(seen(caseRun('06')).info.wave).toBeNull();
  });

  it('13, 15: badges of a redshifted run at t = 40 and of γ = 4 under 4.147', () => {
    const late = caseRun('13');
    late.advance(Math.round(40 / late.dt));
    expect(regimeName(seen(late).readouts.modes)).toBe('overdamped');
    expect(regimeName(seen(caseRun('15')).readouts.modes)).toBe('mixed');
  });

  it('14: J of either sign stands at the border of a step: +2.56 and −1.28', () => {
    const { run } = seen(caseRun('14'));
    const J = Array.from(run.tracks[0].system.couplings(null)?.J ?? []);
    expect(Math.max(...J)).toBeCloseTo(2.56, 12);
    expect(Math.min(...J)).toBeCloseTo(-1.28, 12);
    const { info } = seen(run);
    expect(info.wave?.uniform).toBe(false);
  });

  it('16: textbook steps are Eq. 3, with their own equation and no T − C', () => {
    const { info } = seen(caseRun('16'));
    expect(sourceOf(info)).toBe('Eq. 3');
    expect(motionOf(info).map(({ plain }) => plain)).toEqual(['wₙ ← wₙ − η ∂C/∂wₙ']);
    expect(lagrangianOf(info)?.plain).not.toContain('T − C');
    expect(shown(NowReadouts)).not.toContain('Kinetic');
  });

  it('17: e-folds are ∫H dt: n ln(t/t₀)/d, where Ht would be n/d for ever', () => {
    const run = caseRun('17');
    run.advance(Math.round(3 / run.dt));
    const { readouts, expansion } = seen(run);
    expect(readouts.efolds).toBeCloseTo((2 * Math.log(4)) / expansion.dimension, 12);
    expect(shown(NowReadouts)).toContain('∫H dt');
  });
});
