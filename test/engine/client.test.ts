import { describe, expect, it } from 'vitest';
import { Client, type ClientEvent } from '../../src/engine/client.ts';
import { HEADER } from '../../src/engine/frame.ts';
import type { Outcome, Told } from '../../src/engine/outcome.ts';
import type { RunDocument } from '../../src/scenario/types.ts';
import { bits, documentOf, simulate, setIn } from '../helpers/run.ts';
import { FakeWorkers } from '../helpers/workers.ts';

const sections = {
  system: { kind: 'ring-shared', N: 12 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};

function connected(): { workers: FakeWorkers; client: Client; events: ClientEvent[] } {
  const workers = new FakeWorkers();
  const client = new Client(workers.spawn);
  const events: ClientEvent[] = [];
  client.listen((event) => events.push(event));
  client.open(documentOf(sections));
  client.subscribe('known', { id: 'gradient', query: {} });
  workers.settle();
  return { workers, client, events };
}

it('client: frames arrive and their buffers travel back', () => {
  const { workers, client } = connected();
  for (let k = 0; k < 10; k++) {
    client.step(1);
    workers.settle();
  }
  expect(client.frame()?.header[HEADER.step]).toBe(10);
  const returned = workers.ports[0].received.filter(({ type }) => type === 'return').length;
  expect(returned).toBeGreaterThanOrEqual(9);
});

it('client: traces hold every step and survive a seek back', () => {
  const { workers, client } = connected();
  client.step(20);
  workers.settle();
  expect(client.traces()?.length).toBe(21);
  client.seek(5);
  workers.settle();
  // The future is known and will repeat itself; it stays until something changes it.
  expect(client.traces()?.length).toBe(21);
  client.step(3);
  workers.settle();
  expect(client.traces()?.length).toBe(21);
  client.edit({ kind: 'set', path: 'expansion.gamma', value: 2 });
  workers.settle();
  expect(client.traces()?.length).toBe(9);
  expect(client.traces()?.rowsUpTo(4)).toBe(5);
});

it('client: edits go one at a time and the latest value of a path wins', () => {
  const { workers, client } = connected();
  for (const value of [1, 2, 3, 4]) client.edit({ kind: 'set', path: 'expansion.gamma', value });
  workers.settle();
  const sent = workers.ports[0].received.filter((message) => message.type === 'edit');
  expect(sent.map((message) => message.type === 'edit' && setIn(message.command).value)).toEqual([1, 4]);
});

it('client: a run that is opened while another goes on drops the stale frames', () => {
  const { workers, client, events } = connected();
  client.step(5);
  client.open(documentOf({ ...sections, system: { kind: 'ring-shared', N: 20 } }));
  workers.settle();
  expect(client.frame()?.tracks[0].weights).toHaveLength(20);
  expect(client.frame()?.header[HEADER.step]).toBe(0);
  expect(events.filter(({ type }) => type === 'ready')).toHaveLength(2);
});

it('client: a crashed worker is started again where it was, bit for bit', () => {
  const { workers, client, events } = connected();
  client.edit({ kind: 'set', path: 'expansion.gamma', value: 1 });
  client.step(30);
  workers.settle();
  workers.ports[0].onerror?.({ message: 'out of memory' });
  workers.settle();
  expect(workers.ports).toHaveLength(2);
  expect(events.some(({ type }) => type === 'crashed')).toBe(true);
  expect(client.frame()?.header[HEADER.step]).toBe(30);
  const reference = simulate(
    sections,
    [],
    [{ step: 0, command: { kind: 'set', path: 'expansion.gamma', value: 1 } }],
  );
  reference.advance(30);
  expect(bits(client.frame()?.tracks[0].weights ?? [])).toBe(
    bits(Float32Array.from(reference.tracks[0].weights)),
  );
});

it('client: a refused document leaves the open run as it is', () => {
  const { workers, client, events } = connected();
  const document = documentOf(sections);
  client.open({
    ...document,
    scenario: { ...document.scenario, batch: { kind: 'sequence', indices: [50] } },
  });
  workers.settle();
  expect(events.filter(({ type }) => type !== 'settled').at(-1)?.type).toBe('refused');
  client.step(4);
  workers.settle();
  expect(client.frame()?.header[HEADER.step]).toBe(4);
});

/** What the worker's runs heard of a kind, in order. */
function heard(workers: FakeWorkers, type: string): readonly number[] {
  return workers.ports.flatMap(({ received }) =>
    received.flatMap((message) => (message.type === type && 'run' in message ? message.run : [])),
  );
}

const everything: Readonly<Record<string, (client: Client) => void>> = {
  play: (client) => client.play(),
  pause: (client) => client.pause(),
  step: (client) => client.step(1),
  reset: (client) => client.reset(),
  seek: (client) => client.seek(3),
  speed: (client) => client.speed(2),
  edit: (client) => client.edit({ kind: 'set', path: 'expansion.gamma', value: 2 }),
  sample: (client) => client.sample(1),
  subscribe: (client) => client.subscribe('chart', { id: 'learned', query: {} }),
  unsubscribe: (client) => client.unsubscribe('known'),
  'stop-when': (client) => client.stopWhen({ time: 9, costBelow: null, kineticBelow: null }),
};

for (const [type, say] of Object.entries(everything)) {
  it(`client: "${type}" between open and ready is for the run that is coming`, () => {
    const { workers, client } = connected();
    client.open(documentOf({ ...sections, system: { kind: 'ring-shared', N: 16 } }));
    say(client);
    expect(heard(workers, type).at(-1)).toBe(2);
  });

  // A run that plays never settles.
  if (type === 'play') continue;
  it(`client: "${type}" said before a refusal is for the run that stays`, () => {
    const { workers, client, events } = connected();
    // More data than the system can be made of is found by the worker alone.
    const bad = documentOf(sections);
    client.open({ ...bad, scenario: { ...bad.scenario, system: { ...bad.scenario.system, N: 11 } } });
    say(client);
    workers.settle();
    expect(events.some((event) => event.type === 'refused')).toBe(true);
    expect(heard(workers, type).at(-1)).toBe(1);
  });
}

it('client: an edit between open and ready is in force, and the next one too', () => {
  const { workers, client, events } = connected();
  client.edit({ kind: 'set', path: 'expansion.gamma', value: 0.4 });
  client.open(documentOf({ ...sections, system: { kind: 'ring-shared', N: 16 } }));
  client.edit({ kind: 'set', path: 'expansion.gamma', value: 2 });
  workers.settle();
  client.edit({ kind: 'set', path: 'system.p', value: 0.5 });
  workers.settle();
  const last = events.filter((event) => event.type === 'edited').at(-1);
  const edits = last?.type === 'edited' ? last.info.document.edits : [];
  expect(edits.map(({ command }) => setIn(command).value)).toEqual([2, 0.5]);
});

it('client: an edit between open and ready is made at the step that the run is taken to', () => {
  const { workers, client, events } = connected();
  client.open(documentOf({ ...sections, system: { kind: 'ring-shared', N: 16 } }), 40);
  client.edit({ kind: 'set', path: 'expansion.gamma', value: 2 });
  workers.settle();
  const edited = events.filter((event) => event.type === 'edited').at(-1);
  expect(edited?.type === 'edited' && edited.info.document.edits[0].step).toBe(40);
});

it('client: a worker that ends between open and ready loses neither the run nor what was said to it', () => {
  const { workers, client, events } = connected();
  client.open(documentOf({ ...sections, system: { kind: 'ring-shared', N: 16 } }), 7);
  for (const [path, value] of [
    ['expansion.gamma', 2],
    ['system.p', 0.5],
  ] as const) {
    client.edit({ kind: 'set', path, value });
  }
  workers.ports[0].onerror?.({ message: 'out of memory' });
  workers.settle();
  const edited = events.filter((event) => event.type === 'edited').at(-1);
  const edits = edited?.type === 'edited' ? edited.info.document.edits : [];
  expect(edits.map(({ step, command }) => [step, setIn(command).value])).toEqual([
    [7, 2],
    [7, 0.5],
  ]);
  expect(client.frame()?.header[HEADER.step]).toBe(7);
});

it('client: a run that played goes on after its worker ended; the edit at work is not made again, the next is', () => {
  const { workers, client } = connected();
  client.step(5);
  workers.settle();
  client.play();
  // Played a little: the worker says so, and never settles.
  for (let turn = 0; turn < 20; turn++) workers.ports[0].deliver();
  client.edit({ kind: 'set', path: 'expansion.gamma', value: 2 });
  client.edit({ kind: 'set', path: 'system.p', value: 0.5 });
  workers.ports[0].onerror?.({ message: 'out of memory' });
  const said = workers.ports[1].received.map(({ type }) => type).filter((type) => type !== 'ask');
  expect(said.slice(0, 4)).toEqual(['open', 'seek', 'play', 'edit']);
  const values = workers.ports[1].received.flatMap((message) =>
    message.type === 'edit' ? [setIn(message.command).value] : [],
  );
  expect(values).toEqual([0.5]);
});

it('client: settled: once the run has come where it was sent, with the edits made on the way, and not before', () => {
  const { workers, client, events } = connected();
  const port = workers.ports[0];
  workers.settle();
  events.length = 0;
  client.seek(300);
  client.edit({ kind: 'set', path: 'expansion.gamma', value: 2 });
  // Told while the question is on its way: it is asked once more, not each time.
  for (let value = 3; value <= 6; value++) client.edit({ kind: 'set', path: 'data.K', value });
  const settled = (): readonly boolean[] =>
    events.flatMap((event) => (event.type === 'settled' ? event.settled : []));
  expect(settled()).toEqual([false]);
  while (settled().length < 2) expect(port.deliver()).toBe(true);
  const { header } = client.frame()!;
  expect([header[HEADER.step], header[HEADER.gamma]]).toEqual([300, 2]);
  const edits = events.filter(({ type }) => type === 'edited').length;
  workers.settle();
  expect(settled()).toEqual([false, true]);
  expect(events.filter(({ type }) => type === 'edited')).toHaveLength(edits);
  expect(edits).toBe(2);
});

it('client: of two runs in a row the second is refused; what is done then reaches the run on the screen', () => {
  const { workers, client } = connected();
  client.step(3);
  workers.settle();
  const document = documentOf(sections);
  const { scenario } = document;
  client.open(documentOf({ ...sections, system: { kind: 'ring-shared', N: 20 } }));
  client.open({ ...document, scenario: { ...scenario, batch: { kind: 'sequence', indices: [50] } } });
  client.edit({ kind: 'set', path: 'expansion.gamma', value: 2 });
  client.edit({ kind: 'set', path: 'data.K', value: 3 });
  workers.settle();
  client.step(4);
  workers.settle();
  const { header, tracks } = client.frame()!;
  expect([tracks[0].weights.length, header[HEADER.step], header[HEADER.gamma]]).toEqual([12, 7, 2]);
  client.edit({ kind: 'set', path: 'expansion.gamma', value: 5 });
  workers.settle();
  expect(client.frame()?.header[HEADER.gamma]).toBe(5);
});

describe('client: what was asked for is told its outcome', () => {
  const gamma = (value: number): Parameters<Client['edit']>[0] => ({
    kind: 'set',
    path: 'expansion.gamma',
    value,
  });
  const bad = (): RunDocument => {
    const document = documentOf(sections);
    const { scenario } = document;
    return { ...document, scenario: { ...scenario, batch: { kind: 'sequence', indices: [50] } } };
  };

  it('an edit: applied at its step, superseded by a newer one of its path, or refused with the reason', async () => {
    const { workers, client } = connected();
    client.step(5);
    const told = [1, 2, 3].map((value) => client.edit(gamma(value)));
    const refused = client.edit({ kind: 'set', path: 'system.p', value: 1e200 });
    const [first, second, third] = await heardAll(workers, told);
    expect(first).toEqual({ kind: 'applied', step: 5, edit: { step: 5, command: gamma(1) } });
    expect(second).toEqual({ kind: 'superseded' });
    expect(third).toMatchObject({ kind: 'applied', step: 5 });
    expect(await refused).toMatchObject({ kind: 'refused', problem: { path: 'system.p', value: 1e200 } });
  });

  it('an edit comes back as the page holds it: its numbers are not another copy', async () => {
    const { workers, client, events } = connected();
    const command = { kind: 'poke', target: 'weights', profile: { at: [1], add: [2] } } as const;
    await heardAll(workers, [client.edit(command)]);
    const last = events.filter((event) => event.type === 'edited').at(-1);
    expect(last?.type === 'edited' && last.info.document.edits[0].command).toBe(command);
  });

  it('a meeting: applied, with the state that the engine recorded', async () => {
    const { workers, client } = connected();
    client.step(3);
    const [outcome] = await heardAll(workers, [client.edit({ kind: 'meet' })]);
    expect(outcome).toMatchObject({ kind: 'applied', edit: { step: 3, command: { kind: 'state' } } });
  });

  it('a run: applied, superseded by the next one, or refused; its listeners have heard of it by then', async () => {
    const { workers, client, events } = connected();
    const [first, second] = await heardAll(workers, [
      client.open(documentOf(sections), 3),
      client.open(documentOf({ ...sections, system: { kind: 'ring-shared', N: 16 } }), 7),
    ]);
    expect(first).toEqual({ kind: 'superseded' });
    expect(second).toEqual({ kind: 'applied', step: 7, edit: null });
    const third = client.open(bad());
    workers.settle();
    expect(events.some(({ type }) => type === 'refused')).toBe(true);
    expect(await third).toMatchObject({ kind: 'refused', problem: { path: 'batch.indices[0]' } });
  });

  it('edits of a run that is left are superseded, though the engine may have made them', async () => {
    const { workers, client } = connected();
    const told = [client.edit(gamma(1)), client.edit(gamma(2))];
    client.open(documentOf(sections));
    expect((await heardAll(workers, told)).map(({ kind }) => kind)).toEqual(['superseded', 'superseded']);
  });

  it('an edit whose worker ended is refused, that behind it made; a run on its way comes after all', async () => {
    const { workers, client } = connected();
    const lost = client.edit(gamma(1));
    const next = client.edit({ kind: 'set', path: 'system.p', value: 0.5 });
    workers.ports[0].onerror?.({ message: 'out of memory' });
    const [first, second] = await heardAll(workers, [lost, next]);
    expect(first).toMatchObject({ kind: 'refused', problem: { path: 'engine', value: 'out of memory' } });
    expect(second.kind).toBe('applied');
    const coming = client.open(documentOf(sections), 4);
    workers.ports[1].onerror?.({ message: 'out of memory' });
    expect((await heardAll(workers, [coming]))[0]).toMatchObject({ kind: 'applied', step: 4 });
  });

  it('a recorded edit that is refused on the way is nobody’s answer', async () => {
    const { workers, client, events } = connected();
    const document = documentOf(sections, [], [{ step: 5, command: gamma(1) }]);
    const { edits } = document;
    // Numbers that overflow are found by the worker alone, at the step where they are due.
    const overflow = [
      ...edits,
      { step: 8, command: { kind: 'set', path: 'system.p', value: 1e200 } as const },
    ];
    client.open({ ...document, edits: overflow });
    workers.settle();
    client.seek(20);
    const told = client.edit(gamma(2));
    const [outcome] = await heardAll(workers, [told]);
    expect(events.filter(({ type }) => type === 'refused')).toHaveLength(1);
    expect(outcome).toMatchObject({ kind: 'applied', step: 8 });
  });
});

/** Lets the worker answer, and gives what was told. */
async function heardAll(workers: FakeWorkers, told: readonly Told[]): Promise<readonly Outcome[]> {
  workers.settle();
  return Promise.all(told);
}
