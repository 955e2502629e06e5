import { describe, expect, it } from 'vitest';
import { isolated, unisolated } from '../../src/messages/bidi.ts';
import { text } from '../../src/messages/index.ts';

describe('texts from right to left', () => {
  it('numbers are isolated with their signs, so that −0.5 is not shown as 0.5−', () => {
    expect(isolated('גל -0.5 ועוד +3')).toBe('\u2068גל \u2066-0.5\u2069 ועוד \u2066+3\u2069\u2069');
    expect(isolated('موجة −1,234.5e-3')).toBe('\u2068موجة \u2066−1,234.5e-3\u2069\u2069');
  });
  it('other texts stay as they are, and isolating twice is isolating once', () => {
    expect(isolated('A wave -0.5')).toBe('A wave -0.5');
    const once = isolated('גל 7');
    expect(isolated(once)).toBe(once);
    expect(unisolated(once)).toBe('גל 7');
  });
  it('a message isolates what is put into it', () => {
    expect(text('change.opened', { title: 'גל -2' })).toContain('\u2068גל \u2066-2\u2069\u2069');
    expect(text('change.opened', { title: 'A wave -2' })).not.toContain('\u2068');
  });
});
