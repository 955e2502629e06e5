import { Object3D } from 'three';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useLab } from '../../../src/store/index.ts';
import { createHeldValues } from '../../../src/views/field/held.ts';
import { layoutField } from '../../../src/views/field/layout.ts';
import { planOfAll, planOfDifference, planOfTwin } from '../../../src/views/field/plan.ts';
import type { FieldState } from '../../../src/views/field/state.ts';
import { deedOf, toolObstacle } from '../../../src/views/field/touch/free.ts';
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
    context: {} as TouchHost['context'],
    object: new Object3D(),
    limit: () => 2,
    sitesAsDrawn: () => host.siteAt,
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

describe('a brush', () => {
  const touch = { tool: 'weights', width: 0, strength: 0.5 } as const;

  it('a stroke adds its strength once, however often it goes over a site, as one command', () => {
    useLab.setState({ touch });
    const grip = createGrips(host).take(60, 100);
    expect(grip?.dabs).toBe(true);
    // It leaps from site 3 to 6, and what lies between is painted, too; back over 5.
    grip?.move(120, 100);
    grip?.move(100, 100);
    const painted = (): number[] => Array.from(state.held?.shape ?? []);
    expect(painted()).toEqual(Array.from({ length: 12 }, (_, n) => (n >= 3 && n <= 6 ? 1 : 0)));
    expect(state.held?.amplitude(new Float32Array(12))).toBe(0.5);
    grip?.drop();
    expect(pokes).toEqual([['weights', { at: [3, 4, 5, 6], add: [0.5, 0.5, 0.5, 0.5] }]]);
  });

  it('with a width is the highest of its dabs, A e^{−d²/2s²}, to 1e-4 of A', () => {
    useLab.setState({ touch: { ...touch, width: 1.5, strength: -2 } });
    const grip = createGrips(host).take(60, 100);
    grip?.move(80, 100);
    grip?.drop();
    const { at, add } = pokes[0][1] as { at: number[]; add: number[] };
    expect(at).toHaveLength(12);
    at.forEach((site, n) => {
      const d = Math.min(...[3, 4].map((dab) => Math.min(Math.abs(site - dab), 12 - Math.abs(site - dab))));
      expect(Math.abs(add[n] + 2 * Math.exp((-d * d) / 4.5))).toBeLessThan(2e-4);
    });
  });

  it('takes no value beyond a thousand, and none that is there already further', () => {
    state.frame!.tracks[0].weights[3] = 999.75;
    state.frame!.tracks[0].weights[4] = 3000;
    useLab.setState({ touch });
    const grip = createGrips(host).take(60, 100);
    grip?.move(80, 100);
    grip?.drop();
    expect(pokes[0][1]).toEqual({ at: [3], add: [0.25] });
  });

  it('a kick of a network: the velocity by one poke, drawn as one unit of time on, of the main run alone', () => {
    useLab.setState({ touch: { ...touch, tool: 'force' } });
    const grip = createGrips(host).take(60, 100);
    const values = createHeldValues(plan);
    const held = values.now(state.held);
    const lines = plan.lines.map((line, n) => Array.from(values.line(n, line.read(state.frame!), held)));
    expect([lines[0][3], lines[0][4], lines[1][3]]).toEqual([0.75, 0.25, 0.125]);
    grip?.drop();
    expect(pokes).toEqual([['velocity', { at: [3], add: [0.5] }]]);
  });

  it('by keys: dabs of its strength on the chosen site', () => {
    useLab.setState({ touch, selected: 7 });
    const grips = createGrips(host);
    for (const name of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown']) grips.key(key(name));
    grips.key(key('Enter'));
    expect(pokes[0][1]).toEqual({ at: [7], add: [-0.5] });
  });
});

describe('a comparison in two halves', () => {
  it('the other half is moved by what the first holds, not to its height; nothing is once it lets go', () => {
    const [main, beside] = [planOfTwin(info, 0, [0, 1]), planOfTwin(info, 1, [0, 1])];
    const grip = createGrips(host).take(60, 100);
    grip?.move(60, 50);
    const [first, second] = [main, beside].map((half) => createHeldValues(half));
    const drawn = (): number[] => {
      const held = first.now(state.held);
      const one = first.line(0, state.frame!.tracks[0].weights, held)[3];
      return [one, second.line(0, state.frame!.tracks[1].weights, second.now(null))[3]];
    };
    expect(drawn()).toEqual([1.25, 1.125]);
    grip?.cancel();
    expect(drawn()).toEqual([0.25, 0.125]);
  });
});

describe('what a brush is free for', () => {
  it('J, K and force of a field, not of a network, whose data make them, and no network of 4097 weights', () => {
    const field = runInfoOf('scalar-field-1d', { N: 16, spacing: 1, K: 1, J: 0.1, force: 0 });
    for (const tool of ['J', 'K', 'force'] as const) expect(toolObstacle(field, tool)).toBeNull();
    const network = { ...info, data: { ...info.data, sampleCount: 2 } };
    expect(toolObstacle(network, 'K')).toBe('touch.fromData');
    // A force that lasts is a field's own: a network is pushed for a moment, where it has inertia.
    expect([deedOf(field, 'force'), deedOf(network, 'force'), deedOf(network, 'K')]).toEqual([
      'force',
      'kick',
      'K',
    ]);
    expect(toolObstacle(network, 'force')).toBeNull();
    const [main] = info.tracks;
    expect(toolObstacle({ ...network, tracks: [{ ...main, firstOrder: true }] }, 'force')).toBe(
      'touch.noInertia',
    );
    expect(toolObstacle(network, 'weights')).toBeNull();
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
