import { beforeEach, describe, expect, it } from 'vitest';
import { HEADER } from '../../../src/engine/frame.ts';
import { TRACE } from '../../../src/engine/protocol.ts';
import { documentOf } from '../../helpers/run.ts';
import { FakeChannel, FakeLaptop, FakeWindow, sections, soon } from './channel.ts';

let channel: FakeChannel;
let laptop: FakeLaptop;
beforeEach(() => {
  channel = new FakeChannel();
  laptop = new FakeLaptop(channel);
});

function enter(id?: string): FakeWindow {
  const window = new FakeWindow(channel, id);
  window.say({ kind: 'hello' });
  return window;
}

describe('a window', () => {
  it('none: nothing is sent and nothing is followed, whatever the run does', () => {
    const before = channel.posted.length;
    laptop.step(40);
    laptop.edit(2);
    laptop.relay.tick();
    expect(channel.posted.length).toBe(before);
    expect(laptop.following).toBe(0);
  });

  it('one that comes in the middle: the same step, weights to the last bit, facts and traces', () => {
    laptop.step(25);
    laptop.edit(2);
    laptop.step(5);
    const window = enter();
    expect([window.at, window.weights]).toEqual([30, laptop.weights]);
    expect(window.weights).not.toBe('');
    const [{ info }] = window.ofType('ready');
    expect(info.document.edits).toHaveLength(1);
    const [traces, own] = [window.follower.traces(), laptop.client.traces()];
    expect(traces?.length).toBe(own?.length);
    expect(traces?.at(30, TRACE.time)).toBe(30 * 0.0625);
  });

  it('steps, an edit, a way back and a run begun anew: it is where the laptop is, bit for bit', () => {
    const window = enter();
    laptop.step(20);
    expect([window.at, window.weights]).toEqual([20, laptop.weights]);
    laptop.edit(1.5);
    expect(window.ofType('edited').at(-1)?.info.document.edits).toEqual(laptop.info?.document.edits);
    laptop.step(20);
    expect([window.at, window.weights]).toEqual([40, laptop.weights]);
    laptop.client.seek(7);
    laptop.workers.settle();
    expect([window.at, window.weights]).toEqual([7, laptop.weights]);
    expect(window.ofType('facts').at(-1)?.info.applied).toBe(0);
    laptop.edit(4);
    laptop.step(3);
    expect(window.follower.traces()?.length).toBe(laptop.client.traces()?.length);
    expect(window.ofType('edited').at(-1)?.info.document.edits).toEqual(laptop.info?.document.edits);
    laptop.open(documentOf({ ...sections, system: { kind: 'ring-shared', N: 16 } }));
    expect(window.ofType('ready')).toHaveLength(2);
    expect([window.at, window.weights]).toEqual([0, laptop.weights]);
    expect(window.follower.frame()?.tracks[0].weights).toHaveLength(16);
  });

  it('an edit of the last row rewrites it there as well', () => {
    const window = enter();
    laptop.step(8);
    const column = laptop.client.traces()?.column(0, 'cost') ?? -1;
    void laptop.client.edit({ kind: 'poke', target: 'weights', profile: { at: [3], add: [2] } });
    laptop.workers.settle();
    laptop.step(1);
    const [theirs, own] = [window.follower.traces(), laptop.client.traces()];
    for (let row = 0; row < (own?.length ?? 0); row++)
      expect(theirs?.at(row, column), `row ${row}`).toBe(own?.at(row, column));
    expect(own?.length).toBe(10);
  });

  it('couplings go over once, and again when they are others', () => {
    const X = [Array.from({ length: 12 }, (_, n) => n + 1)];
    laptop.open(documentOf({ ...sections, data: { kind: 'explicit', X } }));
    const window = enter();
    laptop.step(1);
    const sizes = (): number[] => channel.ofKind('frame').map(({ buffer }) => buffer.byteLength);
    const whole = laptop.client.frame()?.buffer.byteLength ?? 0;
    expect([sizes()[0], sizes().at(-1)]).toEqual([whole, whole - 4 * 24]);
    const [before] = laptop.client.frame()?.couplingK ?? [];
    void laptop.client.edit({ kind: 'set', path: 'system.p', value: 1.25 });
    laptop.workers.settle();
    laptop.step(1);
    expect([...(window.follower.frame()?.couplingK ?? [])]).toEqual([
      ...(laptop.client.frame()?.couplingK ?? []),
    ]);
    expect(window.follower.frame()?.couplingK[0]).not.toBe(before);
    expect([...(window.follower.frame()?.sourceJ ?? [])]).toEqual([
      ...(laptop.client.frame()?.sourceJ ?? []),
    ]);
  });

  it('one that is slow is sent two frames ahead and then the newest; after a second it holds up nobody', () => {
    const window = enter();
    const other = enter('window2');
    window.slow = true;
    const before = channel.ofKind('frame').length;
    for (let n = 0; n < 6; n++) laptop.step(1);
    expect(channel.ofKind('frame').length - before).toBe(2);
    window.slow = false;
    window.say({ kind: 'got', serial: channel.ofKind('frame').at(-1)?.serial ?? 0 });
    expect([window.at, other.at]).toEqual([6, 6]);
    window.slow = true;
    for (let n = 0; n < 6; n++) laptop.step(1);
    expect(other.at).toBeLessThan(12);
    laptop.time += 1001;
    laptop.relay.tick();
    expect(other.at).toBe(12);
  });

  it('what its pictures watch is asked of the laptop’s engine and told to it alone; what it no longer watches is not', async () => {
    const window = enter();
    const other = enter('window2');
    window.follower.subscribe('spectrum', { id: 'spectrum', query: {} });
    await soon();
    laptop.workers.settle();
    laptop.step(3);
    expect(window.ofType('observed').at(-1)?.seen).toMatchObject({
      name: 'spectrum',
      id: 'spectrum',
      step: 3,
    });
    expect(other.ofType('observed')).toEqual([]);
    window.follower.unsubscribe('spectrum');
    await soon();
    const before = channel.ofKind('seen').length;
    laptop.step(3);
    expect(channel.ofKind('seen').length).toBe(before);
  });

  it('screen, playing and stops go over', () => {
    const window = enter();
    laptop.show({ magnified: 10 });
    expect(window.heard.at(-1)).toEqual({ kind: 'screen', screen: { magnified: 10 } });
    laptop.tell({ playing: true, settled: false });
    expect(window.ofType('playing').at(-1)?.playing).toBe(true);
    expect(window.ofType('settled').at(-1)?.settled).toBe(false);
  });
});

describe('held', () => {
  it('the audience keeps its step while the speaker tries something, and goes on to the present', () => {
    const window = enter();
    laptop.step(10);
    expect(laptop.relay.freeze()).toBe(10);
    const { weights } = window;
    const before = channel.posted.filter(({ side }) => side === 'laptop').length;
    laptop.step(10);
    laptop.edit(3);
    laptop.show({ magnified: 100 });
    laptop.tell({ playing: true });
    expect(channel.posted.filter(({ side }) => side === 'laptop').length).toBe(before);
    expect([window.at, window.weights, window.frozen]).toEqual([10, weights, true]);
    laptop.relay.thaw();
    expect([window.at, window.weights, window.frozen]).toEqual([20, laptop.weights, false]);
    // The same run: its pictures are not begun anew.
    expect(window.ofType('ready')).toHaveLength(1);
    expect(window.ofType('facts').at(-1)?.info.document.edits).toHaveLength(1);
  });

  it('another run meanwhile, and a window that comes: it sees what the others see', () => {
    enter();
    laptop.step(10);
    const held = laptop.weights;
    laptop.relay.freeze();
    laptop.open(documentOf({ ...sections, system: { kind: 'ring-shared', N: 16 } }));
    const late = enter('window2');
    expect([late.at, late.weights]).toEqual([10, held]);
    laptop.relay.thaw();
    expect(late.follower.frame()?.tracks[0].weights).toHaveLength(16);
  });

  it('a laptop that was reloaded meanwhile: the picture stays until it is let go', () => {
    const window = enter();
    laptop.step(10);
    const { weights } = window;
    laptop.relay.freeze();
    laptop.relay.end();
    const again = new FakeLaptop(channel, 'laptop2', { frozen: true, again: true });
    again.relay.start();
    window.follower.sayWatches();
    again.step(4);
    expect([window.at, window.weights, window.frozen]).toEqual([10, weights, true]);
    // Who stands has the picture; one that comes has none, which is told.
    expect(again.lacking).toBe(0);
    const late = enter('window2');
    expect([late.at, again.lacking]).toEqual([-1, 1]);
    again.relay.thaw();
    expect([window.at, window.weights]).toEqual([4, again.weights]);
    expect([late.at, late.weights]).toEqual([4, again.weights]);
  });

  it('a title that changes meanwhile stays with the laptop, and comes with the present', () => {
    const caption = { title: 'Second', line: '', place: '2 of 3' };
    const window = enter();
    laptop.relay.freeze();
    laptop.show({ caption });
    const late = enter('window2');
    const titles = (of: FakeWindow): unknown[] =>
      of.heard.flatMap((message) => ('screen' in message ? [message.screen.caption] : []));
    expect([...titles(window), ...titles(late)].filter((title) => title !== undefined)).toEqual([]);
    laptop.relay.thaw();
    expect([titles(window).at(-1), titles(late).at(-1)]).toEqual([caption, caption]);
  });
});

describe('comings and goings', () => {
  it('a farewell, a silence of ten seconds, and what they say in time', () => {
    const window = enter();
    expect(laptop.windows).toEqual([[1, false]]);
    window.say({ kind: 'bye' });
    window.wire.close();
    expect(laptop.windows.at(-1)).toEqual([0, true]);
    expect(laptop.following).toBe(0);
    enter('window2');
    laptop.time += 9_000;
    laptop.relay.tick();
    expect(laptop.windows.at(-1)).toEqual([1, false]);
    laptop.time += 1_001;
    laptop.relay.tick();
    expect(laptop.windows.at(-1)).toEqual([0, false]);
  });

  it('a laptop that was reloaded is found again, and its run shown', () => {
    const window = enter();
    laptop.step(5);
    laptop.relay.end();
    const again = new FakeLaptop(channel, 'laptop2', { frozen: false, again: true });
    again.relay.start();
    again.step(9);
    expect(window.at).toBe(5);
    // As window.tsx does when another laptop speaks.
    window.follower.sayWatches();
    expect([window.at, window.weights]).toEqual([9, again.weights]);
    again.step(1);
    expect(window.at).toBe(10);
  });

  it('a tab that was doubled leaves the channel to the first; two channels do not hear each other', () => {
    const window = enter();
    const double = new FakeLaptop(channel, 'laptop2', { frozen: false, again: true });
    expect([double.taken, laptop.taken]).toEqual([1, 0]);
    const elsewhere = new FakeChannel();
    const third = new FakeLaptop(elsewhere, 'laptop3');
    third.step(9);
    laptop.step(2);
    expect([third.taken, window.at]).toEqual([0, 2]);
  });
});

it('frames go over as the engine sends them, without a drawing or a timer of the page', () => {
  const window = enter();
  laptop.client.play();
  for (let n = 0; n < 400; n++) laptop.workers.ports[0].deliver();
  // The clock of the fake worker stands, so a run that plays owes no step: what is asked for is what comes.
  laptop.client.step(3);
  laptop.workers.settle();
  expect(window.follower.frame()?.header[HEADER.step]).toBe(3);
});
