import { expect, it } from 'vitest';
import '../../../../src/messages/late.ts';
import { plotLabels } from '../../../../src/views/graph/dense/labels.ts';
import { emptyState, isNarrow } from '../../../../src/views/graph/dense/state.ts';
import { taskOf } from '../../../../src/views/graph/dense/task.ts';
import { runInfoOf } from '../../runInfo.ts';

it('beside a plot in a narrow pane few words stand, that do not reach over the network', () => {
  const known = runInfoOf('dense', { sizes: [2, 5, 1] }, ['second', 'ghost']);
  const targets = Float64Array.from([1, -1]);
  const data = { ...known.data, outputCount: 1, sampleCount: 60, testCount: 40, targets };
  const state = { ...emptyState(), right: 59, task: taskOf(data, 0) };
  const said = (narrow: boolean): readonly (string | undefined)[] =>
    plotLabels({ ...known, data }, { x: 0, y: 0, half: 1 }, -2, { ...state, narrow }).map((label) =>
      label.offsets.length > 1 ? label.value?.() : undefined,
    );
  expect(said(false)).toContain('● target 1  ○ target −1  □ test');
  expect(said(false).some((words) => /^— .+: 59 of 60 right$/.test(words ?? ''))).toBe(true);
  expect(said(true)).toContain('● 1  ○ −1  □ test');
  expect(said(true)).toContain('— 59 of 60 right');
  // Before one goes to the left, over the network, all lines under the plot are tried.
  const shifts = plotLabels({ ...known, data }, { x: 0, y: 0, half: 1 }, -2, state)
    .filter((label) => label.offsets.length > 1)
    .map((label) => label.offsets.map(({ dx }) => -dx));
  for (const list of shifts) expect(list).toEqual([...list].sort((a, b) => a - b));
  // Over a network that ends above the plot's foot they begin at the right of its last layer's foot.
  const first = (lowest: number) =>
    plotLabels({ ...known, data }, { x: 0, y: 0, half: 1 }, lowest, state)
      .filter((label) => label.offsets.length > 1)
      .map((label) => label.offsets[0].dx);
  expect(new Set(first(-2))).toEqual(new Set([0]));
  expect(new Set(first(-0.5))).toEqual(new Set([48]));
  // A pane of the projector at 1280 pixels, and one of a screen of 1600.
  expect([isNarrow(640, 20), isNarrow(524, 12)]).toEqual([true, false]);
});
