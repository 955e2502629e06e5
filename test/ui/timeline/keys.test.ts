import { afterAll, describe, expect, it, vi } from 'vitest';
import { chordLabel, commandOfPress } from '../../../src/ui/shortcuts.ts';

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
    expect(of('b')).toBe('branch');
    expect(of('b', { ctrlKey: true })).toBeUndefined();
  });
  it('held down: stepping and undo repeat, branching does not', () => {
    expect(commandOfPress({ ...press, key: ',', repeat: true })?.id).toBe('step-back');
    expect(commandOfPress({ ...press, key: 'b', repeat: true })).toBeNull();
  });
  it('printed: Ctrl+Shift+Z, on a Mac ⇧⌘Z', () => {
    expect(chordLabel('mod+shift+z', false)).toBe('Ctrl+Shift+Z');
    expect(chordLabel('mod+shift+z', true)).toBe('⇧⌘Z');
    expect(chordLabel('b')).toBe('B');
  });
});
