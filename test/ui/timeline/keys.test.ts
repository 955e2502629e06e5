import { afterAll, describe, expect, it, vi } from 'vitest';
import { digitMeant } from '../../../src/store/keyboard.ts';
import { allCommands } from '../../../src/ui/commands.ts';
import { chordLabel, commandOfPress, repeats } from '../../../src/ui/shortcuts.ts';

const press = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, target: null };

// There is no page here: presses have no element.
vi.stubGlobal('Element', Map);
afterAll(() => vi.unstubAllGlobals());

describe('keys of time', () => {
  it('Ctrl: Z undoes, Shift+Z and Y redo; without it Z is nothing', () => {
    const of = (key: string, keys: Partial<typeof press> = {}): string | undefined =>
      commandOfPress({ ...press, key, ...keys })?.id;
    expect(of('z', { ctrlKey: true })).toBe('undo');
    expect(of('Z', { ctrlKey: true, shiftKey: true })).toBe('redo');
    expect(of('y', { ctrlKey: true })).toBe('redo');
    expect(of('z')).toBeUndefined();
    expect(of('z', { ctrlKey: true, altKey: true })).toBeUndefined();
    expect(of('B', { shiftKey: true })).toBe('branch');
    expect(of('b'), 'a clicker blanks the screen').toBeUndefined();
    expect(of('b', { ctrlKey: true })).toBeUndefined();
  });
  it('held down: stepping and undo repeat, branching does not', () => {
    const of = (id: string): boolean =>
      allCommands()
        .filter(repeats)
        .some((command) => command.id === id);
    expect(['step', 'step-back', 'undo', 'redo'].map(of)).toEqual([true, true, true, true]);
    expect(allCommands().filter(repeats)).toHaveLength(4);
  });
  it('printed: Ctrl+Shift+Z, on a Mac ⇧⌘Z', () => {
    expect(chordLabel('mod+shift+z', false)).toBe('Ctrl+Shift+Z');
    expect(chordLabel('mod+shift+z', true)).toBe('⇧⌘Z');
    expect(chordLabel('b')).toBe('B');
    expect(chordLabel('shift+b', false)).toBe('Shift+B');
    expect(chordLabel('.')).toBe('.');
  });
});

describe('keys of any layout', () => {
  const shift = { shiftKey: true };
  const ctrl = { ctrlKey: true };
  it.each([
    ['US', 'r', 'KeyR', {}, 'reset'],
    ['US with caps lock', 'R', 'KeyR', {}, 'reset'],
    ['US', '?', 'Slash', shift, 'shortcuts'],
    ['AZERTY goes by its print', 'z', 'KeyW', ctrl, 'undo'],
    ['AZERTY, the place of Z is W', 'w', 'KeyZ', ctrl, undefined],
    ['AZERTY', '.', 'Comma', shift, 'step'],
    ['AZERTY', '?', 'KeyM', shift, 'shortcuts'],
    ['AZERTY é is a letter of its own', 'é', 'Digit2', {}, undefined],
    ['QWERTZ', 'z', 'KeyY', ctrl, 'undo'],
    ['Dvorak', 'r', 'KeyO', {}, 'reset'],
    ['Cyrillic', 'к', 'KeyR', {}, 'reset'],
    ['Cyrillic', 'я', 'KeyZ', ctrl, 'undo'],
    ['Cyrillic', 'Я', 'KeyZ', { ...ctrl, ...shift }, 'redo'],
    ['Cyrillic', 'л', 'KeyK', ctrl, 'palette'],
    ['Cyrillic', 'ю', 'Period', {}, 'step'],
    ['Cyrillic', 'А', 'KeyF', shift, 'full-screen'],
    ['Greek', 'ρ', 'KeyR', {}, 'reset'],
    ['Greek', 'ν', 'KeyN', {}, 'new-seed'],
    ['Korean', 'ㄱ', 'KeyR', {}, 'reset'],
    ['Korean', 'ㅜ', 'KeyN', {}, 'new-seed'],
    ['Arabic', '؟', 'Slash', shift, 'shortcuts'],
    ['composing', 'ㄱ', 'KeyR', { isComposing: true }, undefined],
    ['composing', 'r', 'KeyR', { keyCode: 229 }, undefined],
    ['composing', 'Process', 'KeyR', {}, undefined],
    ['a dead key', 'Dead', 'KeyN', {}, undefined],
    ['AltGr', 'ę', 'KeyE', { getModifierState: (name: string) => name === 'AltGraph' }, undefined],
    ['Ctrl+R is the browser', 'r', 'KeyR', ctrl, undefined],
    ['Ctrl+Shift+N is the browser', 'N', 'KeyN', { ...ctrl, ...shift }, undefined],
    ['Alt is the browser', 'd', 'KeyD', { altKey: true }, undefined],
    ['Command is none here', 'z', 'KeyZ', { metaKey: true }, undefined],
    ['a clicker', 'PageDown', 'PageDown', {}, undefined],
    ['a clicker', 'PageUp', 'PageUp', {}, undefined],
    ['a clicker', 'F5', 'F5', {}, undefined],
    ['a clicker', 'b', 'KeyB', {}, undefined],
  ])('%s: %s at %s with %o', (_layout, key, code, more, id) => {
    expect(commandOfPress({ ...press, key, code, ...more })?.id).toBe(id);
  });
  it('a clicker: of its keys only the full stop calls anything, and that when the run rests', () => {
    expect(
      allCommands()
        .filter(({ keyAtRest }) => keyAtRest)
        .map(({ id }) => id),
    ).toEqual(['step']);
  });
  it('digits: AZERTY without Shift and the pad look from the same sides', () => {
    expect(digitMeant({ key: '&', code: 'Digit1' })).toBe('1');
    expect(digitMeant({ key: 'à', code: 'Digit0' })).toBe('0');
    expect(digitMeant({ key: '3', code: 'Numpad3' })).toBe('3');
    expect(digitMeant({ key: 'r', code: 'KeyR' })).toBeNull();
  });
});
