import { describe, expect, it } from 'vitest';
import { observations, type ObservationId } from '../../../src/engine/observations/index.ts';
import { readSweep, serializeSweep, sweepHash } from '../../../src/engine/sweep/document.ts';
import { runPoint } from '../../../src/engine/sweep/point.ts';
import { rowLine } from '../../../src/engine/sweep/results.ts';
import type { SweepRow } from '../../../src/engine/sweep/types.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { parseScenario } from '../../../src/scenario/validate.ts';
import { sections } from '../../../src/scenario/sections.ts';
import { pointOf } from '../../../src/ui/sweep/quantities.ts';
import { axisOver, firstSetup, observable, sweepables, sweepOf } from '../../../src/ui/sweep/setup.ts';

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
    for (const { path, range } of all) {
      const setup = { ...firstSetup(ring, undefined), x: { path, ...range, count: 2 }, y: null };
      expect(sweepOf(ring, setup).axes[0].values, path).toEqual([range.from, range.to]);
    }
  });

  it.each(Object.keys(sections.system.parts))(
    '%s: an axis over any of its sliders is one of values that differ',
    (kind) => {
      const scenario = parseScenario({ version: 1, system: { kind } });
      for (const one of sweepables(scenario)) {
        const axis = axisOver(one);
        const sweep = sweepOf(scenario, { ...firstSetup(scenario, undefined), x: axis, y: null });
        expect(new Set(sweep.axes[0].values).size, one.path).toBe(axis.count);
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
