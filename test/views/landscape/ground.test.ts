import { describe, expect, it } from 'vitest';
import type { Balls, Landscape } from '../../../src/engine/observations/index.ts';
import { AT_FIRST, choiceOf, queryOf } from '../../../src/views/landscape/choice.ts';
import {
  contourMarks,
  groundOf,
  niceStep,
  RISE,
  standAt,
  surfaceCost,
  ticksOf,
} from '../../../src/views/landscape/ground.ts';
import { isDrawable, LandscapeBoard } from '../../../src/views/landscape/model.ts';

const SIZE = 17;

/** A bowl 3 + x² + 4y² over [−2, 2] × [−1, 1], known at every so many points. */
function bowl(spacing = 1, top = 7): Landscape {
  const costs = new Float64Array(SIZE * SIZE).fill(NaN);
  for (let row = 0; row < SIZE; row += spacing) {
    for (let column = 0; column < SIZE; column += spacing) {
      costs[row * SIZE + column] = 3 + (-2 + column / 4) ** 2 + 4 * (-1 + row / 8) ** 2;
    }
  }
  return {
    state: spacing === 1 ? 'done' : 'running',
    done: 1,
    obstacle: null,
    size: SIZE,
    costs,
    spacing,
    plane: {
      origin: new Float64Array(2),
      axes: [Float64Array.from([1, 0]), Float64Array.from([0, 1])],
      about: [
        { kind: 'weight', weight: 0 },
        { kind: 'weight', weight: 1 },
      ],
      share: 1,
      window: { x: [-2, 2], y: [-1, 1] },
      top,
      time: 0,
      stiffness: 1,
      ahead: 0,
    },
  };
}

const groundOfBowl = (spacing = 1) => {
  const ground = groundOf(bowl(spacing));
  if (ground === null) throw new Error('no ground');
  return ground;
};

describe('ground', () => {
  it('begins at the lowest cost and is cut a little over the highest of the paths', () => {
    const { floor, cut, contour, half } = groundOfBowl();
    expect(floor).toBe(3);
    expect(cut).toBeGreaterThan(7);
    expect(cut).toBeLessThan(8);
    expect(contour).toBe(0.2);
    // Half as deep as wide, but never flatter than this.
    expect(half).toEqual([1, 0.6]);
  });

  it('a point at a cost stands at its place: corners, the floor and the cut', () => {
    const ground = groundOfBowl();
    const out = new Float32Array(3);
    standAt(ground, -2, -1, ground.floor, out);
    expect([...out]).toEqual([-1, 0, Math.fround(0.6)]);
    standAt(ground, 2, 1, ground.cut, out);
    expect([...out]).toEqual([1, Math.fround(RISE), Math.fround(-0.6)]);
    standAt(ground, 0, 0, 1e9, out);
    expect(out[1]).toBeCloseTo(1.15 * RISE, 6);
  });

  it('the surface has the cost of the grid at its points, and coarse points are joined straight', () => {
    const fine = groundOfBowl();
    expect(surfaceCost(fine, 1, -0.5)).toBeCloseTo(3 + 1 + 1, 5);
    expect(surfaceCost(fine, 0, 0)).toBeCloseTo(3, 6);
    expect(surfaceCost(fine, 2.1, 0)).toBeNaN();
    const coarse = groundOfBowl(8);
    expect(surfaceCost(coarse, 2, 0)).toBeCloseTo(7, 5);
    expect(surfaceCost(coarse, 1, 0)).toBeCloseTo(5, 5);
  });

  it('there is none before the coarse points are known, nor without a plane', () => {
    expect(groundOf({ ...bowl(), spacing: 16 })).toBeNull();
    expect(groundOf({ ...bowl(), plane: null })).toBeNull();
  });

  it('values of contours stand where the surface has that cost', () => {
    const ground = groundOfBowl();
    const marks = contourMarks(ground, 7);
    expect(marks.length).toBeGreaterThan(3);
    expect(marks.length).toBeLessThanOrEqual(7);
    for (const { cost, x, y } of marks) expect(surfaceCost(ground, x, y)).toBeCloseTo(cost, 4);
  });

  it('steps are 1, 2 or 5 times a power of ten, and ticks their multiples in the range', () => {
    expect([0.7, 1, 3.2, 7, 99, 100].map(niceStep)).toEqual([0.5, 1, 2, 5, 50, 100]);
    expect(ticksOf([-2, 2], 4)).toEqual([-2, -1, 0, 1, 2]);
    expect(ticksOf([0.1, 0.9], 4)).toEqual([0.2, 0.4, 0.6000000000000001, 0.8]);
  });
});

describe('board', () => {
  const balls = (vx: number): Balls => ({
    share: 1,
    balls: [
      {
        track: 0,
        x: 0,
        y: 0,
        off: 0,
        cost: 3,
        velocity: [vx, 0],
        terminal: [10 * vx, 0],
        lag: 0.9,
        force: [0, 0],
        trail: new Float64Array(0),
      },
    ],
  });

  it('arrows have one scale, that of the largest velocity so far, which does not shrink by itself', () => {
    const board = new LandscapeBoard();
    board.setLandscape(bowl());
    expect(board.arrowTime).toBe(0);
    board.setBalls(balls(0.6));
    // 0.3 of a window of 4 at 0.6 a unit of time.
    expect(board.arrowTime).toBe(2);
    board.setBalls(balls(0.001));
    expect(board.arrowTime).toBe(2);
    board.setBalls(balls(6));
    expect(board.arrowTime).toBe(0.2);
  });

  it('a terminal velocity of more than a part of the window is not drawn', () => {
    const board = new LandscapeBoard();
    board.setLandscape(bowl());
    board.setBalls(balls(0.6));
    expect(isDrawable(board, [1, 0.5])).toBe(true);
    expect(isDrawable(board, [6, 0])).toBe(false);
  });

  it('a slice that begins anew leaves the old one until its coarse points are there', () => {
    const board = new LandscapeBoard();
    board.setLandscape(bowl());
    const { ground } = board;
    board.setLandscape({ ...bowl(), spacing: 16, state: 'running' });
    expect(board.ground).toBe(ground);
    board.setLandscape(bowl(8));
    expect(board.ground).not.toBe(ground);
    board.setLandscape(null);
    expect(board.ground).toBeNull();
  });
});

describe('choice', () => {
  it('ranks are typed from 1, and asked from 0', () => {
    expect(queryOf({ ...AT_FIRST, plane: 'chosen', first: 1, second: -2 })).toEqual({
      path: false,
      first: 0,
      second: -2,
      spread: 1,
    });
    expect(queryOf({ ...AT_FIRST, plane: 'flat' })).toMatchObject({ first: -1, second: -2 });
  });

  it('what a document asks for is taken where it is something, else as at first', () => {
    expect(choiceOf({ plane: 'steep', spread: 2 })).toEqual({ ...AT_FIRST, plane: 'steep', spread: 2 });
    for (const wrong of [
      null,
      3,
      { plane: 'x' },
      { spread: 0 },
      { spread: 1e9 },
      { first: 0.5, second: '2' },
    ]) {
      expect(choiceOf(wrong)).toEqual(AT_FIRST);
    }
  });
});
