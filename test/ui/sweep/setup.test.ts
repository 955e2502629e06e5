import { describe, expect, it } from 'vitest';
import { observations, type ObservationId } from '../../../src/engine/observations/index.ts';
import { readSweep, serializeSweep, sweepHash } from '../../../src/engine/sweep/document.ts';
import { runPoint } from '../../../src/engine/sweep/point.ts';
import { rowLine } from '../../../src/engine/sweep/results.ts';
import type { SweepRow } from '../../../src/engine/sweep/types.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { parseScenario } from '../../../src/scenario/validate.ts';
import { sections } from '../../../src/scenario/sections.ts';
import { headingOf, pictureName } from '../../../src/ui/sweep/picture.ts';
import { linesOf } from '../../../src/ui/sweep/savePicture.ts';
import { axisNames } from '../../../src/ui/sweep/words.ts';
import { pointOf } from '../../../src/ui/sweep/quantities.ts';
import {
  axisOver,
  firstSetup,
  observable,
  sweepables,
  sweepOf,
  valueCount,
} from '../../../src/ui/sweep/setup.ts';

const ring = parseScenario({ version: 1, system: { kind: 'ring-shared', N: 8 } });

describe('sweep panel: setup', () => {
  it.each(Object.keys(sections.system.parts))('%s: begins with a sweep that the format takes', (kind) => {
    const scenario = parseScenario({ version: 1, system: { kind } });
    const sweep = sweepOf(scenario, firstSetup(scenario, undefined));
    expect(sweep.axes[0].path).toBe('expansion.gamma');
    expect(sweep.axes).toHaveLength(2);
    expect(readSweep(serializeSweep(sweep))).toEqual(sweep);
  });

  it('the control that a document asks for beside friction is the second axis', () => {
    expect(firstSetup(ring, ['expansion.gamma', 'data.J']).y?.path).toBe('data.J');
  });

  it('offers every number of the run and its seed, each with a range that its declaration takes', () => {
    const all = sweepables(ring);
    expect(all.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['seed', 'system.N', 'data.K', 'dynamics.dt', 'expansion.gamma']),
    );
    for (const one of all) {
      if (!('range' in one)) continue;
      const { path, range } = one;
      const setup = { ...firstSetup(ring, undefined), x: { path, ...range, count: 2 }, y: null };
      expect(sweepOf(ring, setup).axes[0].values, path).toEqual([range.from, range.to]);
    }
  });

  it('offers choices too, all of them at first, as values that the format lists', () => {
    const deep = parseScenario({ version: 1, system: { kind: 'dense' } });
    const one = sweepables(deep).find(({ path }) => path === 'system.activation');
    if (one === undefined || !('options' in one)) throw new Error('no choice');
    expect(one.options.map(({ value }) => value)).toContain('relu');
    const setup = { ...firstSetup(deep, undefined), x: axisOver(one), y: null };
    const sweep = sweepOf(deep, setup);
    expect(sweep.axes[0].values).toEqual(one.options.map(({ value }) => value));
    expect(axisNames(sweep)[0].value('relu')).toBe(one.options.find(({ value }) => value === 'relu')?.label);
    const two = sweepOf(deep, { ...setup, x: { path: one.path, values: ['tanh', 'relu'] } });
    expect(readSweep(serializeSweep(two)).axes[0].values).toEqual(['tanh', 'relu']);
    const run = (point: number) => runPoint(two, sweepHash(two), point, typescriptKernels);
    expect([run(0).state, run(1).state]).toEqual(['done', 'done']);
  });

  it('the key of a saved picture breaks into lines that fit; what is wider than all of one has its own', () => {
    const widths = (room: number) =>
      linesOf(
        [50, 30, 30, 200, 10].map((width) => ({ width })),
        room,
        10,
      ).map((line) => line.map(({ width }) => width));
    expect(widths(130)).toEqual([[50, 30, 30], [200], [10]]);
    expect(widths(129)).toEqual([[50, 30], [30], [200], [10]]);
    expect(widths(1000)).toEqual([[50, 30, 30, 200, 10]]);
  });

  it('a saved picture is headed by its run, its quantity and the values that it is cut at', () => {
    const sweep = sweepOf(
      { ...ring, title: 'My ring' },
      { ...firstSetup(ring, ['expansion.gamma', 'data.J']) },
    );
    const shown = {
      sweep,
      slice: { x: 0, y: null, at: [0, 2] },
      quantity: 'cost',
      points: new Map(),
      unit: null,
    };
    const J = sweep.axes[1].values[2];
    expect(headingOf(shown)).toMatch(/^Cost at the end: My ring, J = /);
    expect(headingOf(shown)).toContain(axisNames(sweep)[1].value(J));
    expect(pictureName(shown)).toMatch(/^cost-at-the-end-my-ring-j-.*\.png$/);
  });

  it.each(Object.keys(sections.system.parts))(
    '%s: an axis over any of its sliders is one of values that differ',
    (kind) => {
      const scenario = parseScenario({ version: 1, system: { kind } });
      for (const one of sweepables(scenario)) {
        const axis = axisOver(one);
        const sweep = sweepOf(scenario, { ...firstSetup(scenario, undefined), x: axis, y: null });
        expect(new Set(sweep.axes[0].values).size, one.path).toBe(valueCount(axis));
      }
    },
  );

  it('runs end a span after the start, wherever that is', () => {
    const late = parseScenario({ version: 1, expansion: { kind: 'power-law', n: 2, t0: 3 } });
    const setup = { ...firstSetup(late, undefined), span: 2 };
    expect(sweepOf(late, setup).end).toEqual({ until: 5 });
  });

  it('measures what says a number or a word at the end of some run: all such observations, no others', () => {
    const runs = [
      { version: 1, system: { kind: 'ring-shared', N: 8 } },
      {
        version: 1,
        system: { kind: 'ring-shared', N: 8 },
        dynamics: { kind: 'langevin' },
        noise: { temperature: 0.1 },
      },
      { version: 1, system: { kind: 'dense' }, batch: { kind: 'single' } },
    ].map(parseScenario);
    const says = (id: ObservationId): boolean =>
      runs.some((scenario) => {
        const setup = { ...firstSetup(scenario, undefined), y: null, span: 20 };
        const sweep = { ...sweepOf(scenario, setup), observe: [id] };
        const line = rowLine(runPoint(sweep, sweepHash(sweep), 12, typescriptKernels));
        const { scalars } = pointOf(JSON.parse(line) as SweepRow);
        return Object.keys(scalars).some((name) => name.split('.')[0] === id);
      });
    const asked = observations
      .filter(({ cadence }) => cadence !== 'job')
      .map(({ id }) => id as ObservationId);
    // What these say in a number is how large their own picture is.
    const pictures =
      'action-course dispersion field-past hessian-map kernel-map layer-locality layer-past local-sources output-course renormalisation source-past sources wiggle'.split(
        ' ',
      );
    expect(asked.filter((id) => says(id) && !pictures.includes(id)).sort()).toEqual([...observable].sort());
  });
});
