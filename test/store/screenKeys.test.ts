import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  drawerKeys,
  initialOf,
  recall,
  remember,
  uiKeys,
  viewKeys,
  visitKeys,
} from '../../src/store/screenKeys.ts';
import { screenKeysOf } from '../../src/store/screen.ts';
import { parseDocument, parseRunDocument } from '../../src/scenario/document.ts';
import { documentOf } from '../helpers/run.ts';
import { sections, StoreLab } from './lab.ts';

const tables = { ...viewKeys, ...uiKeys, ...visitKeys };
const all = [...Object.entries(tables), ...Object.entries(drawerKeys)] as const;
const remembered = all.filter(([, { browser }]) => browser !== undefined);

/** Local storage in memory; `refused` throws as a private window does. */
function storage(refused = false): Map<string, string> {
  const held = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem(key: string) {
      if (refused) throw new DOMException('denied', 'SecurityError');
      return held.get(key) ?? null;
    },
    setItem(key: string, value: string) {
      if (refused) throw new DOMException('denied', 'SecurityError');
      held.set(key, value);
    },
    removeItem(key: string) {
      if (refused) throw new DOMException('denied', 'SecurityError');
      held.delete(key);
    },
  });
  return held;
}

afterEach(() => vi.unstubAllGlobals());

/** What no key holds: of wrong type, out of range, or a word that it does not know. */
const wrong: readonly unknown[] = [undefined, NaN, -1, 1.5, 'sepia', [1], () => 0];

describe('the state of the screen: one table', () => {
  it('each key reads what it is at first, and no value of another kind', () => {
    for (const [name, { initial, read }] of all) {
      expect(read(initial), name).toEqual(initial);
      // As it comes back from a file.
      expect(read(JSON.parse(JSON.stringify(initial))), name).toEqual(initial);
      for (const value of wrong) {
        const found = read(value);
        if (found === undefined) continue;
        // Words are free, lists and objects keep what is good in them; nothing else comes through.
        const known = typeof found === 'string' || typeof found === 'object' || found === value;
        expect(known, `${name}: ${String(value)}`).toBe(true);
        expect(read(found), name).toEqual(found);
      }
    }
    expect(viewKeys.sample.read(-1)).toBe(undefined);
    expect(viewKeys.sample.read(1.5)).toBe(undefined);
    expect(viewKeys.ground.read('sepia')).toBe(undefined);
    expect(viewKeys.magnified.read(NaN)).toBe(undefined);
    expect(viewKeys.comparison.read({ track: 7, mode: 'twin' })).toBe(undefined);
    expect(viewKeys.comparison.read({ track: 'ghost', mode: 'twin', more: 1 })).toEqual({
      track: 'ghost',
      mode: 'twin',
    });
    expect(viewKeys.hiddenTracks.read(['a', 1, 'b'])).toEqual(['a', 'b']);
    expect(viewKeys.hiddenTracks.read('a')).toBe(undefined);
    expect(drawerKeys.chosen.read({ left: 'cost', right: 3 })).toEqual({
      left: 'cost',
      right: null,
      single: null,
    });
    expect(drawerKeys.maximized.read('middle')).toBe(undefined);
  });

  it('a key of a document is one that documents have', () => {
    const written = screenKeysOf();
    for (const [name, { view }] of all) if (view !== undefined) expect(written, name).toContain(view);
  });
});

describe('what a browser remembers', () => {
  it('there are seven: the ground, the left rail, single keys, the tour, the meter, opening in motion and how finely pictures are drawn', () => {
    const names = remembered.map(([, { browser }]) => browser?.name);
    expect(new Set(names)).toEqual(
      new Set(['ground', 'left-rail', 'meter', 'motion', 'quality', 'single-keys', 'tour']),
    );
    expect(names).toHaveLength(7);
  });

  it.each(remembered)('%s: every value comes back, and what is none of them is as at first', (_, one) => {
    const held = storage();
    expect(recall<unknown>(one)).toBe(one.initial);
    for (const [, value] of one.browser?.words ?? []) {
      remember<unknown>(one, value);
      expect(recall<unknown>(one)).toBe(value);
    }
    remember<unknown>(one, one.initial);
    expect(recall<unknown>(one)).toBe(one.initial);
    for (const bad of ['', 'null', '{"__proto__":1}', 'STAGE', 'x'.repeat(10_000)]) {
      held.set(`synaptic-field-lab.${one.browser?.name}`, bad);
      expect(recall<unknown>(one), bad).toBe(one.initial);
    }
  });

  it('spelled as earlier versions did', () => {
    const held = storage();
    remember(uiKeys.leftHidden, true);
    remember(uiKeys.groundChoice, 'projector');
    remember(visitKeys.singleKeys, false);
    remember(visitKeys.tourSeen, true);
    expect(Object.fromEntries(held)).toEqual({
      'synaptic-field-lab.left-rail': 'hidden',
      'synaptic-field-lab.ground': 'projector',
      'synaptic-field-lab.single-keys': 'off',
      'synaptic-field-lab.tour': 'seen',
    });
    expect(initialOf(uiKeys)).toMatchObject({ leftHidden: true, groundChoice: 'projector', leftOpen: false });
    remember(uiKeys.leftHidden, false);
    expect(held.has('synaptic-field-lab.left-rail')).toBe(false);
  });

  it.each(remembered)('%s: where storage is refused nothing breaks', (name, one) => {
    storage(true);
    expect(() => remember<unknown>(one, one.browser?.words[0][1])).not.toThrow();
    // A tour that cannot be remembered would come at every visit.
    expect(recall<unknown>(one)).toBe(name === 'tourSeen' ? true : one.initial);
  });

  it.each(remembered)('%s: in an article nothing is read and nothing written', (name, one) => {
    const held = storage();
    for (const [spelled] of one.browser?.words ?? [])
      held.set(`synaptic-field-lab.${one.browser?.name}`, spelled);
    const before = new Map(held);
    vi.stubGlobal('location', { search: '?scenario=circle&embed' });
    expect(recall<unknown>(one)).toBe(name === 'tourSeen' ? true : one.initial);
    for (const [, value] of one.browser?.words ?? []) remember<unknown>(one, value);
    remember<unknown>(one, one.initial);
    expect(held).toEqual(before);
  });

  it('a key that lives elsewhere is not written', () => {
    const held = storage();
    remember(viewKeys.unrolled, true);
    expect(held.size).toBe(0);
    expect(recall(viewKeys.unrolled)).toBe(false);
  });
});

describe('what a document brings', () => {
  it('every key of the store that lives there comes back from a saved file', () => {
    const lab = new StoreLab();
    try {
      lab.step(2);
      lab.state.setUnrolled(true);
      lab.state.select(5);
      lab.state.toggleTrack('ghost');
      const { view } = parseRunDocument(lab.state.save());
      expect(view).toMatchObject({ unrolled: true, selection: { weight: 5, sample: 0 }, hidden: ['ghost'] });
      lab.state.openDocument(documentOf(sections));
      lab.settle();
      lab.state.setUnrolled(false);
      expect(lab.state.selected).toBe(null);
      lab.state.openDocument(parseDocument({ ...documentOf(sections), view: { ...view, step: 0 } }));
      lab.settle();
      const { unrolled, selected, hiddenTracks } = lab.state;
      expect({ unrolled, selected, hiddenTracks }).toEqual({
        unrolled: true,
        selected: 5,
        hiddenTracks: ['ghost'],
      });
    } finally {
      lab.close();
    }
  });
});
