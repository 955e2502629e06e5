import { describe, expect, it } from 'vitest';
import { FieldTape, nextTaped, thinned } from '../../src/engine/fieldTape.ts';
import { History } from '../../src/engine/history.ts';
import { documentOf, simulate } from '../helpers/run.ts';
import { FakeHost } from '../helpers/host.ts';

const sections = {
  system: { kind: 'ring-shared', N: 12 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};

function stepped(steps: number, rows: number): FakeHost {
  const host = new FakeHost(0);
  host.send({ type: 'open', run: 1, document: documentOf(sections, []) });
  const watch = { outputs: false, probe: null, weights: [], field: { weights: [2, 0, 99], rows } };
  host.send({ type: 'watch', run: 1, watch });
  host.send({ type: 'step', run: 1, count: steps });
  host.turn();
  return host;
}

describe('past of a row of weights', () => {
  it('holds every snapshot up to now, the main track’s values bit for bit', () => {
    const host = stepped(20, 192);
    const { past } = host.messages('field-past').at(-1) ?? { past: null };
    expect(past?.weights).toEqual([2, 0]);
    expect([...(past?.steps ?? [])]).toEqual(Array.from({ length: 21 }, (_, i) => i));
    const again = stepped(7, 192).messages('field-past').at(-1)?.past;
    expect(past?.values.slice(14, 16)).toEqual(again?.values.slice(14, 16));
    expect(past?.times[20]).toBe(20 * 0.0625);
  });

  it('is thinned to the rows asked for and ends with the present', () => {
    const { past } = stepped(300, 32).messages('field-past').at(-1) ?? { past: null };
    expect(past?.steps.length).toBeLessThanOrEqual(32);
    expect(past?.steps.length).toBeGreaterThan(16);
    expect(past?.steps.at(-1)).toBe(300);
    expect(past?.values).toHaveLength(2 * (past?.steps.length ?? 0));
  });

  it('of a window of time: from the last state before it on, as many rows as there are', () => {
    const host = stepped(300, 32);
    const field = { weights: [2, 0], rows: 32, from: 280.5 * 0.0625 };
    host.send({ type: 'watch', run: 1, watch: { outputs: false, probe: null, weights: [], field } });
    const { past } = host.messages('field-past').at(-1) ?? { past: null };
    expect([...(past?.steps ?? [])]).toEqual(Array.from({ length: 21 }, (_, i) => 280 + i));
    // A window that begins after the present still holds it, and the state before.
    const late = { ...field, from: 1e9 };
    host.send({ type: 'watch', run: 1, watch: { outputs: false, probe: null, weights: [], field: late } });
    expect([...(host.messages('field-past').at(-1)?.past.steps ?? [])]).toEqual([299, 300]);
  });

  it('of a late window: at every step, though states and traces are kept at few of them, bit for bit', () => {
    const host = new FakeHost(0);
    host.send({ type: 'open', run: 1, document: documentOf(sections, []) });
    const field = { weights: [2, 0], rows: 192, from: 2900 * 0.0625 };
    host.send({ type: 'watch', run: 1, watch: { outputs: false, probe: null, weights: [], field } });
    host.send({ type: 'step', run: 1, count: 3001 });
    host.turn();
    const past = host.messages('field-past').at(-1)?.past;
    const steps = [...(past?.steps ?? [])];
    expect(steps).toEqual(Array.from({ length: 102 }, (_, i) => 2900 + i));
    const again = simulate(sections);
    again.advance(2941);
    const row = steps.indexOf(2941);
    expect(past?.values.slice(2 * row, 2 * row + 2)).toEqual(
      Float64Array.from([2, 0], (weight) => again.tracks[0].weights[weight]),
    );
  });

  it('after an edit nothing is left of a future that was known; another run begins anew', () => {
    const host = stepped(60, 192);
    host.send({ type: 'seek', run: 1, step: 20 });
    host.turn();
    host.send({ type: 'edit', run: 1, command: { kind: 'set', path: 'expansion.gamma', value: 2 } });
    const edits = host.messages('edited').at(-1)?.edits;
    // Beyond what was known, then back into it.
    host.send({ type: 'step', run: 1, count: 30 });
    host.turn();
    const past = host.messages('field-past').at(-1)?.past;
    expect([...(past?.steps ?? [])]).toEqual(Array.from({ length: 51 }, (_, i) => i));
    const again = simulate(sections, [], [...(edits ?? [])]);
    again.advance(45);
    expect(past?.values[2 * 45]).toBe(again.tracks[0].weights[2]);
    host.send({ type: 'open', run: 2, document: documentOf({ ...sections, seed: 7 }, []) });
    expect([...(host.messages('field-past').at(-1)?.past.steps ?? [])]).toEqual([0]);
  });

  it('a tape follows one row of weights, forgets what it is told to, and holds no more than it may', () => {
    const tape = new FieldTape();
    const run = simulate(sections);
    const none = new History();
    const field = { weights: [1], rows: 8 };
    const record = (step: number, from?: number): void =>
      tape.record({ step, time: step, tracks: run.tracks } as never, { ...field, from });
    tape.follow([1]);
    for (let step = 0; step < 10; step++) record(step);
    tape.follow([1]);
    expect(tape.before(10, none)).toHaveLength(10);
    record(4);
    expect(tape.before(10, none).map(({ step }) => step)).toEqual([0, 1, 2, 3, 4]);
    tape.truncate(2);
    expect(tape.before(10, none).map(({ step }) => step)).toEqual([0, 1, 2]);
    tape.follow([0]);
    expect(tape.before(10, none)).toEqual([]);
    for (let step = 0; step < 10_000; step++) record(step);
    const held = tape.before(10_000, none);
    expect(held.length).toBeLessThanOrEqual(4096);
    expect(held[0].step).toBe(0);
    for (let step = 10_000; step < 20_000; step++) record(step, 15_000);
    expect(tape.before(20_000, none)[0].step).toBeGreaterThan(5000);
  });

  it('a wide window has at least the rows asked for, on a grid that stays', () => {
    const field = { weights: [0], rows: 192, from: 100 };
    expect(nextTaped({ step: 500, time: 110, dt: 0.25 }, field)).toBe(501);
    // 8000 steps: every 16th makes 500 rows.
    expect(nextTaped({ step: 8400, time: 2100, dt: 0.25 }, field)).toBe(8416);
    expect(nextTaped({ step: 8416, time: 2104, dt: 0.25 }, field)).toBe(8432);
    expect(nextTaped({ step: 40, time: 10, dt: 0.25 }, field)).toBe(400);
    expect(nextTaped({ step: 5, time: 1, dt: 0.25 }, { weights: [0], rows: 192 })).toBe(Infinity);
  });

  it('thinning keeps the same rows while a run goes on, and never more than asked for', () => {
    const rows = Array.from({ length: 1000 }, (_, step) => ({
      step,
      time: step,
      values: new Float64Array(),
    }));
    let before: number[] = [];
    for (let step = 10; step < 1000; step += 7) {
      const steps = thinned(rows.slice(0, step), step, 48).map((row) => row.step);
      expect(steps.length).toBeLessThan(48);
      expect(steps.length).toBeGreaterThanOrEqual(Math.min(step, 22));
      const [every, was] = [steps[1] - steps[0], before[1] - before[0]];
      if (every === was) expect(steps.slice(0, before.length)).toEqual(before);
      before = steps;
    }
  });

  it('nothing is sent where nothing is watched', () => {
    const host = new FakeHost(0);
    host.send({ type: 'open', run: 1, document: documentOf(sections, []) });
    host.send({ type: 'step', run: 1, count: 5 });
    host.turn();
    expect(host.messages('field-past')).toEqual([]);
  });
});
