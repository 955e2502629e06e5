import { describe, expect, it } from 'vitest';
import { documentOf } from '../helpers/run.ts';
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

  it('nothing is sent where nothing is watched', () => {
    const host = new FakeHost(0);
    host.send({ type: 'open', run: 1, document: documentOf(sections, []) });
    host.send({ type: 'step', run: 1, count: 5 });
    host.turn();
    expect(host.messages('field-past')).toEqual([]);
  });
});
