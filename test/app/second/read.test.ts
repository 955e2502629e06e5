import { describe, expect, it } from 'vitest';
import {
  laptopSays,
  readChannel,
  VERSION,
  windowSays,
  type FromLaptop,
} from '../../../src/app/second/protocol.ts';
import { heardOfLaptop, heardOfWindow } from '../../../src/app/second/read.ts';
import { FakeChannel, FakeLaptop, FakeWindow } from './channel.ts';

/** A whole run as it goes over. */
function aRun(): Extract<FromLaptop, { kind: 'run' }> {
  const channel = new FakeChannel();
  const laptop = new FakeLaptop(channel);
  laptop.step(2);
  new FakeWindow(channel).say({ kind: 'hello' });
  return channel.ofKind('run')[0];
}

const of = (message: unknown): unknown => heardOfLaptop(laptopSays('laptop1', message as FromLaptop));

describe('what a window hears', () => {
  it('a run as the laptop sends it is taken', () => {
    const run = aRun();
    expect(of(run)).toEqual({ from: 'laptop1', message: run });
  });

  it.each<[string, (run: ReturnType<typeof aRun>) => unknown]>([
    [
      'a document that is none',
      (run) => ({ ...run, info: { ...run.info, document: { version: 1, scenario: 7 } } }),
    ],
    [
      'a shape that is too large',
      (run) => ({ ...run, info: { ...run.info, shape: { ...run.info.shape, siteCount: 2 ** 40 } } }),
    ],
    [
      'a layout without bonds',
      (run) => ({ ...run, info: { ...run.info, layout: { ...run.info.layout, bonds: [] } } }),
    ],
    ['fewer tracks than its shape', (run) => ({ ...run, info: { ...run.info, tracks: [] } })],
    ['rows that are no whole number of rows', (run) => ({ ...run, rows: new Float64Array(5) })],
    ['a stop without a step', (run) => ({ ...run, now: { ...run.now, blowUp: {} } })],
    [
      'data that are no arrays',
      (run) => ({ ...run, info: { ...run.info, data: { ...run.info.data, inputs: 'x' } } }),
    ],
    ['a screen that is a list', (run) => ({ ...run, screen: [] })],
    ['a name that is a book', (run) => ({ ...run, run: 'x'.repeat(121) })],
  ])('refused: %s', (_, spoil) => {
    expect(of(spoil(aRun()))).toBeNull();
  });

  it.each([
    null,
    'here',
    { lab: 'audience' },
    { kind: 'here', stand: { frozen: true } },
    { kind: 'here', stand: { frozen: 1, blank: false } },
    { kind: 'screen', screen: null },
    { kind: 'frame', run: 'a.1', serial: -1, buffer: new ArrayBuffer(8) },
    { kind: 'frame', run: 'a.1', serial: 1, buffer: [1, 2] },
    { kind: 'changed', run: 'a.1', changed: { facts: {}, kept: 0, edits: [], data: null, edited: true } },
    { kind: 'toString' },
  ])('refused: %j', (message) => {
    expect(of(message)).toBeNull();
  });

  it('another version is told; another side and another program are passed over', () => {
    const here = laptopSays('laptop1', { kind: 'claim' });
    expect(heardOfLaptop(here)).not.toBeNull();
    expect(heardOfLaptop({ ...here, version: VERSION + 1, message: 'news' })).toEqual({
      version: VERSION + 1,
    });
    expect(heardOfLaptop({ ...here, version: 'x' })).toBeNull();
    expect(heardOfLaptop({ ...here, lab: 1 })).toBeNull();
    expect(heardOfLaptop(windowSays('window1', { kind: 'hello' }))).toBeNull();
    expect(heardOfWindow(here)).toBeNull();
  });
});

describe('what a laptop hears', () => {
  const says = (message: unknown): unknown => heardOfWindow(windowSays('window1', message as never));
  it('what windows watch: short questions, no studies', () => {
    const watch = (name: string, question: unknown): unknown =>
      says({ kind: 'watch', watches: [[name, question]] });
    expect(watch('a', { id: 'spectrum', query: {} })).not.toBeNull();
    expect(watch('a', { id: 'viscosity', query: {}, once: true })).toBeNull();
    expect(watch('a', { id: 'spectrum', query: { words: 'x'.repeat(2001) } })).toBeNull();
    expect(watch('a', { id: 'spectrum' })).toBeNull();
    expect(watch('a'.repeat(121), { id: 'spectrum', query: {} })).toBeNull();
    const many = Array.from({ length: 41 }, (_, n) => [`${n}`, { id: 'spectrum', query: {} }]);
    expect(says({ kind: 'watch', watches: many })).toBeNull();
    expect(says({ kind: 'play' })).toBeNull();
  });
});

it('channels: ids are short lower-case words', () => {
  expect(readChannel('abcdefgh1')).toBe('abcdefgh1');
  for (const odd of [null, '', 'short', 'UPPERCASE1', 'x'.repeat(25), 'with space', '../../../etc'])
    expect(readChannel(odd)).toBeNull();
});
