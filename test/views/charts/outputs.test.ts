import { describe, expect, it } from 'vitest';
import { History } from '../../../src/engine/history.ts';
import { Observers } from '../../../src/engine/observations/observers.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import type { KernelMap, OutputCourse } from '../../../src/store/index.ts';
import { isEmpty, type Figure, type Line } from '../../../src/views/charts/figure.ts';
import { outputsFigure, outputsTable } from '../../../src/views/charts/outputDynamics/figure.ts';
import { drawKernel, keyColours, leastOf } from '../../../src/views/charts/tangentKernel/picture.ts';
import '../../../src/messages/late.ts';
import { simulate } from '../../helpers/run.ts';
import { chartStyle } from './style.ts';

const sections = {
  system: { kind: 'dense', sizes: [1, 6, 1], parameterization: 'ntk' },
  data: { kind: 'sine', samples: 9 },
  initial: { kind: 'random' },
  dynamics: { kind: 'second-order', dt: 0.03125 },
  expansion: { kind: 'de-sitter', gamma: 1 },
};

/** What is seen after so many steps. */
function seenAt(steps: number, changes: Readonly<Record<string, unknown>> = {}) {
  const simulation = simulate({ ...sections, ...changes });
  simulation.advance(steps);
  const observers = new Observers({ simulation, history: new History(), kernels: typescriptKernels });
  observers.subscribe({ key: 1, id: 'output-course' });
  observers.subscribe({ key: 2, id: 'kernel-map' });
  return { course: observers.value(1) as OutputCourse, map: observers.value(2) as KernelMap };
}

const asIs = (_name: string, data: { min: number; max: number }) => data;
function figureOf(course: OutputCourse): Figure {
  const shown = outputsFigure(course, asIs);
  if (isEmpty(shown)) throw new Error(shown.empty);
  return shown;
}
const linesOf = ({ panels: [{ marks }] }: Figure, ink: string): Line[] =>
  marks.filter((mark): mark is Line => mark.kind === 'line' && mark.ink === ink);

const start = seenAt(0).course;
const { course: later, map } = seenAt(48);

describe('outputs beside those of a frozen kernel', () => {
  it('before the first step the whole forecast is drawn, and said; each begins at its own output', () => {
    const figure = figureOf(start);
    const ahead = linesOf(figure, 'theory').filter(({ x }) => x.length > 1);
    expect(ahead).toHaveLength(start.lines.length);
    ahead.forEach(({ x, y, dash }, line) => {
      expect([x[0], dash]).toEqual([0, 'dash']);
      expect(y[0]).toBeCloseTo(start.outputs[line], 12);
    });
    expect(figure.x.span.max).toBe(start.forecast?.times.at(-1));
    expect(figure.summary).toContain('Their forecast for a frozen kernel reaches to t = ');
    expect(figure.labels.some(({ words }) => words === 'forecast')).toBe(true);
  });

  it('at rest nothing is called linear that is not', () => {
    expect(figureOf(start).facts?.notes[0]).toContain('approximate');
    const ring = {
      system: { kind: 'ring-shared', N: 6 },
      data: { kind: 'smooth-random', samples: 3 },
    };
    expect(figureOf(seenAt(0, ring).course).facts?.notes[0]).toContain('linear in the weights');
  });

  it('of the forecast only what is to come is drawn beyond the present, from the frozen course on', () => {
    const figure = figureOf(later);
    const now = later.times.at(-1) ?? 0;
    const [told, ahead] = [0, 1].map((of) =>
      linesOf(figure, 'theory').slice(of * later.lines.length, (of + 1) * later.lines.length),
    );
    told.forEach(({ x, y }, line) => {
      expect([x[0], x[x.length - 1]]).toEqual([0, now]);
      expect([ahead[line].x[0], ahead[line].y[0]]).toEqual([now, y[y.length - 1]]);
      expect(ahead[line].x[1]).toBeGreaterThan(now);
    });
    const real = linesOf(figure, 'second');
    expect(real[0].x[real[0].x.length - 1]).toBe(now);
  });

  it('beyond its end no forecast is left, and the axis ends at the present', () => {
    const forecast = { times: Float64Array.of(0, 0.5), outputs: new Float64Array(2 * later.lines.length) };
    const figure = figureOf({ ...later, forecast });
    expect(linesOf(figure, 'theory')).toHaveLength(later.lines.length);
    expect(figure.x.span.max).toBe(later.times.at(-1));
    expect(figure.summary).not.toContain('forecast');
  });

  it('a forecast that runs away leaves the picture and says so: the axis keeps to the run', () => {
    const { forecast } = later;
    if (forecast === null) throw new Error('no forecast');
    const wild = { ...forecast, outputs: forecast.outputs.map((value, n) => value * 10 ** n) };
    const { panels, facts } = figureOf({ ...later, forecast: wild });
    expect(panels[0].y.span.max - panels[0].y.span.min).toBeLessThan(12);
    expect(facts?.notes.join(' ')).toContain('leave the picture');
    expect(figureOf(later).facts?.notes.join(' ')).not.toContain('leave the picture');
  });

  it('terms that are 0 have no place on their logarithmic axis; the others stand at their sizes', () => {
    const [, { marks, y }] = figureOf(start).panels;
    // At rest neither friction nor right side.
    expect(marks.map((mark) => Number.isNaN(mark.y[0]))).toEqual([false, true, false, true]);
    expect(10 ** y.span.max).toBeGreaterThan(start.norms.force[0]);
    expect(10 ** y.span.min).toBeLessThan(start.norms.acceleration[0]);
  });

  it('in files every instant is a row, then those of the forecast, with nothing in place of what is not known', () => {
    const { columns, rows } = outputsTable(later);
    const all = [...rows];
    const count = later.forecast?.times.filter((time) => time > (later.times.at(-1) ?? 0)).length ?? 0;
    expect(count).toBeGreaterThan(10);
    expect(all).toHaveLength(later.times.length + count);
    for (const row of all) expect(row).toHaveLength(columns.length);
    const frozen = columns.indexOf(`Z[${later.lines[0]}], frozen kernel`);
    const last = all[all.length - 1];
    expect(last[0]).toBe(later.forecast?.times.at(-1));
    expect(last[frozen]).toBe(later.forecast?.outputs.at(-later.lines.length));
    expect(last[columns.indexOf(`Z[${later.lines[0]}]`)]).toBeNaN();
  });
});

describe('the tangent kernel as a picture', () => {
  const names = { map: 'map', values: 'values', drift: 'drift', number: 'number', time: 'time' };
  const draw = (of: KernelMap, course: OutputCourse | null, width = 600, height = 160): string =>
    drawKernel(of, course, 'data:,', keyColours(String), names, width, height, chartStyle);
  const count = (svg: string, what: RegExp): number => svg.match(what)?.length ?? 0;

  it('colours run from 1 to −1, through 0', () => {
    const colours = keyColours(String).map(Number);
    expect([colours[0], colours.at(-1)]).toEqual([1, -1]);
    for (let n = 1; n < colours.length; n++) expect(colours[n]).toBeLessThan(colours[n - 1]);
    expect(colours.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
  });

  it('every eigenvalue above round-off has a dot, now and at the start; falling from left to right', () => {
    const svg = draw(map, later);
    const dots = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="[\d.]+" fill="([^"]+)"/g)];
    const now = dots.filter(([, , , fill]) => fill !== 'none');
    const above = map.values.filter((value) => value > 1e-13 * (map.values.at(-1) ?? 0));
    const shown = above.filter((value) => value > 1e-8 * (map.values.at(-1) ?? 0));
    expect(now.length).toBeGreaterThanOrEqual(shown.length - 1);
    expect(now.length).toBeLessThanOrEqual(above.length);
    for (let n = 1; n < now.length; n++) {
      expect(Number(now[n][1])).toBeGreaterThan(Number(now[n - 1][1]));
      expect(Number(now[n][2])).toBeGreaterThan(Number(now[n - 1][2]));
    }
  });

  it('the least eigenvalue of a kernel is 0 where it is round-off, below 0 too', () => {
    expect(leastOf(Float64Array.of(-7e-15, 3, 40))).toBe(0);
    expect(leastOf(Float64Array.of(2e-14, 3, 40))).toBe(0);
    expect(leastOf(Float64Array.of(1e-3, 3, 40))).toBe(1e-3);
  });

  it('its largest value stands at the ends of the key', () => {
    const svg = draw({ ...map, largest: 7.25 }, null);
    expect(svg).toContain('>7.3<');
    expect(svg).toContain('>−7.3<');
  });

  it('without a past there is no drift to draw; wide it stands beside the map, upright under it', () => {
    expect(count(draw(map, null), /class="drift"/g)).toBe(0);
    expect(count(draw(map, start), /class="drift"/g)).toBe(0);
    expect(count(draw(map, later), /class="drift"/g)).toBe(1);
    const side = (svg: string): number => Number(/class="kernel-map"[^>]* width="([\d.]+)"/.exec(svg)?.[1]);
    expect(side(draw(map, later, 600, 160))).toBeLessThan(160);
    expect(side(draw(map, later, 300, 600))).toBeGreaterThan(160);
  });
});
