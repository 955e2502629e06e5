import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Client } from '../../src/engine/client.ts';
import { HEADER } from '../../src/engine/frame.ts';
import { createLab, type Lab } from '../../src/store/index.ts';
import { documentOf } from '../helpers/run.ts';
import { FakeWorkers } from '../helpers/workers.ts';
import { sections } from './lab.ts';

/** Two labs in one page: neither hears what the other is told. */

interface Connected {
  readonly lab: Lab;
  readonly workers: FakeWorkers;
  readonly client: Client;
}
function connected(): Connected {
  const lab = createLab();
  const workers = new FakeWorkers();
  const client = new Client(workers.spawn);
  lab.connectEngine(client);
  return { lab, workers, client };
}
const settle = (...labs: readonly Connected[]): void => {
  for (const { workers } of labs) workers.settle();
  vi.advanceTimersByTime(150);
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('two labs: each has its engine, its frame, its run on the way, its hand, its undo and its watches', () => {
  const [one, other] = [connected(), connected()];
  const [first, second] = [one.lab.useLab.getState, other.lab.useLab.getState];
  first().openDocument(documentOf(sections));
  settle(one, other);
  expect([second().document, second().info, other.lab.latestFrame()]).toEqual([null, null, null]);

  second().openDocument(documentOf({ ...sections, system: { kind: 'ring-shared', N: 16 } }));
  // One lab's run is still coming: what the other's hand does is for its own.
  first().setParameter('expansion.gamma', 2);
  first().step(7);
  settle(one, other);
  expect(one.client.frame()?.tracks[0].weights).toHaveLength(12);
  expect(other.client.frame()?.tracks[0].weights).toHaveLength(16);
  expect([one.lab.presentStep(), other.lab.presentStep()]).toEqual([7, 0]);
  expect(second().document?.edits).toEqual([]);
  expect([first().undoable.length, second().undoable.length]).toEqual([1, 0]);

  // A drag in one is no drag in the other.
  first().holdChanges(true);
  second().setParameter('expansion.gamma', 3);
  vi.advanceTimersByTime(2000);
  second().setParameter('expansion.gamma', 4);
  first().undo();
  settle(one, other);
  expect(second().undoable).toHaveLength(2);
  expect(other.client.frame()?.header[HEADER.gamma]).toBe(4);
  expect(one.client.frame()?.header[HEADER.gamma]).toBe(0.3);

  first().watch('weights', { id: 'gradient', query: {} });
  settle(one, other);
  expect(Object.keys(first().seen)).toEqual(['weights']);
  expect(second().seen).toEqual({});
  // An engine that comes later is asked what its own lab watches, and no other's.
  const third = connected();
  expect(third.workers.ports[0].received.filter(({ type }) => type === 'subscribe')).toEqual([]);

  // A known future of one is none of the other: an edit there keeps no branch.
  first().step(40);
  settle(one);
  first().seek(0);
  settle(one);
  second().setParameter('expansion.gamma', 5);
  settle(other);
  expect(second().branches).toEqual([]);
  first().setParameter('expansion.gamma', 5);
  settle(one);
  expect(first().branches).toHaveLength(1);
});

it('two labs: each is told when its document is left, and has its own screen outside the store', () => {
  const [one, other] = [connected(), connected()];
  const told: string[] = [];
  one.lab.setLeaving(() => told.push('one'));
  other.lab.setLeaving(() => told.push('other'));
  other.lab.useLab.getState().openDocument(documentOf(sections));
  expect(told).toEqual(['other']);
});
