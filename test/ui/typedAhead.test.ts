import { describe, expect, it } from 'vitest';
import { typedWith } from '../../src/ui/dialogs/TypedAhead.ts';

type Typed = NonNullable<ReturnType<typeof typedWith>>;

const after = (...keys: readonly string[]): Typed =>
  keys.reduce<Typed>((before, key) => typedWith(before, key) ?? before, { words: '', done: false });

describe('what is typed before the palette is there', () => {
  it('letters stand in its field, Enter does it, and what comes after Enter is no more of the search', () => {
    expect(after('e', 'r', 'x', 'Backspace', 'r')).toEqual({ words: 'err', done: false });
    expect(after('e', ' ', 'r', 'Enter')).toEqual({ words: 'e r', done: true });
    expect(after('e', 'Enter', ' ', 'Backspace')).toEqual({ words: 'e', done: true });
  });

  it('other keys are the page’s own', () => {
    for (const key of ['Tab', 'F5', 'Shift']) expect(typedWith({ words: '', done: false }, key)).toBeNull();
  });
});
