import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useLab } from '../../src/store/index.ts';
import { openFile } from '../../src/ui/files/open.ts';
import { openShipped } from '../../src/ui/files/shipped.ts';
import { documentOf } from '../helpers/run.ts';
import { sections } from '../store/lab.ts';

/** Answers of the network, each when the test says so. */
const answers = new Map<string, (body: string | null) => void>();

function named(title: string): string {
  const document = documentOf(sections);
  return JSON.stringify({ ...document, scenario: { ...document.scenario, title } });
}

const title = (): string | undefined => useLab.getState().document?.scenario.title;

beforeEach(() => {
  useLab.setState(useLab.getInitialState(), true);
  answers.clear();
  vi.stubGlobal('fetch', async (address: string) => {
    const body = await new Promise<string | null>((resolve) => answers.set(address, resolve));
    if (body === null) throw new Error('the network is gone');
    return { ok: true, text: async () => Promise.resolve(body) };
  });
});
afterEach(() => vi.unstubAllGlobals());

function answer(id: string, body: string | null): void {
  answers.get(`./scenarios/${id}.json`)?.(body);
}

describe('of runs that are asked for in a row', () => {
  it('the one asked for last is opened, whichever the network brings first', async () => {
    const first = openShipped('order-a');
    const last = openShipped('order-b');
    answer('order-b', named('B'));
    await last;
    answer('order-a', named('A'));
    await first;
    expect(title()).toBe('B');
  });

  it('a file chosen meanwhile stays', async () => {
    const slow = openShipped('order-c');
    await openFile(new File([named('mine')], 'mine.json'));
    answer('order-c', named('C'));
    await slow;
    expect(title()).toBe('mine');
  });

  it('one that fails when nobody waits for it any more tells nothing', async () => {
    const gone = openShipped('order-d');
    const kept = openShipped('order-e');
    answer('order-d', null);
    answer('order-e', named('E'));
    await Promise.all([gone, kept]);
    expect([title(), useLab.getState().problem]).toEqual(['E', null]);
    const alone = openShipped('order-f');
    answer('order-f', null);
    await alone;
    expect(useLab.getState().problem?.value).toContain('the network is gone');
  });
});
