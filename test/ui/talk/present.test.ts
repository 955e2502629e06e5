import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Talk } from '../../../src/scenario/talk/talk.ts';
import { allCommands } from '../../../src/ui/commands.ts';
import { comeBack, togglePresenting } from '../../../src/ui/talk/present.ts';
import { takeTalk, useTalk } from '../../../src/ui/talk/state.ts';
import { goTo } from '../../../src/ui/talk/walk.ts';
import { useUi } from '../../../src/ui/uiState.ts';
import { documentOf } from '../../helpers/run.ts';
import { sections, StoreLab } from '../../store/lab.ts';

const talk: Talk = {
  title: 'T',
  states: Array.from({ length: 12 }, (_, n) => ({
    title: `State ${n + 1}`,
    notes: '',
    document: { ...documentOf({ title: `Run ${n + 1}`, ...sections }), view: { step: n } },
  })),
};

/** Enough of a page for its keys. */
class FakeElement extends EventTarget {
  isContentEditable = false;
  blurred = 0;
  private readonly kind: string;
  constructor(kind: string) {
    super();
    this.kind = kind;
  }
  closest(selector: string): FakeElement | null {
    return this.kind !== '' && selector.split(', ').some((part) => part.startsWith(this.kind)) ? this : null;
  }
  getAttribute(): string | null {
    return null;
  }
  blur(): void {
    this.blurred++;
  }
}

/** Node takes a listener of the capture phase back by an object alone. */
class FakePage extends EventTarget {
  override removeEventListener(type: string, listener: EventListener, options?: unknown): void {
    super.removeEventListener(type, listener, { capture: options === true });
  }
}

/** Keys that have a name. */
const NAMED = [
  'PageDown',
  'PageUp',
  'Home',
  'End',
  'Enter',
  'Backspace',
  'Delete',
  'Tab',
  'ArrowLeft',
  'ArrowRight',
];

let lab: StoreLab;
beforeEach(() => {
  const page = {
    documentElement: {},
    fullscreenElement: null as unknown,
    querySelector: () => null,
    exitFullscreen: () => Promise.resolve(),
  };
  vi.stubGlobal('document', Object.assign(new FakePage(), page));
  vi.stubGlobal(
    'window',
    Object.assign(new FakePage(), {
      location: { search: '?quality=test' },
      matchMedia: () => ({ matches: false }),
      innerWidth: 100,
      innerHeight: 100,
    }),
  );
  vi.stubGlobal('Element', FakeElement);
  lab = new StoreLab(documentOf({ title: 'Before', ...sections }));
  useTalk.setState(useTalk.getInitialState(), true);
  useUi.setState(useUi.getInitialState(), true);
  takeTalk(talk);
  goTo(2);
  lab.settle();
  togglePresenting();
});
afterEach(() => {
  if (useUi.getState().presenting) togglePresenting();
  lab.close();
  vi.unstubAllGlobals();
});

/** Presses a key. @returns whether something took it before the page's own shortcuts could */
function press(key: string, change: Partial<KeyboardEvent> = {}, target = new FakeElement('')): boolean {
  const event = new Event('keydown', { cancelable: true });
  const signs = { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...change };
  for (const [name, value] of Object.entries({ repeat: false, isComposing: false, ...signs }))
    Object.defineProperty(event, name, { value });
  Object.defineProperty(event, 'target', { value: target });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}
const shown = (): readonly [at: number, presenting: boolean] => {
  lab.settle();
  return [useTalk.getState().at, useUi.getState().presenting];
};

describe('the presenter’s screen', () => {
  it('Escape leaves one level: a number half typed, the blank screen, the spotlight, the screen', () => {
    press('7');
    press('.');
    press('s');
    const levels = (): readonly unknown[] => {
      const { typed, blank, spotlight } = useTalk.getState();
      return [typed, blank, spotlight, useUi.getState().presenting];
    };
    const seen = [levels()];
    for (let n = 0; n < 4; n++) {
      press('Escape');
      seen.push(levels());
    }
    expect(seen).toEqual([
      ['7', true, true, true],
      ['', true, true, true],
      ['', false, true, true],
      ['', false, false, true],
      ['', false, false, false],
    ]);
    // Nobody listens any more.
    expect(press('PageDown')).toBe(false);
    expect(shown()).toEqual([2, false]);
  });

  it('a number and Enter go to that state, of two digits as well; a third digit begins anew; one that is none changes nothing', () => {
    const go = (...keys: readonly string[]): number => {
      for (const key of keys) press(key);
      return shown()[0];
    };
    expect(go('7', 'Enter')).toBe(6);
    expect(go('1', '2', 'Enter')).toBe(11);
    expect(go('1', '2', '3', 'Enter')).toBe(2);
    expect(go('9', '9', 'Enter')).toBe(2);
    expect(go('0', 'Enter')).toBe(2);
    expect(useTalk.getState().typed).toBe('');
    // Given up, it is not waiting for the next Enter.
    expect(go('5', 'PageDown', 'Enter')).toBe(3);
  });

  it('the next press of a clicker brings the pictures back from a blank screen', () => {
    press('b');
    expect(useTalk.getState().blank).toBe(true);
    press('PageDown');
    expect([useTalk.getState().blank, ...shown()]).toEqual([false, 3, true]);
  });

  it('at the end of the talk a press still brings the pictures back', () => {
    goTo(11);
    press('b');
    press('PageDown');
    expect([useTalk.getState().blank, ...shown()]).toEqual([false, 11, true]);
  });

  it('no key that opens, saves, branches or begins anew reaches the page; those that stay do', () => {
    const taken = (id: string): boolean[] =>
      allCommands()
        .filter((command) => command.id === id)
        .flatMap(({ keys }) => keys)
        .filter((key) => !key.includes('+'))
        .map((key) => press(key));
    for (const id of [
      'new-seed',
      'branch',
      'open',
      'save',
      'export',
      'scenarios',
      'lessons',
      'talk',
      'add-state',
    ])
      expect([id, taken(id)]).toEqual([id, taken(id).map(() => true)]);
    for (const id of ['play', 'step-back', 'undo', 'present', 'notes', 'audience'])
      expect([id, taken(id)]).toEqual([id, taken(id).map(() => false)]);
    expect(taken('save').length + taken('new-seed').length).toBeGreaterThan(1);
  });

  it('a storm of every key that there is, 500 presses: the talk, its states and the run from before are whole', () => {
    const keys = [...'abcdefghijklmnopqrstuvwxyz0123456789.,-+/?<>', ...NAMED];
    let seed = 14;
    for (let n = 0; n < 500; n++) {
      seed = (seed * 48_271) % 2_147_483_647;
      press(keys[seed % keys.length], { shiftKey: n % 11 === 0, repeat: n % 13 === 0 });
      if (n % 50 === 0) lab.settle();
    }
    lab.settle();
    const { talk: after, at } = useTalk.getState();
    expect(after).toBe(talk);
    expect(lab.state.document?.scenario.title).toBe(talk.states[at].document.scenario.title);
    expect(lab.state.branches).toEqual([]);
    expect(useUi.getState()).toMatchObject({ dialog: null, presenting: true });
  });

  it('a value was typed and the clicker is pressed: the field takes it first, then the state changes', () => {
    const field = new FakeElement('input');
    expect(press('PageDown', {}, field)).toBe(true);
    expect([field.blurred, ...shown()]).toEqual([1, 3, true]);
    press('b', {}, field);
    expect([useTalk.getState().blank, field.blurred]).toEqual([false, 1]);
    press('Enter', {}, field);
    vi.advanceTimersByTime(1);
    expect(field.blurred).toBe(2);
    expect(press('PageDown', {}, new FakeElement('textarea'))).toBe(false);
    expect(shown()).toEqual([3, true]);
  });

  it('the whole screen that a browser ends by itself is one Escape, also at a level; a dialog’s is none', () => {
    press('b');
    document.dispatchEvent(new Event('fullscreenchange'));
    expect([useTalk.getState().blank, ...shown()]).toEqual([false, 2, true]);
    useUi.setState({ dialog: 'audience' });
    document.dispatchEvent(new Event('fullscreenchange'));
    useUi.setState({ dialog: null });
    expect(shown()).toEqual([2, true]);
    window.dispatchEvent(new Event('beforeunload'));
    document.dispatchEvent(new Event('fullscreenchange'));
    expect(shown()).toEqual([2, true]);
    // The page stayed after all.
    press('PageUp');
    document.dispatchEvent(new Event('fullscreenchange'));
    expect(shown()).toEqual([1, false]);
  });
});

describe('the clock of the talk', () => {
  it('begins with the presentation of a talk, once; who stopped it or set it back starts it', () => {
    const { since } = useTalk.getState().timer;
    expect(since).toBe(Date.now());
    vi.advanceTimersByTime(5000);
    press('t');
    expect(useTalk.getState().timer).toEqual({ before: 5000, since: null });
    togglePresenting();
    togglePresenting();
    expect(useTalk.getState().timer).toEqual({ before: 5000, since: null });
  });

  it('stands while a run is presented that is no state of the talk', () => {
    togglePresenting();
    takeTalk({ ...talk });
    togglePresenting();
    expect(useTalk.getState().timer).toEqual({ before: 0, since: null });
  });
});

describe('a reload while presenting', () => {
  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
  ])('presenting %s with a screen blank %s: blank after it is %s', (presenting, blank, expected) => {
    const place = JSON.stringify({ at: 1, presenting, notes: false, blank, timer: null });
    Object.assign(window, {
      sessionStorage: { getItem: () => place, setItem: () => undefined, removeItem: () => undefined },
    });
    for (const back of [true, false]) {
      useTalk.setState({ blank: false });
      comeBack(back);
      expect(useTalk.getState().blank).toBe(expected);
    }
  });
});
