import { afterEach, describe, expect, it, vi } from 'vitest';
import { Client, type ClientEvent } from '../../src/engine/client.ts';
import type { Seen } from '../../src/engine/subscriptions.ts';
import { HEADER } from '../../src/engine/frame.ts';
import { History } from '../../src/engine/history.ts';
import { observations } from '../../src/engine/observations/index.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { FakeHost } from '../helpers/host.ts';
import { bits, documentOf, simulate } from '../helpers/run.ts';
import { FakeWorkers } from '../helpers/workers.ts';

const sections = {
  system: { kind: 'ring-shared', N: 12 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};

function opened(clockStep = 0, of: Readonly<Record<string, unknown>> = sections): FakeHost {
  const host = new FakeHost(clockStep);
  host.send({ type: 'open', run: 1, document: documentOf(of) });
  return host;
}

afterEach(() => vi.restoreAllMocks());

describe('registry', () => {
  it('ids are different, and every parameter has a default that fits', () => {
    expect(new Set(observations.map(({ id }) => id)).size).toBe(observations.length);
    const run = { simulation: simulate(sections), history: new History(), kernels: typescriptKernels };
    for (const { id } of observations) new Observers(run).subscribe({ key: 1, id });
  });

  it.each(observations.map(({ id }) => id))(
    '%s: looked at, given away and looked at again it is the same, and so is the run',
    (id) => {
      const simulation = simulate(sections);
      const alone = simulate(sections);
      const observers = new Observers({ simulation, history: new History(), kernels: typescriptKernels });
      observers.subscribe({ key: 7, id });
      for (let step = 0; step < 5; step++) {
        observers.next();
        simulation.advance(1);
        alone.advance(1);
        observers.keep();
      }
      const seen = observers.value(7);
      const copy = structuredClone(seen);
      emptyArrays(seen);
      expect(observers.value(7)).toEqual(copy);
      expect(bits(simulation.tracks[0].weights)).toBe(bits(alone.tracks[0].weights));
      simulation.advance(3);
      alone.advance(3);
      expect(bits(simulation.tracks[0].weights)).toBe(bits(alone.tracks[0].weights));
    },
  );

  it('a question with a name that is none, or a value that does not fit, is refused by its path', () => {
    const run = { simulation: simulate(sections), history: new History(), kernels: typescriptKernels };
    const ask = (query: Readonly<Record<string, unknown>>) => () =>
      new Observers(run).subscribe({ key: 1, id: 'field-past', query });
    expect(ask({ row: 3 })).toThrow('observe.field-past.row');
    for (const query of [{ rows: -1 }, { rows: 1.5 }, { weights: [0.5] }, { weights: 3 }, { from: NaN }]) {
      expect(ask(query)).toThrow(`observe.field-past.${Object.keys(query)[0]}`);
    }
    expect(ask({ rows: 3, from: -Infinity, weights: null })).not.toThrow();
  });
});

/** Writes over every typed array in a value, as whoever it was given to may. */
function emptyArrays(value: unknown): void {
  if (value instanceof Float64Array || value instanceof Float32Array) value.fill(NaN);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(emptyArrays);
}

/** Counts what is created and read of every observation. */
function counted(): Map<string, { created: number; read: number }> {
  const counts = new Map<string, { created: number; read: number }>();
  for (const observation of observations) {
    const count = { created: 0, read: 0 };
    counts.set(observation.id, count);
    const create = observation.create.bind(observation);
    vi.spyOn(observation, 'create').mockImplementation((query, run) => {
      const observer = create(query, run);
      count.created++;
      const read = observer.read.bind(observer);
      return Object.assign(observer, {
        read() {
          count.read++;
          return read();
        },
      });
    });
  }
  return counts;
}

describe('what nobody asks for', () => {
  it('is never created: 300 steps, an edit, a seek and a reset make none; one question makes one', () => {
    const counts = counted();
    const host = opened();
    const busy = (): void => {
      host.send({ type: 'step', run: 1, count: 300 });
      host.turn();
      host.send({
        type: 'edit',
        run: 1,
        edit: 1,
        command: { kind: 'set', path: 'expansion.gamma', value: 1 },
      });
      host.send({ type: 'seek', run: 1, step: 20 });
      host.turn();
    };
    busy();
    host.send({ type: 'reset', run: 1 });
    busy();
    expect([...counts.values()].every(({ created }) => created === 0)).toBe(true);
    expect(host.messages('observed')).toEqual([]);
    host.observe('gradient', {});
    busy();
    for (const [id, { created }] of counts) expect(created, id).toBe(id === 'gradient' ? 1 : 0);
    expect(counts.get('gradient')?.read).toBe(host.seen('gradient').length);
    host.unobserve('gradient');
    const before = counts.get('gradient')?.read;
    busy();
    expect(counts.get('gradient')?.read).toBe(before);
  });

  it('a request is answered once, what follows the run with it, five times a second at most', () => {
    const host = opened();
    host.observe('hessian', {});
    host.observe('gradient', {});
    host.send({ type: 'play', run: 1 });
    // 63 turns of 16 ms are a second.
    host.turn(63, 16);
    expect(host.seen('hessian')).toHaveLength(1);
    expect(host.seen('gradient').length).toBeGreaterThanOrEqual(3);
    expect(host.seen('gradient').length).toBeLessThanOrEqual(6);
  });
});

describe('a job', () => {
  it('yields: while it works the run takes steps and no stretch of work is longer than a slice', () => {
    // Not quadratic: its motions are stepped, which is work for hundreds of slices.
    const host = opened(1, {
      ...sections,
      system: { kind: 'dense', sizes: [2, 5, 1] },
      data: { kind: 'xor' },
      initial: { kind: 'random' },
    });
    host.observe('viscosity', {});
    host.send({ type: 'play', run: 1 });
    const steps = new Set<number>();
    let longest = 0;
    while (host.seen('viscosity').at(-1)?.state === 'running') {
      const before = host.now();
      host.turn(1, 2);
      longest = Math.max(longest, host.now() - before);
      steps.add(host.lastFrame().header[HEADER.step]);
    }
    expect(host.seen('viscosity').at(-1)?.state).toBe('done');
    expect(steps.size).toBeGreaterThan(20);
    // A slice of the run is 8 ms, one of work 5, every look at the clock 1.
    expect(longest).toBeLessThan(20);
  });

  it('two jobs take turns: the shorter one ends while the longer one, begun before it, is at work', () => {
    const host = opened(1);
    host.observe('spacing', {});
    host.observe('viscosity', {});
    while (host.seen('viscosity').at(-1)?.state === 'running') host.turn(1);
    expect(host.seen('viscosity').at(-1)?.state).toBe('done');
    expect(host.seen('spacing').at(-1)?.state).toBe('running');
    host.turn();
    expect(host.seen('spacing').at(-1)?.state).toBe('done');
  });
});

/** A page with one open run, and everything that it has seen. */
function page(): { workers: FakeWorkers; client: Client; seen: Seen[] } {
  const workers = new FakeWorkers();
  const client = new Client(workers.spawn);
  const seen: Seen[] = [];
  client.listen((event: ClientEvent) => {
    if (event.type === 'observed') seen.push(event.seen);
  });
  client.open(documentOf(sections));
  workers.settle();
  return { workers, client, seen };
}

/** Runs that were asked something, in order. */
const askedRuns = (workers: FakeWorkers): readonly number[] =>
  workers.ports[0].received.flatMap((message) => (message.type === 'subscribe' ? [message.run] : []));
const weightsOf = (seen: Seen | undefined): readonly number[] =>
  seen?.id === 'weight-history' ? (seen.value?.weights ?? []) : [];
const lengthOf = (seen: Seen | undefined): number => (seen?.id === 'gradient' ? seen.value.length : -1);

describe('answers are addressed by question', () => {
  it('another question under a name: what is on the way to the first is dropped', () => {
    const { workers, client, seen } = page();
    client.subscribe('chart', { id: 'weight-history', query: { weights: [1] } });
    client.step(3);
    // The answer to the first question is on its way.
    workers.ports[0].deliver();
    client.subscribe('chart', { id: 'weight-history', query: { weights: [2, 3] } });
    workers.settle();
    expect(seen.length).toBeGreaterThan(0);
    for (const answer of seen) expect(weightsOf(answer)).toEqual([2, 3]);
    expect(seen.at(-1)?.step).toBe(3);
  });

  it('another question under a name: the first is computed no more', () => {
    const counts = counted();
    const { workers, client } = page();
    client.subscribe('chart', { id: 'weight-history', query: { weights: [1] } });
    workers.settle();
    client.subscribe('chart', { id: 'weight-history', query: { weights: [2] } });
    workers.settle();
    const before = counts.get('weight-history')?.read ?? 0;
    client.step(1);
    workers.settle();
    expect(counts.get('weight-history')?.read).toBe(before + 1);
  });

  it('ended: what is on the way is dropped', () => {
    const { workers, client, seen } = page();
    client.subscribe('chart', { id: 'gradient', query: {} });
    workers.ports[0].deliver();
    client.unsubscribe('chart');
    workers.settle();
    expect(seen).toEqual([]);
  });

  it('two names asking differently are both answered, each its own', () => {
    const { workers, client, seen } = page();
    client.subscribe('a', { id: 'weight-history', query: { weights: [1] } });
    client.subscribe('b', { id: 'weight-history', query: { weights: [5, 6] } });
    workers.settle();
    expect(weightsOf(seen.find(({ name }) => name === 'a'))).toEqual([1]);
    expect(weightsOf(seen.find(({ name }) => name === 'b'))).toEqual([5, 6]);
  });

  it('another run: it is asked what is watched, once, and nothing of the old one comes after it', () => {
    const { workers, client, seen } = page();
    client.subscribe('chart', { id: 'gradient', query: {} });
    workers.settle();
    expect(lengthOf(seen.at(-1))).toBe(12);
    client.step(5);
    client.open(documentOf({ ...sections, system: { kind: 'ring-shared', N: 20 } }), 9);
    let ready = 0;
    client.listen(({ type }) => {
      if (type === 'ready') ready = seen.length;
    });
    workers.settle();
    const after = seen.slice(ready);
    expect(after.length).toBeGreaterThan(0);
    for (const answer of after) expect(lengthOf(answer)).toBe(20);
    expect(after.at(-1)?.step).toBe(9);
    const asked = workers.ports[0].received.filter(
      (message) => message.type === 'subscribe' && message.run === 2,
    );
    expect(asked).toHaveLength(1);
  });

  it('a question between open and ready is asked once, of the run that is coming', () => {
    const { workers, client, seen } = page();
    client.open(documentOf({ ...sections, system: { kind: 'ring-shared', N: 20 } }));
    client.subscribe('chart', { id: 'gradient', query: {} });
    workers.settle();
    client.reset();
    workers.settle();
    expect(askedRuns(workers)).toEqual([2]);
    expect(lengthOf(seen.at(-1))).toBe(20);
  });

  it('a run begun again is still asked; a job about what it was is not', () => {
    const { workers, client, seen } = page();
    client.subscribe('chart', { id: 'gradient', query: {} });
    client.subscribe('study', { id: 'viscosity', query: {}, once: true });
    client.step(5);
    for (let task = 0; task < 12; task++) workers.ports[0].deliver();
    client.reset();
    const before = seen.length;
    workers.settle();
    const after = seen.slice(before);
    expect(after.some(({ name }) => name === 'study')).toBe(false);
    expect(lengthOf(after.at(-1))).toBe(12);
    expect(after.at(-1)?.step).toBe(0);
  });

  it('a refused document: the run that stays goes on being watched, with what was asked meanwhile', () => {
    const { workers, client, seen } = page();
    client.subscribe('chart', { id: 'weight-history', query: { weights: [1] } });
    workers.settle();
    const bad = documentOf(sections);
    client.open({ ...bad, scenario: { ...bad.scenario, system: { ...bad.scenario.system, N: 11 } } });
    client.subscribe('chart', { id: 'weight-history', query: { weights: [4] } });
    workers.settle();
    client.step(2);
    workers.settle();
    expect(weightsOf(seen.at(-1))).toEqual([4]);
    expect(seen.at(-1)?.step).toBe(2);
  });

  it('a worker that ended: its successor is asked again', () => {
    const { workers, client, seen } = page();
    client.subscribe('chart', { id: 'gradient', query: {} });
    client.step(4);
    workers.settle();
    workers.ports[0].onerror?.({ message: 'out of memory' });
    const before = seen.length;
    workers.settle();
    expect(seen.length).toBeGreaterThan(before);
    expect(seen.at(-1)?.step).toBe(4);
  });

  it('a question that a run is none for sees nothing, and the run goes on', () => {
    const { workers, client, seen } = page();
    client.subscribe('chart', { id: 'learned', query: { probe: new Float64Array(7) } });
    client.subscribe('none', { id: 'no-such-thing', query: {} } as never);
    workers.settle();
    expect(seen.map(({ name, value }) => [name, value])).toEqual([
      ['chart', null],
      ['none', null],
    ]);
    client.step(2);
    workers.settle();
    expect(client.frame()?.header[HEADER.step]).toBe(2);
  });
});
