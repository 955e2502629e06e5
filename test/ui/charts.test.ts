import { describe, expect, it } from 'vitest';
import { drawerHeight, drawerLimits } from '../../src/ui/drawer/chartState.ts';
import { offeredCharts, preferredChart } from '../../src/ui/drawer/preferred.ts';
import { chartFileName } from '../../src/ui/drawer/saveChart.ts';
import { describeRun } from '../../src/engine/describe.ts';
import { framerOf } from '../helpers/framer.ts';
import { simulate } from '../helpers/run.ts';
import { charts } from '../../src/views/charts/index.ts';
import type { RunInfo } from '../../src/engine/protocol.ts';

describe('drawer', () => {
  it('height: from 120 pixels to 60 % of the window, whole pixels', () => {
    expect(drawerHeight(10, 900)).toBe(120);
    expect(drawerHeight(9999, 900)).toBe(540);
    expect(drawerHeight(200.4, 900)).toBe(200);
    expect(drawerLimits(100)).toEqual({ min: 120, max: 120 });
  });
  it('files: named by scenario and chart', () => {
    expect(chartFileName('A circle in a ring', 'cost', 'csv')).toBe('a-circle-in-a-ring-cost.csv');
  });
});

describe('charts', () => {
  it('ids: none is twice', () => {
    expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
  });
  it('offered: only those that have something to show of the run', () => {
    const offered = (sections: Readonly<Record<string, unknown>>): readonly string[] => {
      const run = simulate(sections);
      return offeredCharts(charts, describeRun(run, framerOf(run).shape)).map(({ id }) => id);
    };
    const ring = offered({ system: { kind: 'ring-shared', N: 8 } });
    expect(ring).toEqual(charts.map(({ id }) => id));
    const dense = offered({ system: { kind: 'dense', sizes: [2, 3, 1] }, data: { kind: 'xor' } });
    expect(charts.map(({ id }) => id).filter((id) => !dense.includes(id))).toEqual(['horizon', 'spacing']);
    expect(offered({ system: { kind: 'scalar-field-1d', N: 8 } })).not.toContain('learned');
    const flow = offered({ system: { kind: 'ring-shared', N: 8 }, dynamics: { kind: 'gradient-flow' } });
    expect(flow).not.toContain('energy-budget');
    expect(offeredCharts(charts, null)).toHaveLength(charts.length);
  });
  it('preferred: dense networks open on what they learn, lattices on their waves', () => {
    const infoOf = (shape: string) => ({ layout: { shape }, tracks: [] }) as unknown as RunInfo;
    const right = charts.filter(({ slot }) => slot === 'right');
    expect(preferredChart(right, 'right', infoOf('layers'))).toBe('learned');
    expect(preferredChart(right, 'right', infoOf('ring'))).toBe('space-time');
    expect(preferredChart(charts, 'single', null)).toBe('cost');
  });
  it('comparison: weights come before cost, on the tabs and where nothing was chosen', () => {
    const compared = simulate({ system: { kind: 'ring-shared', N: 8 } }, [
      { id: 'compare', role: 'other', sections: { expansion: { kind: 'de-sitter', gamma: 5 } } },
    ]);
    const info = describeRun(compared, framerOf(compared).shape);
    const ids = offeredCharts(charts, info).map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['weights', 'cost']);
    expect(preferredChart(offeredCharts(charts, info), 'left', info)).toBe('weights');
    expect(preferredChart(offeredCharts(charts, info), 'single', info)).toBe('weights');
  });
});
