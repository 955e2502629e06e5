import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRunDocument } from '../../../src/scenario/document.ts';
import type { Talk } from '../../../src/scenario/talk/talk.ts';
import { ScenarioError } from '../../../src/scenario/types.ts';
import {
  keepLeft,
  keepPlace,
  keepTalk,
  keptLeft,
  keptPlace,
  keptTalk,
  type Store,
} from '../../../src/ui/talk/keep.ts';
import { talkAddress } from '../../../src/ui/talk/files.ts';
import { clockText, elapsed, running, STOPPED, timerOf, toggled } from '../../../src/ui/talk/timer.ts';

const document = parseRunDocument(readFileSync('public/scenarios/ring-wave.json', 'utf8'));
const talk: Talk = { title: 'T', states: ['a', 'b'].map((title) => ({ title, notes: '', document })) };
const place = { at: 1, presenting: true, notes: true, blank: true, timer: { before: 5, since: 7 } };

/** Storage with so much room, in characters. */
function store(room = Infinity): Store & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    removeItem: (key) => void held.delete(key),
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      held.set(key, value);
    },
  };
}

describe('a talk in the browser', () => {
  it('a reload: the page’s own talk, its place, and the runs as they were left', () => {
    const [page, browser] = [store(), store()];
    expect(keepTalk(talk, page, browser)).toBe(true);
    keepPlace(place, page);
    keepLeft(1, JSON.stringify(document), page);
    expect(keptTalk(page, browser)).toEqual({ talk, at: 1 });
    expect(keptPlace(page)).toEqual(place);
    expect([...keptLeft(2, page)]).toEqual([[1, document]]);
  });

  it('a place beyond the end of the talk is none', () => {
    const page = store();
    keepTalk(talk, page, null);
    for (const at of [2, 60]) {
      keepPlace({ ...place, at }, page);
      expect(keptTalk(page, null)?.at).toBe(-1);
    }
  });

  it('another visit: the newest talk, at no place', () => {
    const browser = store();
    keepTalk(talk, store(), browser);
    expect(keptTalk(store(), browser)).toEqual({ talk, at: -1 });
  });

  it('no room: told, and no older talk comes back in its place', () => {
    const [page, browser] = [store(), store()];
    keepTalk({ ...talk, title: 'older' }, page, browser);
    const full = (held: ReturnType<typeof store>): Store => ({
      ...held,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(keepTalk(talk, full(page), full(browser))).toBe(false);
    expect(keptTalk(page, browser)).toBeNull();
  });

  it('what is stored is untrusted: nonsense is no talk, no place, no run', () => {
    const page = store();
    for (const nonsense of ['', '{', 'null', '[]', '{"at":-3,"timer":{"before":"x"}}']) {
      for (const key of ['talk', 'talk-place', 'talk-left.0'])
        page.setItem(`synaptic-field-lab.${key}`, nonsense);
      expect(keptTalk(page, null)).toBeNull();
      expect(keptPlace(page).at).toBe(-1);
      expect(keptPlace(page).timer).toEqual(STOPPED);
      expect(keptLeft(1, page).size).toBe(0);
    }
  });

  it('without storage there is none, and nothing breaks', () => {
    expect(keptTalk(null, null)).toBeNull();
    expect(keepTalk(talk, null, null)).toBe(false);
  });
});

describe('the timer', () => {
  it('runs, stands, runs on; a reload in between loses nothing', () => {
    const one = running(STOPPED, 1000);
    expect(elapsed(one, 4000)).toBe(3000);
    const stood = toggled(one, 4000);
    expect(elapsed(stood, 99_000)).toBe(3000);
    const again = timerOf(JSON.parse(JSON.stringify(toggled(stood, 10_000))));
    expect(elapsed(again, 12_500)).toBe(5500);
    expect(running(again, 20_000)).toBe(again);
  });
  it('a clock that was set back never counts backwards', () => {
    expect(elapsed(running(STOPPED, 5000), 1000)).toBe(0);
  });
  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [247_000, '4:07'],
    [3_847_000, '1:04:07'],
  ])('%d ms are %s', (milliseconds, shown) => {
    expect(clockText(milliseconds)).toBe(shown);
  });
});

describe('the address of a talk', () => {
  const base = 'https://lab.example/field/index.html?talk=x';
  it.each([
    ['training', 'https://lab.example/field/talks/training.json'],
    ['talks/mine.json', 'https://lab.example/field/talks/mine.json'],
    ['/other/talk.json', 'https://lab.example/other/talk.json'],
  ])('%s is %s', (asked, address) => {
    expect(talkAddress(asked, base)).toBe(address);
  });
  it.each([
    'https://evil.example/t.json',
    '//evil.example/t.json',
    'data:application/json,{}',
    'javascript:1',
    'https://',
  ])('%s is refused: another site', (asked) => {
    expect(() => talkAddress(asked, base)).toThrow(ScenarioError);
  });
  it('from a memory stick: what lies beside the page alone', () => {
    const file = 'file:///media/stick/lab/index.html';
    expect(talkAddress('talks/mine.json', file)).toBe('file:///media/stick/lab/talks/mine.json');
    expect(() => talkAddress('../../../etc/passwd', file)).toThrow(ScenarioError);
  });
});
