import { describe, expect, it } from 'vitest';
import { allCommands } from '../../../src/ui/commands.ts';
import {
  presenterAct,
  presenterKeys,
  staysInPresenter,
  type Holder,
  type PresenterPress,
} from '../../../src/ui/talk/keys.ts';

const press = (key: string, change: Partial<PresenterPress> = {}): PresenterPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...change,
});
const act = (
  key: string,
  holder: Holder = 'none',
  change: Partial<PresenterPress> = {},
  { walks = true, single = true } = {},
): string | null => presenterAct(press(key, change), { holder, walks, single });

describe('keys while presenting', () => {
  it('what clickers send: page keys and arrows walk, b and . blank, Escape leaves', () => {
    const sent = [
      'PageDown',
      'PageUp',
      'ArrowRight',
      'ArrowLeft',
      'ArrowDown',
      'ArrowUp',
      'b',
      'B',
      '.',
      'Escape',
    ];
    expect(sent.map((key) => act(key))).toEqual([
      'next',
      'previous',
      'next',
      'previous',
      'next',
      'previous',
      'blank',
      'blank',
      'blank',
      'leave',
    ]);
  });

  it('F5, Enter and Space are the browser’s and the lab’s', () => {
    expect(['F5', 'Enter', ' '].map((key) => act(key))).toEqual([null, null, null]);
  });

  it('a slider that has the focus keeps arrows and Home; page keys walk all the same', () => {
    expect(['ArrowRight', 'ArrowUp', 'Home', 'PageDown'].map((key) => act(key, 'arrows'))).toEqual([
      null,
      null,
      null,
      'next',
    ]);
  });

  it('while something is written nothing is taken, not even Escape', () => {
    expect(['PageDown', 'b', 'ArrowLeft', 'Escape'].map((key) => act(key, 'text'))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('in the field of a value a clicker’s page keys walk, once a press; letters, digits, arrows, Enter and Escape are the field’s', () => {
    expect(['PageDown', 'PageUp'].map((key) => act(key, 'value'))).toEqual(['next', 'previous']);
    expect(act('PageDown', 'value', { repeat: true })).toBeNull();
    for (const key of ['b', '.', '7', 's', 'ArrowLeft', 'ArrowDown', 'Home', 'Enter', 'Escape'])
      expect(act(key, 'value')).toBeNull();
  });

  it('without states to walk through arrows stay with the pictures', () => {
    expect(act('ArrowRight', 'none', {}, { walks: false })).toBeNull();
  });

  it('a held key walks once; with Ctrl, Alt or Command a key is not the presenter’s', () => {
    expect(act('PageDown', 'none', { repeat: true })).toBeNull();
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'] as const) {
      expect(act('PageDown', 'none', { [modifier]: true })).toBeNull();
    }
  });

  it('Shift and arrows move the spotlight, also while held', () => {
    expect(act('ArrowRight', 'none', { shiftKey: true, repeat: true })).toBe('right');
  });

  it('where single keys are switched off, letters are none; page keys and Escape stay', () => {
    const off = { walks: true, single: false };
    expect(['b', '.', 's', 'PageDown', 'Escape'].map((key) => act(key, 'none', {}, off))).toEqual([
      null,
      null,
      null,
      'next',
      'leave',
    ]);
  });

  it('a Cyrillic board: the key of b blanks by its place', () => {
    expect(act('и', 'none', { code: 'KeyB' })).toBe('blank');
  });

  it('no key that opens something, saves, branches or draws another seed stays', () => {
    const stay = allCommands()
      .filter(({ keys, id }) => keys.length > 0 && staysInPresenter(id))
      .map(({ id }) => id);
    const away = [
      'new-seed',
      'branch',
      'open',
      'save',
      'export',
      'print',
      'scenarios',
      'lessons',
      'step',
      'drawer',
      'talk',
      'add-state',
      'ground',
      'meet',
    ];
    expect(away.filter((id) => stay.includes(id as (typeof stay)[number]))).toEqual([]);
    expect(stay).toEqual(
      expect.arrayContaining(['play', 'undo', 'redo', 'present', 'full-screen', 'audience']),
    );
  });

  it('digits and Enter go to a state; Enter without a digit, and digits without states, are not the presenter’s', () => {
    const asked = { holder: 'none', walks: true, single: true } as const;
    expect(act('7')).toBe('digit');
    expect(act('é', 'none', { code: 'Digit2' })).toBe('digit');
    expect(presenterAct(press('Enter'), { ...asked, typed: true })).toBe('jump');
    expect(presenterAct(press('Enter'), asked)).toBeNull();
    expect(act('7', 'none', {}, { walks: false })).toBeNull();
    expect(act('7', 'none', {}, { single: false })).toBeNull();
    expect(act('7', 'text')).toBeNull();
    expect(act('7', 'none', { repeat: true })).toBeNull();
  });

  it('the list of keys has every act that a single key does', () => {
    const listed = new Set(presenterKeys.map((entry) => entry.act));
    for (const key of ['PageDown', 'PageUp', 'Home', 'b', 's', 't', 'Escape'])
      expect(listed).toContain(act(key));
  });
});
