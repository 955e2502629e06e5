import { describe, expect, it } from 'vitest';
import { accuracyOf, classesOf, thresholdOf } from '../../../src/views/charts/learned/classes.ts';
import { contourOf } from '../../../src/views/charts/learned/contour.ts';
import { learnedKind, strided, taskOf } from '../../../src/views/charts/learned/data.ts';
import { learnedTable } from '../../../src/views/charts/learned/table.ts';
import { mapFigure } from '../../../src/views/charts/learned/figures.ts';
import { curveProbe, inputSpan, MAP_SIDE, mapProbe } from '../../../src/views/charts/learned/probe.ts';
import type { RunInfo } from '../../../src/engine/protocol.ts';
import { tracks } from './run.ts';

type Shape = RunInfo['layout']['shape'];

function infoOf(shape: Shape, inputs: number[][], targets: number[][]): Pick<RunInfo, 'layout' | 'data'> {
  return {
    layout: { shape } as RunInfo['layout'],
    data: {
      sampleCount: inputs.length,
      inputCount: inputs[0]?.length ?? 0,
      outputCount: targets[0]?.length ?? 0,
      inputs: Float64Array.from(inputs.flat()),
      targets: Float64Array.from(targets.flat()),
      testCount: 0,
      testInputs: new Float64Array(0),
      testTargets: new Float64Array(0),
      names: null,
      questions: null,
    },
  };
}

describe('classes', () => {
  it('found: −1 and 1, 0 and 1, one-hot rows', () => {
    expect(classesOf([-1, 1, 1], 1)).toEqual({ kind: 'sign' });
    expect(classesOf([0, 1, 1], 1)).toEqual({ kind: 'bit' });
    expect(classesOf([0, 0, 1, 1, 0, 0], 3)).toEqual({ kind: 'one-hot' });
    expect(classesOf([-1, 1, 1, -1], 2)).toEqual({ kind: 'one-hot' });
  });
  it('refused: other numbers, a single value, rows with no or two ones', () => {
    expect(classesOf([0, 0.5, 1], 1)).toBeNull();
    expect(classesOf([0, 0, 0], 1)).toBeNull();
    expect(classesOf([1, 1, 0, 1], 2)).toBeNull();
    expect(classesOf([0, 0, 0, 1], 2)).toBeNull();
    expect(classesOf([], 1)).toBeNull();
  });
  it('accuracy: 3 of 4 signs, ties wrong; bits part at one half', () => {
    expect(accuracyOf({ kind: 'sign' }, [0.2, -3, 0, 1], [1, -1, 1, 1], 1)).toBe(0.75);
    expect(accuracyOf({ kind: 'bit' }, [0.4, 0.6], [0, 1], 1)).toBe(1);
    expect(thresholdOf({ kind: 'bit' })).toBe(0.5);
  });
  it('accuracy: one-hot rows are right where the largest output is', () => {
    expect(accuracyOf({ kind: 'one-hot' }, [0.1, 0.9, 0.8, 0.3], [0, 1, 0, 1], 2)).toBe(0.5);
  });
  it('accuracy: none without samples', () => {
    expect(accuracyOf({ kind: 'sign' }, [], [], 1)).toBeNaN();
  });
});

describe('kind of picture', () => {
  it('systems: rings a profile, one input a curve, two a map, all else a scatter, fields none', () => {
    const one = [[1]];
    const two = [[1, 2]];
    expect(learnedKind(infoOf('ring', two, two))).toBe('profile');
    expect(learnedKind(infoOf('layers', one, one))).toBe('curve');
    expect(learnedKind(infoOf('layers', two, one))).toBe('map');
    expect(learnedKind(infoOf('layers', [[1, 2, 3]], one))).toBe('scatter');
    expect(learnedKind(infoOf('torus', two, two))).toBe('scatter');
    expect(learnedKind(infoOf('ring', [], []))).toBe('none');
  });
});

describe('probe', () => {
  it('span: the data with 12 % of room on each side; a single value gets 1', () => {
    expect(inputSpan([[0, 5, 1, 5]], 2, 0)).toEqual({ min: -0.12, max: 1.12 });
    expect(inputSpan([[0, 5, 1, 5]], 2, 1)).toEqual({ min: 4, max: 6 });
  });
  it('curve: equal steps, both ends', () => {
    expect([...curveProbe({ min: 0, max: 2 }, 5)]).toEqual([0, 0.5, 1, 1.5, 2]);
  });
  it('map: centres of cells, x fastest, from the bottom', () => {
    expect([...mapProbe({ min: 0, max: 2 }, { min: 10, max: 14 }, 2)]).toEqual([
      0.5, 11, 1.5, 11, 0.5, 13, 1.5, 13,
    ]);
  });
  it('task: a map asks for 48 × 48 points of two inputs', () => {
    expect(
      taskOf(
        infoOf(
          'layers',
          [
            [0, 0],
            [1, 1],
          ],
          [[0], [1]],
        ),
      ).probe,
    ).toHaveLength(2 * 48 * 48);
    expect(taskOf(infoOf('ring', [[1, 2]], [[1, 2]])).probe).toBeNull();
  });
});

describe('contour', () => {
  const side = 24;
  const span = { min: -1, max: 1 };
  const values = Array.from(mapProbe(span, span, side));
  it('circle: every point of the line lies on radius 0.6 within a hundredth', () => {
    const bowl = strided(values, 0, 2).map((x, at) => x * x + values[2 * at + 1] ** 2);
    const { x, y } = contourOf(bowl, side, side, 0.36, span, span);
    expect(x.length).toBeGreaterThan(60);
    x.forEach((at, index) => {
      if (Number.isNaN(at)) expect(y[index]).toBeNaN();
      else expect(Math.abs(Math.hypot(at, y[index]) - 0.6)).toBeLessThan(0.01);
    });
  });
  it('saddle: the pieces go round the corners that stand alone', () => {
    const { x, y } = contourOf([1, -1, -2, 1], 2, 2, 0, { min: 0, max: 2 }, { min: 0, max: 2 });
    // The mean is below the level, so the two corners above it stand alone.
    const pieces = [0, 3].map((at) => [x[at], y[at], x[at + 1], y[at + 1]]);
    expect(pieces[0].every((value) => value <= 1)).toBe(true);
    expect(pieces[1].every((value) => value >= 1)).toBe(true);
  });
  it('nothing: a map on one side of the level has no line', () => {
    expect(contourOf([1, 2, 3, 4], 2, 2, 0, span, span).x).toEqual([]);
  });
});

describe('table', () => {
  it('rows: one for every wanted number, inputs beside it, outputs of every track', () => {
    const task = taskOf(
      infoOf(
        'layers',
        [
          [0, 1],
          [2, 3],
        ],
        [[-1], [1]],
      ),
    );
    const none = new Float32Array(0);
    const all = tracks.map((track) => ({
      track,
      outputs: Float32Array.of(0.5 + track.index, 2),
      testOutputs: none,
      probe: none,
    }));
    const { columns, rows } = learnedTable(task, all);
    expect(columns).toHaveLength(8);
    expect([...rows]).toEqual([
      [0, 0, 0, 0, 1, -1, 0.5, 1.5],
      [0, 1, 0, 2, 3, 1, 2, 2],
    ]);
  });
});

it('samples at work: a ring in the colour of sources round each, behind the sample itself', () => {
  const inputs = [
    [0, 1],
    [2, 3],
    [4, 5],
  ];
  const task = taskOf(infoOf('layers', inputs, [[1], [-1], [1]]));
  const probe = new Float32Array(MAP_SIDE * MAP_SIDE);
  const all = [{ track: tracks[0], outputs: new Float32Array(3), testOutputs: new Float32Array(0), probe }];
  const { panels } = mapFigure(task, all, 0, { columns: [], rows: [], notes: [] }, [2, 0]);
  const dots = panels[0].marks.filter((mark) => mark.kind === 'dots');
  expect(dots.map(({ ink }) => ink)).toEqual(['J', 'text']);
  expect([dots[0].x, dots[0].y].map((values) => Array.from(values))).toEqual([
    [4, 0],
    [5, 1],
  ]);
  expect(dots[0].around).toBeGreaterThan(0);
});
