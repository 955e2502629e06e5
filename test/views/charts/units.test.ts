import { expect, it } from 'vitest';
import { unitsFigure, type Seen } from '../../../src/views/charts/units/figure.ts';
import type { RunData } from '../../../src/engine/protocol.ts';
import { tracks } from './run.ts';

const outputsOf = (index: number, probe: number[]) => ({
  track: tracks[index],
  probe: Float32Array.from(probe),
  outputs: Float32Array.from([0, 1]),
  testOutputs: new Float32Array(0),
});
const seen: Seen = {
  task: {
    kind: 'curve',
    data: {
      sampleCount: 2,
      inputCount: 1,
      outputCount: 1,
      inputs: Float64Array.from([-1, 1]),
      targets: Float64Array.from([0, 1]),
    } as unknown as RunData,
    classes: null,
    spans: [{ min: -1, max: 1 }],
    probe: Float64Array.from([-1, 0, 1]),
  },
  all: [outputsOf(0, [1, 2, 3]), outputsOf(1, [0, 0, 7])],
  parts: { neurons: [1, 2], values: [0, 1, 2, 1, 1, 1] },
  pulls: Float64Array.from([0, -4]),
};
const whole = <T>(span: T): T => span;

it('units: a line for every part, the runs beside the main one are named at their ends', () => {
  const { panels, labels, summary } = unitsFigure(seen, whole, whole);
  const lines = panels[0].marks.filter((mark) => mark.kind === 'line').map(({ y }) => Array.from(y));
  expect(lines).toEqual([
    [0, 1, 2],
    [1, 1, 1],
    [0, 0, 7],
    [1, 2, 3],
  ]);
  expect(labels.find(({ key }) => key === 'ghost')).toMatchObject({ at: 7, ink: 'ghost' });
  expect(summary).toContain('a sum of 2 parts, the largest 2');
  expect(summary).toContain('Strongest pull of a sample: 4');
});

it('units: an output that bends is said not to be told apart, not to be a sum of none', () => {
  const { labels, summary } = unitsFigure({ ...seen, parts: null }, whole, whole);
  expect(labels.map(({ words }) => words)).toContain('units not told apart');
  expect(summary).not.toContain('a sum of');
});
