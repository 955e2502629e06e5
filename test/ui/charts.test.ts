import { describe, expect, it } from 'vitest';
import { drawerHeight, drawerLimits } from '../../src/ui/drawer/chartState.ts';
import {
  chosenWith,
  fittingTabs,
  homeCharts,
  offeredCharts,
  shownCharts,
} from '../../src/ui/drawer/shown.ts';
import { findCharts } from '../../src/ui/drawer/ChartList.tsx';
import { text } from '../../src/messages/index.ts';
import { chartGroups } from '../../src/store/pictures.ts';
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
    const ring = offered({
      system: { kind: 'ring-shared', N: 8 },
      data: { kind: 'uniform-bonds', K: 1, J: 0.3 },
      initial: { kind: 'packet' },
      dynamics: { kind: 'langevin' },
      noise: { temperature: 0.1 },
    });
    // What a bath shakes makes no action stationary.
    const notOffered = (ids: readonly string[]): Set<string> =>
      new Set(charts.map(({ id }) => id).filter((id) => !ids.includes(id)));
    expect(notOffered(ring)).toEqual(
      new Set([
        'action',
        'answers',
        'bulk',
        'layer-energy',
        'layer-pairs',
        'depth-profile',
        'edge-of-chaos',
        'ensemble',
        'stall',
        'tested',
        'units',
        'widths',
        'drift',
      ]),
    );
    const dense = offered({ system: { kind: 'dense', sizes: [2, 3, 1] }, data: { kind: 'xor' } });
    expect(notOffered(dense)).toEqual(
      new Set([
        'answers',
        'decimation',
        'flow',
        'heat',
        'horizon',
        'mode-tracks',
        'sample',
        'spacing',
        'symmetry',
        'tested',
        'two-frames',
        'units',
      ]),
    );
    expect(offered({ system: { kind: 'scalar-field-1d', N: 8 } })).not.toContain('learned');
    const flow = offered({ system: { kind: 'ring-shared', N: 8 }, dynamics: { kind: 'gradient-flow' } });
    expect(flow).not.toContain('energy-budget');
    expect(offeredCharts(charts, null)).toHaveLength(charts.length);
  });
  const none = { left: null, right: null, single: null };
  const unasked = { left: null, right: null };
  const infoOf = (sections: Readonly<Record<string, unknown>>, compared = false): RunInfo => {
    const other = { id: 'compare', role: 'other', sections: { expansion: { kind: 'de-sitter', gamma: 5 } } };
    const run = simulate(sections, compared ? [other] : []);
    return describeRun(run, framerOf(run).shape);
  };
  const ring = infoOf({ system: { kind: 'ring-shared', N: 8 } });
  const dense = infoOf({ system: { kind: 'dense', sizes: [2, 3, 1] }, data: { kind: 'xor' } });

  it('unasked: dense networks open on what they learn, lattices on their waves, and each slot on another', () => {
    const shown = (info: RunInfo | null) => shownCharts(charts, none, unasked, info);
    expect(shown(dense)).toEqual({ left: 'cost', right: 'learned', single: 'cost' });
    expect(shown(ring)).toEqual({ left: 'cost', right: 'space-time', single: 'cost' });
    expect(shown(null).left).toBe('cost');
  });
  it('comparison: weights come before cost, on the tabs and where nothing was chosen', () => {
    const info = infoOf({ system: { kind: 'ring-shared', N: 8 } }, true);
    expect(
      homeCharts(charts, 'left', info)
        .slice(0, 2)
        .map(({ id }) => id),
    ).toEqual(['weights', 'cost']);
    expect(shownCharts(charts, none, unasked, info)).toMatchObject({ left: 'weights', single: 'weights' });
  });
  it('a document: its charts are shown by slot, in either; what is not offered is passed over', () => {
    const asked = { left: 'histogram', right: 'viscosity' };
    expect(shownCharts(charts, none, asked, ring)).toEqual({
      left: 'histogram',
      right: 'viscosity',
      single: 'viscosity',
    });
    const offered = offeredCharts(charts, dense);
    expect(shownCharts(offered, none, { left: null, right: 'horizon' }, dense).right).toBe('learned');
    // The same twice: the right one gives way.
    expect(shownCharts(charts, none, { left: 'space-time', right: 'space-time' }, ring)).toMatchObject({
      left: 'space-time',
      right: 'learned',
    });
  });
  it('by hand: a chart may stand in either slot, and one that stands in the other changes places with it', () => {
    const before = shownCharts(charts, none, unasked, ring);
    const moved = chosenWith(none, before, 'left', 'space-time');
    expect(shownCharts(charts, moved, unasked, ring)).toMatchObject({ left: 'space-time', right: 'cost' });
    const apart = chosenWith(none, before, 'left', 'histogram');
    expect(shownCharts(charts, apart, unasked, ring)).toMatchObject({
      left: 'histogram',
      right: 'space-time',
    });
    expect(chosenWith(none, before, 'single', 'space-time')).toEqual({ ...none, single: 'space-time' });
  });
  it('tabs: as many as there is room for, the current one always among them', () => {
    const widths = [40, 60, 50, 70];
    expect(fittingTabs(widths, 10, 250, 0)).toEqual([0, 1, 2, 3]);
    expect(fittingTabs(widths, 10, 249, 0)).toEqual([0, 1, 2]);
    expect(fittingTabs(widths, 10, 249, 3)).toEqual([0, 1, 3]);
    expect(fittingTabs(widths, 10, 120, 3)).toEqual([0, 3]);
    expect(fittingTabs(widths, 10, 10, 2)).toEqual([2]);
    expect(fittingTabs([], 10, 10, -1)).toEqual([]);
  });
  it('the list: every chart under its question, found by name, title and help', () => {
    const { listed, best } = findCharts(charts, '');
    expect(best).toBe(undefined);
    expect(new Set(listed)).toEqual(new Set(charts));
    const order = listed.map(({ group }) => chartGroups.indexOf(group));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(findCharts(charts, 'phase').best?.id).toBe('phase-portrait');
    expect(findCharts(charts, 'hubble crossing').listed.map(({ id }) => id)).toEqual(['horizon']);
    expect(findCharts(charts, 'zebra').listed).toEqual([]);
  });
  it('words: every chart has a name, a title and one sentence of help', () => {
    for (const { name, title, help } of charts) {
      for (const id of [name, title, help]) expect(text(id), id).not.toBe(id);
      expect(text(name).length, name).toBeLessThan(14);
      expect(text(help).at(-1), help).toBe('.');
    }
  });
});
