import { describe, expect, it } from 'vitest';
import { compiled } from '../../src/messages/compiled.ts';
import { english } from '../../src/messages/en.ts';

describe('messages: compiled while building', () => {
  it('every message of the catalogue arrives as parts, none as text to be parsed', () => {
    expect(Object.keys(compiled)).toEqual(Object.keys(english));
    for (const [id, message] of Object.entries(compiled)) expect(Array.isArray(message), id).toBe(true);
  });
  it('a plural keeps its forms', () => {
    const forms: unknown = expect.objectContaining({ one: expect.anything(), other: expect.anything() });
    expect(compiled['control.numbers']).toEqual([['count', 'plural', forms]]);
  });
});
