import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { decodeText } from '../../src/scenario/json.ts';
import { problemOf } from '../../src/store/attempt.ts';
import { refusal } from './refusal.ts';

const small = '{"version": 1, "title": "γ und ∂", "system": {"kind": "ring-shared", "N": 8}}';

/** Bytes of a text as 16-bit units. */
function utf16(text: string, order: 'little' | 'big', mark: boolean): Uint8Array {
  const units = mark ? `\uFEFF${text}` : text;
  const view = new DataView(new ArrayBuffer(2 * units.length));
  for (let n = 0; n < units.length; n++) view.setUint16(2 * n, units.charCodeAt(n), order === 'little');
  return new Uint8Array(view.buffer);
}

describe('files: the text in their bytes', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(small)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${small}`)],
    ['UTF-16, little end first', utf16(small, 'little', true)],
    ['UTF-16, big end first', utf16(small, 'big', true)],
    ['UTF-16 without a mark, little', utf16(small, 'little', false)],
    ['UTF-16 without a mark, big', utf16(small, 'big', false)],
  ])('%s is read', (_name, bytes) => {
    expect(parseRunDocument(decodeText(bytes)).scenario.title).toBe('γ und ∂');
  });

  it.each([[new Uint8Array(0)], [new Uint8Array([0x35])], [new Uint8Array([0xff])]])(
    'bytes too few for a document are no fault of the program: %o',
    (bytes) => {
      expect(refusal(() => parseRunDocument(decodeText(bytes))).path).toMatch(/^\$|version/);
    },
  );
});

describe('JSON of other languages: said in words', () => {
  it('NaN of a Python file: what it is, that JSON has none, what was expected, where', () => {
    const error = refusal(() => parseRunDocument(readFileSync('test/inputs/seed-nan.json', 'utf8')));
    expect(error.path).toBe('$');
    expect(error.value).toBe('NaN');
    expect(error.expected).toBe('JSON: a finite number at line 1, column 63; JSON has no NaN');
  });

  it.each([
    ['Infinity', /a finite number .* JSON has no Infinity/],
    ['-Infinity', /a finite number .* JSON has no Infinity/],
    ['nan', /a finite number .* JSON has no nan/],
    ['None', /null, or nothing at all, .* JSON has no None/],
    ['True', /JSON: true .* JSON has no True/],
  ])('%s', (word, expected) => {
    expect(refusal(() => parseRunDocument(`{"version": 1, "seed": ${word}}`)).expected).toMatch(expected);
  });

  it('1e999 is Infinity, not null, in the alert', () => {
    const error = refusal(() =>
      parseRunDocument('{"version": 1, "expansion": {"kind": "de-sitter", "gamma": 1e999}}'),
    );
    expect(error.expected).toContain('at most 1.8e308');
    expect(problemOf('', error).value).toBe('Infinity');
  });
});

describe('a long bad file: its quotes are short', () => {
  it('a list where a document should be is quoted in eighty characters', () => {
    const text = readFileSync('test/inputs/array-on-top.json', 'utf8');
    expect(text.length).toBeGreaterThan(10_000);
    const problem = problemOf(
      'array-on-top.json',
      refusal(() => parseRunDocument(text)),
    );
    expect(problem.value.length).toBeLessThanOrEqual(80);
    expect(problem.expected).toBe('an object');
  });

  it.each([
    ['a list of long rows', Array.from({ length: 200 }, () => Array<number>(5000).fill(0.125))],
    ['a long text', 'x'.repeat(1_000_000)],
    ['an object of lists', { X: Array<number>(500_000).fill(0) }],
  ])('%s', (_name, value) => {
    expect(problemOf('', { path: '$', value, expected: '' }).value.length).toBeLessThanOrEqual(80);
  });
});
