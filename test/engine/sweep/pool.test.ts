import { describe, expect, it } from 'vitest';
import type { Port } from '../../../src/engine/client.ts';
import { runPool } from '../../../src/engine/sweep/pool.ts';
import type { FromSweeper, ToSweeper } from '../../../src/engine/sweep/protocol.ts';
import { serveSweep } from '../../../src/engine/sweep/serve.ts';
import { serializeSweep } from '../../../src/engine/sweep/document.ts';
import { failedRow, rowLine } from '../../../src/engine/sweep/results.ts';
import { sweepOf } from './sweeps.ts';

/** A worker in this thread; it dies of what `dies` says. */
function hand(dies: (message: ToSweeper) => boolean, alive: Set<object>): Port<ToSweeper, FromSweeper> {
  const hear = serveSweep((message) => queueMicrotask(() => port.onmessage?.({ data: message })));
  const port: Port<ToSweeper, FromSweeper> = {
    onmessage: null,
    onerror: null,
    postMessage: (message) =>
      queueMicrotask(() => (dies(message) ? port.onerror?.({ message: 'out of memory' }) : hear(message))),
    terminate: () => void alive.delete(port),
  };
  alive.add(port);
  return port;
}

interface Outcome {
  readonly points: number[];
  readonly lines: string[];
  readonly end: string;
  readonly alive: number;
  readonly started: number;
}
async function runAll(
  size: number,
  dies: (message: ToSweeper, worker: number) => boolean,
  text = serializeSweep(sweepOf()),
): Promise<Outcome> {
  const alive = new Set<object>();
  const [points, lines]: [number[], string[]] = [[], []];
  let started = 0;
  const end = await new Promise<string>((resolve) => {
    runPool({
      spawn: () => {
        const worker = started++;
        return hand((message) => dies(message, worker), alive);
      },
      size,
      work: { kind: 'sweep', text },
      lost: (point, reason) => rowLine(failedRow(sweepOf(), point, reason)),
      points: [0, 1, 2, 3, 4, 5].values(),
      hear: (line, point) => {
        points.push(point);
        lines.push(line);
      },
      done: () => resolve('done'),
      fail: resolve,
    });
  });
  return { points: points.sort((a, b) => a - b), lines, end, alive: alive.size, started };
}

const all = [0, 1, 2, 3, 4, 5];
describe('sweep: a pool', () => {
  it('says why work is refused as it stands, by its path, and ends all workers', async () => {
    const text = serializeSweep({ ...sweepOf(), observe: ['no-such-thing'] });
    const { points, end, alive } = await runAll(2, () => false, text);
    expect(end).toMatch(/^observe/);
    expect(end).toContain('no-such-thing');
    expect([points, alive]).toEqual([[], 0]);
  });
  it.each([1, 2, 5])('of %i workers gives every point one row, then ends them', async (size) => {
    const { points, end, alive, started } = await runAll(size, () => false);
    expect([points, end, alive, started]).toEqual([all, 'done', 0, size]);
  });

  it('a worker that dies takes its point along, which says so, and another takes its place', async () => {
    const { points, lines, end, started } = await runAll(
      2,
      (message) => message.type === 'point' && message.point === 3,
    );
    expect([points, end, started]).toEqual([all, 'done', 3]);
    const row = lines.map((line) => JSON.parse(line)).find(({ point }) => point === 3);
    expect(row).toMatchObject({ state: 'failed', reason: 'the worker ended: out of memory' });
    expect(lines.filter((line) => line.includes('"done"'))).toHaveLength(5);
  });

  it('workers that there is no room for are done without; where none starts it says why', async () => {
    expect(await runAll(3, (message, worker) => message.type === 'begin' && worker > 0)).toMatchObject({
      points: all,
      end: 'done',
    });
    expect(await runAll(2, (message) => message.type === 'begin')).toMatchObject({
      points: [],
      end: 'out of memory',
      alive: 0,
    });
  });

  it('ended early it says nothing more', async () => {
    const alive = new Set<object>();
    const heard: number[] = [];
    const stop = runPool({
      spawn: () => hand(() => false, alive),
      size: 2,
      work: { kind: 'sweep', text: serializeSweep(sweepOf()) },
      lost: (point, reason) => rowLine(failedRow(sweepOf(), point, reason)),
      points: all.values(),
      hear: (_line, point) => {
        heard.push(point);
        stop();
      },
      done: () => heard.push(-1),
      fail: () => heard.push(-2),
    });
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard).toHaveLength(1);
    expect(alive.size).toBe(0);
  });
});
