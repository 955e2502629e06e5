import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Subscribed } from '../../../src/app/embed/events.ts';
import { Host } from '../../../src/app/embed/host.ts';
import { MOST_WAITING } from '../../../src/app/embed/limits.ts';
import { Post } from '../../../src/app/embed/post.ts';
import { Presence } from '../../../src/app/embed/presence.ts';
import type { Reply } from '../../../src/app/embed/protocol.ts';
import type { Hands } from '../../../src/app/embed/requests.ts';
import { parseRunDocument } from '../../../src/scenario/document.ts';
import { decodeLink, encodeLink } from '../../../src/scenario/link/codec.ts';
import { presentStep, timeOfStep, useLab } from '../../../src/store/index.ts';
import { shipped } from '../../helpers/shipped.ts';
import { StoreLab } from '../../store/lab.ts';

const ORIGIN = 'https://article.example';

let lab: StoreLab;
let host: Host;
let said: Reply[];
let holder: { postMessage(message: unknown): void };
let now = 0;

beforeEach(() => {
  lab = new StoreLab();
  said = [];
  now = 0;
  holder = { postMessage: (message) => said.push(structuredClone(message) as Reply) };
  const post = new Post(holder, null);
  const presence = new Presence(useLab);
  const where = { lab: { useLab, presentStep, timeOfStep }, presence };
  const subscribed = new Subscribed(where, (event, value) =>
    post.send({ lab: 1, kind: 'event', event, value }),
  );
  const hands: Hands = {
    ...where,
    async openScenario(id) {
      const text = shipped[id];
      if (text === undefined) {
        useLab
          .getState()
          .report({ source: `?scenario=${id}`, path: '', value: id, expected: 'a shipped one' });
      } else useLab.getState().openText(`${id}.json`, text, id);
    },
    decode: (link) => decodeLink(link, (id) => shipped[id]),
    subscribe: (event, perSecond) => subscribed.add(event, perSecond),
    unsubscribe: (event) => subscribed.end(event),
    ready: () => ({ version: 1, title: 'here' }) as ReturnType<Hands['ready']>,
  };
  host = new Host(post, hands, () => now);
});
afterEach(() => lab.close());

function ask(id: number, kind: string, members: object = {}): void {
  host.receive({ data: { lab: 1, id, kind, ...members }, origin: ORIGIN, source: holder });
}

/** Lets the worker and whoever waits for it go on until all is quiet. */
async function quiet(): Promise<void> {
  for (let n = 0; n < 30; n++) {
    lab.settle();
    await Promise.resolve();
  }
}

/** What was answered to a request. */
function answer(id: number): Record<string, unknown> {
  const found = said.find((reply) => 'id' in reply && reply.id === id);
  if (found === undefined) throw new Error(`no answer to ${id}`);
  return (found.kind === 'answer' ? found.value : found) as Record<string, unknown>;
}

describe('a page that speaks to an embed', () => {
  it('hears nothing before ready; then answers in the order of its requests', async () => {
    ask(1, 'step', { count: 3 });
    ask(2, 'oops');
    ask(3, 'seek', { step: 1 });
    await quiet();
    expect(said).toEqual([]);
    host.ready();
    await quiet();
    expect(said.map((reply) => ('id' in reply ? [reply.id, reply.kind] : null))).toEqual([
      [null, 'ready'],
      [1, 'answer'],
      [2, 'error'],
      [3, 'answer'],
    ]);
    expect(answer(1)).toMatchObject({ step: 3, time: 3 * 0.0625, playing: false });
    expect(answer(3)).toMatchObject({ step: 1 });
    ask(4, 'hello');
    await quiet();
    expect(answer(4)).toMatchObject({ kind: 'ready', version: 1, title: 'here' });
  });

  it('seeks by time to the nearest step', async () => {
    host.ready();
    ask(1, 'seek', { time: 10 * 0.0625 + 0.03 });
    await quiet();
    ask(2, 'seek', { time: 10 * 0.0625 + 0.04 });
    ask(3, 'seek', { time: 1, step: 1 });
    await quiet();
    expect([answer(1).step, answer(2).step]).toEqual([10, 11]);
    expect(answer(3)).toMatchObject({ kind: 'error', place: 'seek', expected: 'either step or time' });
  });

  it('sets a parameter, live and by a new start, and is told what does not fit and why', async () => {
    host.ready();
    ask(1, 'set', { path: 'expansion.gamma', value: 0.75 });
    ask(2, 'set', { path: 'system.N', value: 16 });
    ask(3, 'set', { path: 'expansion.gamma', value: 'much' });
    ask(4, 'set', { path: 'expansion.delta', value: 1 });
    await quiet();
    expect(answer(1)).toMatchObject({ superseded: false, step: 0 });
    expect(lab.gamma).toBe(0.75);
    expect(answer(2)).toMatchObject({ superseded: false });
    expect(lab.state.info?.tracks[0].weightCount).toBe(16);
    expect(answer(3)).toMatchObject({ kind: 'error', place: 'expansion.gamma', value: '"much"' });
    expect(answer(3).expected).toMatch(/number/);
    expect(answer(4)).toMatchObject({ kind: 'error', place: 'expansion.delta' });
    // The reader of the article has done nothing wrong.
    expect(lab.state.problem).toBeNull();
  });

  it('of values for one parameter that wait, the last is set, and each is answered', async () => {
    for (let n = 1; n <= 5; n++) ask(n, 'set', { path: 'expansion.gamma', value: n / 10 });
    ask(6, 'set', { path: 'dynamics.dt', value: 0.03125 });
    ask(7, 'set', { path: 'expansion.gamma', value: 0.9 });
    host.ready();
    await quiet();
    expect([1, 2, 3, 4].map((id) => answer(id).superseded)).toEqual([true, true, true, true]);
    expect([5, 6, 7].map((id) => answer(id).superseded)).toEqual([false, false, false]);
    expect(lab.gamma).toBe(0.9);
    // Edits of one parameter at one step are one.
    expect(lab.state.info?.document.edits.map(({ command }) => 'value' in command && command.value)).toEqual([
      0.03125, 0.9,
    ]);
  });

  it('of places to seek that wait, the last is sought, and each is answered', async () => {
    for (let n = 1; n <= 5; n++) ask(n, 'seek', { step: 10 * n });
    ask(6, 'set', { path: 'expansion.gamma', value: 0.9 });
    ask(7, 'seek', { step: 7 });
    ask(8, 'seek', { step: Number.NaN });
    ask(9, 'seek', { step: 3 });
    host.ready();
    await quiet();
    for (const id of [1, 2, 3, 4]) expect(answer(id)).toMatchObject({ superseded: true, step: 0 });
    expect(answer(5)).toMatchObject({ superseded: false, step: 50 });
    expect(answer(6)).toMatchObject({ superseded: false, step: 50 });
    expect(answer(7)).toMatchObject({ superseded: false, step: 7 });
    expect(answer(8)).toMatchObject({ kind: 'error', place: 'step', value: 'NaN' });
    expect(answer(9)).toMatchObject({ superseded: false, step: 3 });
    // Of what was superseded the engine heard nothing.
    expect(lab.at).toBe(3);
  });

  it('getState gives the run document: opened again it is the same run, to the last bit', async () => {
    host.ready();
    ask(1, 'step', { count: 4 });
    ask(2, 'set', { path: 'expansion.gamma', value: 0.5 });
    ask(3, 'step', { count: 6 });
    ask(4, 'getState');
    await quiet();
    const { weights } = lab;
    const { document } = answer(4);
    expect(() => parseRunDocument(JSON.stringify(document))).not.toThrow();
    ask(5, 'reset');
    ask(6, 'open', { document });
    await quiet();
    expect(answer(5)).toMatchObject({ step: 0 });
    expect(answer(6)).toMatchObject({ step: 10, playing: false });
    expect(lab.weights).toBe(weights);
  });

  it('opens a link where its run stood, to the last bit; a broken one is told and the run stays', async () => {
    host.ready();
    const ring = parseRunDocument(shipped['ring-wave']);
    const run = { ...ring, view: { ...ring.view, step: 7 } };
    const link = encodeLink(run, { id: 'ring-wave', text: shipped['ring-wave'] });
    ask(1, 'open', { link });
    await quiet();
    expect(answer(1)).toMatchObject({ step: 7, title: ring.scenario.title, baseChanged: false });
    const { shippedId, info } = useLab.getState();
    expect([shippedId, info?.document.scenario.system]).toEqual(['ring-wave', ring.scenario.system]);
    const { weights } = lab;
    ask(4, 'open', { document: ring, step: 7 });
    await quiet();
    expect(lab.weights).toBe(weights);
    ask(2, 'open', { link: link.slice(0, -4) });
    ask(3, 'open', { link: '#hello' });
    await quiet();
    expect(answer(2)).toMatchObject({ kind: 'error', place: 'link' });
    expect(answer(2).expected).toContain('cut or changed');
    expect(answer(3)).toMatchObject({ kind: 'error', place: 'link' });
    expect(useLab.getState().info?.document.scenario.title).toBe(ring.scenario.title);
    expect(useLab.getState().problem).toBeNull();
  });

  it('opens a shipped scenario; a wrong name, a broken document and two at once are told', async () => {
    host.ready();
    ask(1, 'open', { scenario: 'circle', step: 2, play: false });
    ask(2, 'open', { scenario: 'squircle' });
    ask(3, 'open', { document: { version: 1, system: { kind: 'ring-shared', N: 'many' } } });
    ask(4, 'open', { scenario: 'circle', link: '#v1.x' });
    ask(5, 'open');
    ask(6, 'open', { scenario: 'squircle' });
    await quiet();
    expect(answer(1)).toMatchObject({ step: 2, title: parseRunDocument(shipped.circle).scenario.title });
    expect(answer(2)).toMatchObject({ kind: 'error', place: '?scenario=squircle' });
    expect(answer(3)).toMatchObject({ kind: 'error', place: 'system.N', value: '"many"' });
    expect(answer(4)).toMatchObject({ kind: 'error', place: 'open' });
    expect(answer(5)).toMatchObject({ kind: 'error', place: 'open' });
    // The run that stood stands.
    expect(lab.state.info?.document.scenario.title).toBe(parseRunDocument(shipped.circle).scenario.title);
    expect(lab.state.problem).toBeNull();
  });

  it('observes by name: cost as the engine has it, lists for arrays, null where there is nothing to see', async () => {
    host.ready();
    ask(1, 'step', { count: 5 });
    ask(2, 'observe', { names: ['scalars', 'sources', 'layer-past'] });
    ask(3, 'observe', { names: ['scalars', 'everything'] });
    await quiet();
    const { values, step } = answer(2) as {
      step: number;
      values: {
        scalars: { id: string; cost: number }[];
        sources: Record<string, unknown>;
        'layer-past': unknown;
      };
    };
    expect(step).toBe(5);
    expect(values.scalars[0].cost).toBe(lab.state.readouts?.tracks[0].cost);
    expect(JSON.stringify(values.sources)).toContain('[');
    expect(values['layer-past']).toBeNull();
    expect(answer(3)).toMatchObject({ kind: 'error', place: 'names', value: '"everything"' });
    expect(Object.keys(lab.state.seen)).toEqual([]);
  });

  it('tells events that it subscribed to, and none of the others', async () => {
    host.ready();
    ask(1, 'subscribe', { event: 'edited' });
    ask(2, 'subscribe', { event: 'opened' });
    ask(3, 'subscribe', { event: 'step', perSecond: 5 });
    await quiet();
    said.length = 0;
    ask(4, 'set', { path: 'expansion.gamma', value: 0.5 });
    ask(5, 'step', { count: 2 });
    ask(6, 'open', { scenario: 'circle', play: false });
    await quiet();
    const events = said.flatMap((reply) =>
      reply.kind === 'event' ? [[reply.event, reply.value] as const] : [],
    );
    expect(events.map(([name]) => name).filter((name) => name !== 'step')).toEqual(['edited', 'opened']);
    expect(events.find(([name]) => name === 'edited')?.[1]).toMatchObject({ edits: 1 });
    expect(events.find(([name]) => name === 'opened')?.[1]).toMatchObject({ scenario: 'circle' });
    expect(
      events.flatMap(([name, value]) => (name === 'step' && 'step' in value ? [value.step] : [])),
    ).toContain(2);
    ask(7, 'unsubscribe', { event: 'step' });
    await quiet();
    said.length = 0;
    ask(8, 'step', { count: 5 });
    await quiet();
    expect(said.map(({ kind }) => kind)).toEqual(['answer']);
  });

  it(`no more than ${MOST_WAITING} requests wait: the next is told so at once`, () => {
    for (let n = 0; n <= MOST_WAITING; n++) ask(n, 'play');
    expect(said).toEqual([
      expect.objectContaining({
        kind: 'error',
        id: MOST_WAITING,
        place: 'waiting',
        value: `${MOST_WAITING}`,
      }),
    ]);
  });

  it('who is not the page around it is not answered, nor is what is not meant for the lab', async () => {
    host.ready();
    said.length = 0;
    host.receive({ data: { lab: 1, id: 1, kind: 'play' }, origin: ORIGIN, source: {} });
    host.receive({ data: { id: 1, kind: 'play' }, origin: ORIGIN, source: holder });
    await quiet();
    expect(said).toEqual([]);
    expect(lab.state.playing).toBe(false);
  });
});
