import { describe, expect, it } from 'vitest';
import { FieldTape, gridOf, nextTaped } from '../../src/engine/observations/fieldTape.ts';
import { History } from '../../src/engine/history.ts';
import type { FieldPast, QueryOf } from '../../src/engine/observations/index.ts';
import { bits, documentOf, simulate } from '../helpers/run.ts';
import { FakeHost } from '../helpers/host.ts';

const sections = {
  system: { kind: 'ring-shared', N: 12 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};
const ghost = { id: 'ghost', role: 'ghost', sections: { dynamics: { kind: 'gradient-flow' } } };

/** An open run; every look at the clock takes `clockStep` milliseconds. */
function opened(clockStep = 0, more: Readonly<Record<string, unknown>> = {}): FakeHost {
  const host = new FakeHost(clockStep);
  host.send({ type: 'open', run: 1, document: documentOf({ ...sections, ...more }, [ghost]) });
  return host;
}

function step(host: FakeHost, count: number): void {
  host.send({ type: 'step', run: 1, count });
  host.turn();
}

function watch(host: FakeHost, field: QueryOf<'field-past'>): void {
  host.observe('field-past', field);
  host.turn();
}

function lastPast(host: FakeHost): FieldPast {
  const past = host.seen('field-past').at(-1);
  if (past === undefined) throw new Error('no past was sent');
  return past;
}

function stepped(steps: number, rows: number): FakeHost {
  const host = opened();
  watch(host, { weights: [2, 0, 99], rows });
  step(host, steps);
  return host;
}

const count = (from: number, to: number, by = 1): number[] =>
  Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, i) => from + by * i);

describe('past of a row of weights', () => {
  it('holds every step up to now, the main track’s values bit for bit', () => {
    const past = lastPast(stepped(20, 192));
    expect(past.weights).toEqual([2, 0]);
    expect([...past.steps]).toEqual(count(0, 20));
    const again = lastPast(stepped(7, 192));
    expect(past.values.slice(14, 16)).toEqual(again.values.slice(14, 16));
    expect(past.times[20]).toBe(20 * 0.0625);
    expect(past.spacing).toBe(1);
  });

  it('its last steps alone: each of them, a window that goes along and scrubs back, with the same bits', () => {
    const host = opened();
    watch(host, { weights: [2, 0], last: 8 });
    step(host, 20);
    const past = lastPast(host);
    expect([...past.steps]).toEqual(count(13, 20));
    expect(past.spacing).toBe(1);
    expect(past.complete).toBe(true);
    const whole = lastPast(stepped(20, 192));
    expect(bits(past.values)).toBe(bits(whole.values.slice(2 * 13)));
    host.send({ type: 'seek', run: 1, step: 5 });
    host.turn();
    expect([...lastPast(host).steps]).toEqual(count(0, 5));
  });

  it('is at most as many rows as were asked for, evenly spaced, and ends with the present', () => {
    const past = lastPast(stepped(301, 32));
    expect([...past.steps]).toEqual([...count(0, 300, 16), 301]);
    expect(past.spacing).toBe(16);
    expect(past.values).toHaveLength(2 * past.steps.length);
  });

  it('of a window of time: from the last row before it on', () => {
    const host = stepped(300, 32);
    watch(host, { weights: [2, 0], rows: 32, from: 280.5 * 0.0625 });
    expect([...lastPast(host).steps]).toEqual(count(280, 300));
    // A window that begins after the present still holds it, and the state before.
    watch(host, { weights: [2, 0], rows: 32, from: 1e9 });
    expect([...lastPast(host).steps]).toEqual([299, 300]);
  });

  it('nothing is sent where nothing is watched', () => {
    const host = opened();
    step(host, 5);
    expect(host.messages('observed')).toEqual([]);
  });
});

/** The past of rows 3, 9 of a run that was watched from its start, without a break. */
function watchedFromStart(
  steps: number,
  more: Readonly<Record<string, unknown>> = {},
  rows = 512,
): FieldPast {
  const host = opened(0, more);
  watch(host, { weights: [3, 9], rows });
  step(host, steps);
  return lastPast(host);
}

function expectSame(past: FieldPast, whole: FieldPast): void {
  expect(past.complete).toBe(true);
  expect([...past.steps]).toEqual([...whole.steps]);
  expect([...past.times]).toEqual([...whole.times]);
  expect(bits(past.values)).toBe(bits(whole.values));
}

// Snapshots of 9000 weights fill their memory after some 200: what is between them has to be lived again.
const large = { system: { kind: 'ring-shared', N: 9000 } };

describe('past of a row is complete, whatever was watched: the same bits as watched from the start', () => {
  it.each([
    ['after 700 steps', {}, 700],
    ['after 5003 steps', {}, 5003],
    ['where snapshots are few', large, 700],
  ] as const)('watched late, %s', (_, more, steps) => {
    const host = opened(0, more);
    step(host, steps);
    watch(host, { weights: [3, 9], rows: 512 });
    expectSame(lastPast(host), watchedFromStart(steps, more));
  });

  it('after another row was watched, and after a seek back and forth', () => {
    const host = opened(0, large);
    watch(host, { weights: [5], rows: 512 });
    step(host, 300);
    watch(host, { weights: [3, 9], rows: 512 });
    host.send({ type: 'seek', run: 1, step: 101 });
    host.turn();
    expectSame(lastPast(host), watchedFromStart(101, large));
    host.send({ type: 'seek', run: 1, step: 300 });
    host.turn();
    expectSame(lastPast(host), watchedFromStart(300, large));
  });

  it('of a run that was opened at a step, as undo and a saved file do', () => {
    const host = new FakeHost();
    host.send({ type: 'open', run: 1, document: documentOf({ ...sections, ...large }, [ghost]) });
    host.send({ type: 'seek', run: 1, step: 413 });
    watch(host, { weights: [3, 9], rows: 512 });
    expectSame(lastPast(host), watchedFromStart(413, large));
  });

  it('of a late window, at every step though snapshots are kept at few', () => {
    const host = opened(0, large);
    step(host, 3001);
    watch(host, { weights: [2, 0], rows: 192, from: 2900 * 0.0625 });
    const past = lastPast(host);
    expect([...past.steps]).toEqual(count(2900, 3001));
    expect(past.complete).toBe(true);
    const again = simulate({ ...sections, ...large });
    again.advance(2941);
    expect(past.values.slice(2 * 41, 2 * 41 + 2)).toEqual(
      Float64Array.from([2, 0], (weight) => again.tracks[0].weights[weight]),
    );
  });

  it('across edits of friction and data, some of them in a future that was left', () => {
    const host = opened(0, large);
    const edit = (path: string, value: number): void => {
      host.send({ type: 'edit', run: 1, edit: 1, command: { kind: 'set', path, value } });
      host.turn();
    };
    step(host, 150);
    edit('expansion.gamma', 2);
    step(host, 150);
    // What is lived again now belongs to a future that will be left.
    watch(host, { weights: [5], rows: 512 });
    host.unobserve('field-past');
    edit('data.J', 1.5);
    step(host, 20);
    host.send({ type: 'seek', run: 1, step: 260 });
    host.turn();
    edit('data.J', 0.2);
    step(host, 140);
    watch(host, { weights: [3, 9], rows: 512 });
    const edits = host.messages('edited').at(-1)?.edits ?? [];
    const kept = host.messages('edited').at(-1)?.kept;
    expect(kept).toBe(1);
    expect(lastPast(host).complete).toBe(true);
    const first = host.messages('edited')[0].edits;
    const again = new FakeHost();
    const document = documentOf({ ...sections, ...large }, [ghost], [...first, ...edits]);
    again.send({ type: 'open', run: 1, document });
    watch(again, { weights: [3, 9], rows: 512 });
    step(again, 400);
    expectSame(lastPast(host), lastPast(again));
  });

  it('the run goes on meanwhile with the same bits, and no stretch takes longer than its slice', () => {
    const quick = opened(0, large);
    step(quick, 600);
    const slow = opened(1, large);
    step(slow, 500);
    slow.observe('field-past', { weights: [3, 9], rows: 512 });
    // A millisecond for each look at the clock: at most five strides of at most 64 steps before messages come in.
    slow.turn(1);
    expect(slow.seen('field-past').at(-1)?.complete).toBe(false);
    slow.send({ type: 'step', run: 1, count: 100 });
    slow.turn();
    expect(bits(slow.lastFrame().tracks[0].weights)).toBe(bits(quick.lastFrame().tracks[0].weights));
    expectSame(lastPast(slow), watchedFromStart(600, large));
  });

  it('what is missing yet is a gap: its steps are not sent, and it says that it is not complete', () => {
    const host = opened(0, large);
    step(host, 700);
    host.observe('field-past', { weights: [3, 9], rows: 512 });
    const early = host.seen('field-past').at(-1);
    expect(early?.complete).toBe(false);
    const gaps = count(1, (early?.steps.length ?? 0) - 2).filter(
      (row) => early !== undefined && early.steps[row] - early.steps[row - 1] > early.spacing,
    );
    expect(gaps.length).toBeGreaterThan(0);
    const reference = simulate({ ...sections, ...large });
    let at = 0;
    for (const [row, n] of [...(early?.steps ?? [])].entries()) {
      reference.advance(n - at);
      at = n;
      expect(early?.values[2 * row]).toBe(reference.tracks[0].weights[3]);
    }
    host.turn();
    expect(lastPast(host).complete).toBe(true);
  });

  it('after an edit nothing is left of a future that was known; a run begun again begins anew', () => {
    const host = stepped(60, 192);
    host.send({ type: 'seek', run: 1, step: 20 });
    host.turn();
    host.send({ type: 'edit', run: 1, edit: 1, command: { kind: 'set', path: 'expansion.gamma', value: 2 } });
    const edits = host.messages('edited').at(-1)?.edits;
    step(host, 30);
    const past = lastPast(host);
    expect([...past.steps]).toEqual(count(0, 50));
    const again = simulate(sections, [], [...(edits ?? [])]);
    again.advance(45);
    expect(past.values[2 * 45]).toBe(again.tracks[0].weights[2]);
    host.send({ type: 'reset', run: 1 });
    expect([...lastPast(host).steps]).toEqual([0]);
  });
});

describe('tape and grid', () => {
  it('a tape follows one row of weights, forgets what it is told to, and holds no more than it may', () => {
    const tape = new FieldTape();
    const run = simulate(sections);
    const none = new History();
    const record = (at: number): void => tape.record({ step: at, time: at, tracks: run.tracks });
    const steps = (to: number): number[] =>
      tape.before(to, { spacing: 1, first: 0 }, none).map((row) => row.step);
    tape.follow([1]);
    for (const at of count(0, 9)) record(at);
    tape.follow([1]);
    expect(steps(10)).toEqual(count(0, 9));
    expect(tape.missing(12, { spacing: 1, first: 0 }, none)).toBe(10);
    tape.truncate(2);
    expect(steps(10)).toEqual([0, 1, 2]);
    tape.follow([0]);
    expect(steps(10)).toEqual([]);
    for (const at of count(0, 999)) {
      record(at);
      tape.thin({ spacing: 64, first: 128 }, 16);
    }
    expect(steps(1000).length).toBeLessThanOrEqual(2 * 4 * 16);
    expect(tape.before(1000, { spacing: 64, first: 128 }, none)).toHaveLength(14);
  });

  it('rows stay where they are while a run goes on, more than half of what was asked for', () => {
    const window = { rows: 48, from: -Infinity };
    for (const at of count(1, 5000, 7)) {
      const { spacing, first } = gridOf({ step: at, time: at, dt: 1 }, window);
      expect(first).toBe(0);
      const rows = Math.ceil(at / spacing) + 1;
      expect(rows).toBeLessThanOrEqual(48);
      expect(rows).toBeGreaterThanOrEqual(Math.min(at, 23));
    }
  });

  it('a moving window is taped four times as finely, on a grid that stays', () => {
    const window = { rows: 192, from: 100 };
    expect(nextTaped({ step: 500, time: 110, dt: 0.25 }, window)).toBe(501);
    // 8000 steps: every 64th makes 125 rows.
    expect(nextTaped({ step: 8400, time: 2100, dt: 0.25 }, window)).toBe(8416);
    expect(nextTaped({ step: 8416, time: 2104, dt: 0.25 }, window)).toBe(8432);
    expect(nextTaped({ step: 40, time: 10, dt: 0.25 }, window)).toBe(400);
    expect(nextTaped({ step: 8400, time: 2100, dt: 0.25 }, { rows: 192, from: -Infinity })).toBe(8448);
  });
});
