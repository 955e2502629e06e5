import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { moved } from '../../../src/scenario/talk/order.ts';
import type { Talk } from '../../../src/scenario/talk/talk.ts';
import { documentOf, ringSections } from '../../helpers/run.ts';

/** The store of talks of a page that was just loaded. */
const load = () => {
  vi.resetModules();
  return import('../../../src/ui/talk/state.ts');
};

/** Storage of a browser, with so much room. */
function storage(room: number): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    removeItem: (key) => void held.delete(key),
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      held.set(key, value);
    },
  };
}

const talk: Talk = {
  title: 'T',
  states: ['a', 'b', 'c'].map((title) => ({
    title,
    notes: '',
    document: documentOf({ title, ...ringSections }),
  })),
};
const page = (room = Infinity): void => {
  vi.stubGlobal('window', {
    sessionStorage: storage(room),
    localStorage: storage(room),
    location: { search: '' },
  });
};

beforeEach(() => page());
afterEach(() => vi.unstubAllGlobals());

describe('a reload', () => {
  it('after the list was put in another order: what was left is with its state, and the place is the same', async () => {
    const before = await load();
    before.takeTalk(talk);
    const [, second] = talk.states;
    const left = { ...second.document, view: { step: 7 } };
    before.useTalk.setState({ at: 1, left: new Map([[second.document, left]]) });
    before.change((list) => moved(list, 1, 0));
    const { talk: after, at, left: runs } = (await load()).useTalk.getState();
    expect(after.states.map(({ title }) => title)).toEqual(['b', 'a', 'c']);
    expect(at).toBe(0);
    expect(after.states.map(({ document }) => runs.get(document)?.view.step)).toEqual([
      7,
      undefined,
      undefined,
    ]);
  });

  it('a talk for which the browser has no room: known, until one is kept again', async () => {
    page(600);
    const { takeTalk, useTalk } = await load();
    expect(useTalk.getState().kept).toBe(true);
    takeTalk(talk);
    expect(useTalk.getState().kept).toBe(false);
    takeTalk({ title: '', states: [] });
    expect(useTalk.getState().kept).toBe(true);
  });
});
