import { describe, expect, it } from 'vitest';
import { compiled } from '../../src/messages/compiled.ts';
import { firstEnglish } from '../../src/messages/en.ts';
import { compiled as compiledLate } from '../../src/messages/late/compiled.ts';
import { lateEnglish } from '../../src/messages/late/en.ts';

describe('messages: compiled while building', () => {
  it.each([
    ['first load', compiled, firstEnglish],
    ['later', compiledLate, lateEnglish],
  ])('%s: every message of the catalogue arrives as parts, none as text to be parsed', (_, made, english) => {
    for (const id of Object.keys(english)) expect(Array.isArray(made[id]), id).toBe(true);
  });
  it('a plural keeps its forms', () => {
    const forms: unknown = expect.objectContaining({ one: expect.anything(), other: expect.anything() });
    expect(compiled['control.numbers']).toEqual([['count', 'plural', forms]]);
  });
});
