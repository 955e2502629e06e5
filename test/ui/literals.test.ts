import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Folders whose words all come from the catalogue. */
const roots = ['ui', 'views', 'app'].map((name) => new URL(`../../src/${name}/`, import.meta.url));
const files = roots.flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => new URL(name, root)),
);

/** Code without comments, so that what stands in them is no text. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

const ID = /^[a-z]\w*(?:\.[\w-]+)+$/;

/** Words between tags, and in attributes that people read or hear. */
export function literalsOf(code: string): readonly string[] {
  const plain = withoutComments(code);
  const between = [
    ...plain.matchAll(/<\/?[A-Za-z][\w.]*(?:\s[^<>]*)?>([^<>{}=;()]*\p{Script=Latin}{2,}[^<>{}=;()]*)<\//gu),
  ];
  const attributes = [
    ...plain.matchAll(
      /\b(?:aria-label|aria-valuetext|title|placeholder|alt|data-tip)="([^"]*\p{Script=Latin}{2,}[^"]*)"/gu,
    ),
  ];
  // An id of the catalogue, handed on by name, is none of the words.
  return [...between, ...attributes].map(([, words]) => words.trim()).filter((words) => !ID.test(words));
}

describe('strings of the screen', () => {
  it.each(files.map((file) => [file.pathname.split('/src/')[1], file] as const))(
    '%s: every word comes from the catalogue',
    (_, file) => {
      expect(literalsOf(readFileSync(file, 'utf8'))).toEqual([]);
    },
  );
  it('the search finds words between tags and in attributes', () => {
    expect(literalsOf('return <p className="x">Press play</p>;')).toEqual(['Press play']);
    expect(literalsOf('<input aria-label="Friction" />')).toEqual(['Friction']);
    expect(literalsOf("<p>{text('a.b')}</p>")).toEqual([]);
  });
});
