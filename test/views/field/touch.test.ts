import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useLab } from '../../../src/store/index.ts';
import { createHeldValues } from '../../../src/views/field/held.ts';
import { layoutField } from '../../../src/views/field/layout.ts';
import { planOfAll, planOfDifference } from '../../../src/views/field/plan.ts';
import type { FieldState } from '../../../src/views/field/state.ts';
import { createGrips } from '../../../src/views/field/touch/grips.ts';
import { leverOf } from '../../../src/views/field/touch/lever.ts';
import type { TouchHost } from '../../../src/views/field/touch/host.ts';
import { frameOf, runInfoOf } from '../runInfo.ts';

/** A hand on the field: what it holds, what is drawn meanwhile, and what it does when it lets go. */

const info = runInfoOf('ring-shared', { N: 12 }, ['second', 'ghost']);
const plan = planOfAll(info);
const geometry = layoutField(info.layout, 12, 'couplings');
const pokes: unknown[][] = [];
let state: FieldState;
let host: TouchHost;
const before = useLab.getState();

beforeEach(() => {
  pokes.length = 0;
  const frame = frameOf(info, 0, []);
  frame.tracks[0].weights.fill(0.25);
  frame.tracks[1].weights.fill(0.125);
  state = {
    linked: -1,
    inspected: null,
    frame,
    values: [null, null],
    limit: 2,
    drive: null,
    held: null,
    yaw: 0,
    curl: 1,
    shown: new Uint8Array(2),
    rowSheet: 0,
    row: 0,
  };
  // A picture 100 pixels a limit high, its sites 20 pixels apart.
  host = {
    info,
    geometry,
    state,
    siteAt: (x, _y, reach) => (Math.abs(x - 20 * Math.round(x / 20)) <= reach ? Math.round(x / 20) : -1),
    pixelOf(weight, height, out) {
      out.set([20 * weight, 200 - 100 * height, 0]);
      return true;
    },
  };
  useLab.setState({
    touch: null,
    selected: null,
    poke: (...args) => {
      pokes.push(args);
      return Promise.resolve({ kind: 'applied', step: 0, edit: null });
    },
  });
});
afterEach(() => useLab.setState(before, true));

const key = (name: string, shiftKey = false): KeyboardEvent =>
  ({
    key: name,
    altKey: name.startsWith('Arrow'),
    shiftKey,
    ctrlKey: false,
    metaKey: false,
  }) as KeyboardEvent;

describe('a pull', () => {
  it('a site follows the pointer along its own height and is let go there: one poke by what lies between', () => {
    const grip = createGrips(host).take(100, 190);
    grip?.move(100, 140);
    // 50 pixels of 100 a limit of 2.
    expect(state.held?.amplitude(state.frame!.tracks[0].weights)).toBeCloseTo(1, 12);
    grip?.move(100, 115);
    grip?.drop();
    expect(pokes).toEqual([['weights', { shape: 'bump', center: 5, width: 2, amplitude: 1.5 }]]);
  });

  it('is held where it is while the run goes on, and drawn on every run that it will move', () => {
    const grip = createGrips(host).take(100, 190);
    grip?.move(100, 140);
    const values = createHeldValues(plan);
    state.frame!.tracks[0].weights.fill(0.75);
    const [main, ghost] = plan.lines.map((line, index) =>
      values.line(index, line.read(state.frame!), state.held),
    );
    expect(main[5]).toBeCloseTo(1.25, 6);
    expect(ghost[5]).toBeCloseTo(0.125 + 0.5, 6);
    // Two widths away the bump is e⁻².
    expect(main[9]).toBeCloseTo(0.75 + 0.5 * Math.exp(-2), 6);
    expect(createHeldValues(planOfDifference(info, 1)).line(0, main, state.held)).toBe(main);
  });

  it('given up, or brought back to where it was, does nothing', () => {
    const grips = createGrips(host);
    const first = grips.take(100, 190);
    first?.move(100, 140);
    first?.cancel();
    expect(state.held).toBeNull();
    const second = grips.take(100, 190);
    second?.move(100, 140);
    second?.move(100, 190);
    second?.drop();
    expect([state.held, pokes]).toEqual([null, []]);
  });

  it('reaches a thousand at most, is finite whatever the pointer does, and says so', () => {
    const grip = createGrips(host).take(100, 190);
    grip?.move(100, -1e9);
    grip?.move(100, NaN);
    expect(state.held?.amplitude(state.frame!.tracks[0].weights)).toBe(999.75);
    grip?.drop();
    expect(pokes[0][1]).toMatchObject({ amplitude: 999.8 });
  });

  it('begins within 7 pixels of a site, from 24 with the tools open, and leaves the rest to the camera', () => {
    const grips = createGrips({ ...host, siteAt: (x, _y, reach) => (Math.abs(x - 100) <= reach ? 5 : -1) });
    expect([grips.reaches(107, 0), grips.reaches(108, 0)]).toEqual([true, false]);
    expect(grips.take(108, 0)).toBeNull();
    useLab.setState({ touch: { tool: 'pull', width: 1, strength: 1 } });
    expect([grips.reaches(124, 0), grips.reaches(125, 0)]).toEqual([true, false]);
  });

  it('by keys: a tenth of the scale, all of it with Shift; Enter lets go, Escape and the focus leaving give up', () => {
    const grips = createGrips(host);
    expect(grips.key(key('ArrowUp'))).toBe(true);
    expect(useLab.getState().said).toContain('Choose a site');
    expect(grips.key(key('Enter'))).toBe(false);
    useLab.setState({ selected: 3 });
    grips.key(key('ArrowUp', true));
    grips.key(key('ArrowDown'));
    expect(useLab.getState().said).toContain('+2.05');
    expect(grips.key(key('Enter'))).toBe(true);
    expect(pokes).toEqual([['weights', { shape: 'bump', center: 3, width: 2, amplitude: 1.8 }]]);
    grips.key(key('ArrowUp'));
    expect(grips.key(key('Escape'))).toBe(true);
    grips.key(key('ArrowUp'));
    grips.leave();
    expect(grips.key(key('Enter'))).toBe(false);
    expect(pokes).toHaveLength(1);
  });
});

describe('the lever of a site', () => {
  it('follows the drawn height: a limit along it is a limit, across it nothing', () => {
    const { right, down } = leverOf([10, 200], [70, 120]);
    expect(60 * right - 80 * down).toBeCloseTo(1, 12);
    expect(80 * right + 60 * down).toBeCloseTo(0, 12);
  });

  it('seen from above is 40 pixels a limit, upwards', () => {
    expect(leverOf([10, 200], [10, 195])).toEqual({ right: 0, down: -1 / 40 });
    expect(leverOf([NaN, 0], [0, 0])).toEqual({ right: 0, down: -1 / 40 });
  });
});
