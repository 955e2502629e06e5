import { describe, expect, it } from 'vitest';
import { HEADER, SCALAR } from '../../src/engine/frame.ts';
import type { Command } from '../../src/scenario/types.ts';
import { FakeHost } from '../helpers/host.ts';
import { bits, documentOf, ringSections as sections } from '../helpers/run.ts';

const set = (path: string, value: unknown): Command => ({ kind: 'set', path, value });

function opened(): FakeHost {
  const host = new FakeHost(1);
  host.send({ type: 'open', run: 1, document: documentOf(sections) });
  return host;
}
function step(host: FakeHost, count: number): void {
  host.send({ type: 'step', run: 1, count });
  host.turn();
}
function seek(host: FakeHost, to: number): void {
  host.send({ type: 'seek', run: 1, step: to });
  host.turn();
}
function state(host: FakeHost): unknown[] {
  const { header, tracks } = host.lastFrame();
  return [header[HEADER.step], header[HEADER.time], header[HEADER.gamma], bits(tracks[0].weights)];
}

describe('seek', () => {
  it('edits: of dt and gamma at steps 20 and 35, any of 60 steps comes back bit for bit, time included', () => {
    const host = opened();
    const seen: unknown[][] = [];
    for (let at = 0; at <= 60; at++) {
      if (at === 20) host.send({ type: 'edit', run: 1, edit: 1, command: set('dynamics.dt', 0.03125) });
      if (at === 35) host.send({ type: 'edit', run: 1, edit: 1, command: set('expansion.gamma', 2) });
      seen.push(state(host));
      step(host, 1);
    }
    for (const at of [59, 3, 20, 19, 35, 34, 60, 0, 36]) {
      seek(host, at);
      expect(state(host), `step ${at}`).toEqual(seen[at]);
    }
    seek(host, 10);
    step(host, 50);
    expect(state(host)).toEqual(seen[60]);
  });

  it('drag: of 9 targets in a row the last one wins', () => {
    const host = opened();
    step(host, 90);
    for (let to = 80; to >= 0; to -= 10) host.send({ type: 'seek', run: 1, step: to + 5 });
    host.turn();
    expect(host.lastFrame().header[HEADER.step]).toBe(5);
  });

  it('facts: the page is told which edits are in force, once for each crossing', () => {
    const host = opened();
    step(host, 20);
    host.send({ type: 'edit', run: 1, edit: 1, command: set('dynamics.dt', 0.03125) });
    step(host, 20);
    expect(host.messages('facts')).toHaveLength(0);
    seek(host, 5);
    seek(host, 8);
    const told = (): unknown[] => host.messages('facts').map(({ facts }) => [facts.applied, facts.dt]);
    expect(told()).toEqual([[0, 0.0625]]);
    step(host, 30);
    expect(told()).toEqual([
      [0, 0.0625],
      [1, 0.03125],
    ]);
  });

  it('reset: from before an edit the run starts again without it', () => {
    const host = opened();
    step(host, 20);
    host.send({ type: 'edit', run: 1, edit: 1, command: set('expansion.gamma', 2) });
    seek(host, 5);
    host.send({ type: 'reset', run: 1 });
    expect(host.messages('ready').at(-1)?.info.document.scenario.expansion.gamma).toBe(0.3);
  });
});

describe('stop conditions', () => {
  /** Beyond 2048 steps rows are two steps apart, and so many weights are looked at no oftener. */
  const far = 2050;
  const large = {
    system: { kind: 'ring-shared', N: 33_000 },
    data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
    initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
    dynamics: { kind: 'second-order', dt: 0.0625 },
    expansion: { kind: 'de-sitter', gamma: 0.01 },
  };
  it('far out, where rows are sparse: the same step whatever the slices and the speed', () => {
    const host = new FakeHost();
    host.send({ type: 'open', run: 1, document: documentOf(large) });
    seek(host, far);
    const cost = (): number => host.lastFrame().tracks[0].scalars[SCALAR.cost];
    // A cost that is first gone below at a step between two rows.
    let least = cost();
    let bound = NaN;
    for (let at = far + 1; Number.isNaN(bound); at++) {
      step(host, 1);
      if (at > far + 20 && at % 2 === 1 && cost() < least) bound = (cost() + least) / 2;
      least = Math.min(least, cost());
    }
    // Milliseconds that pass at each look at the clock, and steps a second: slices end at other steps each time.
    const clocks = [
      [0.5, 70],
      [3, 190],
      [7, 2700],
    ] as const;
    for (const condition of [{ time: 133.05 }, { costBelow: bound }]) {
      const stops = clocks.map(([clockStep, stepsPerSecond]) => {
        host.clockStep = 0;
        seek(host, far);
        host.posted.length = 0;
        host.clockStep = clockStep;
        host.send({ type: 'stop-when', run: 1, conditions: { ...none, ...condition } });
        host.send({ type: 'speed', run: 1, rate: stepsPerSecond * large.dynamics.dt });
        host.send({ type: 'play', run: 1 });
        for (let turns = 0; turns < 500 && host.messages('stopped').length === 0; turns++) host.turn(1, 16);
        return host.messages('stopped')[0]?.step;
      });
      expect(stops[0]).toBeGreaterThan(far + 20);
      expect(new Set(stops).size, String(stops)).toBe(1);
      if ('time' in condition) expect(stops[0]).toBe(Math.ceil(133.05 / large.dynamics.dt));
    }
  });

  const none = { time: null, costBelow: null, kineticBelow: null };
  const play = (host: FakeHost, turns = 400): void => {
    host.send({ type: 'play', run: 1 });
    host.turn(turns, 16);
  };

  it('time: stops at the first step with t >= 2, and plays on from there', () => {
    const host = opened();
    host.send({ type: 'stop-when', run: 1, conditions: { ...none, time: 2 } });
    play(host);
    expect(host.messages('stopped')).toEqual([{ type: 'stopped', run: 1, reason: 'time', step: 32 }]);
    expect(host.messages('playing').at(-1)?.playing).toBe(false);
    play(host);
    expect(host.lastFrame().header[HEADER.step]).toBeGreaterThan(40);
    expect(host.messages('stopped')).toHaveLength(1);
  });

  it('kinetic energy: at rest in the beginning does not count, the first turning point does', () => {
    const host = opened();
    host.send({ type: 'stop-when', run: 1, conditions: { ...none, kineticBelow: 1e-3 } });
    host.send({ type: 'speed', run: 1, rate: 20 });
    play(host, 2000);
    const [{ reason, step: at }] = host.messages('stopped');
    expect(reason).toBe('kineticBelow');
    expect(at).toBeGreaterThan(1);
  });

  it('cost: stops at the first step below the bound', () => {
    const host = opened();
    host.send({ type: 'stop-when', run: 1, conditions: { ...none, costBelow: 0.1 } });
    play(host, 2000);
    const [{ reason, step: at }] = host.messages('stopped');
    expect(reason).toBe('costBelow');
    const columns = 10;
    const costs = host
      .messages('traces')
      .flatMap(({ rows }) =>
        Array.from({ length: rows.length / columns }, (_, row) => [
          rows[row * columns],
          rows[row * columns + 4],
        ]),
      );
    expect(costs.find(([, cost]) => cost < 0.1)?.[0]).toBe(at);
  });
});
