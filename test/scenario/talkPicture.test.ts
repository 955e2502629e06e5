import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isPicture, PICTURE_LIMITS } from '../../src/scenario/talk/picture.ts';
import { parseTalk, printTalk, talkOf } from '../../src/scenario/talk/talk.ts';
import { ScenarioError } from '../../src/scenario/types.ts';

/** Pictures of 5 by 3 pixels, as programs write them, and where their bytes say the width. */
const pictures = {
  PNG: [
    'png',
    'iVBORw0KGgoAAAANSUhEUgAAAAUAAAADAQMAAABh+Fe7AAAABlBMVEX/pQD////52iT3AAAAC0lEQVQI12NgAAEAAAYAAWb0yWwAAAAASUVORK5CYII=',
    [18, 19],
  ],
  JPEG: [
    'jpeg',
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAARCAADAAUDAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAICf/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AHhPom3/2Q==',
    [165, 166],
  ],
  'lossy WebP': [
    'webp',
    'UklGRjoAAABXRUJQVlA4IC4AAADQAQCdASoFAAMAAsBMJaACdLoB+AADsAD+7APf/U4/Jx+Tj+vt/8Qz0epowAAA',
    [27, 26],
  ],
  'lossless WebP': ['webp', 'UklGRhwAAABXRUJQVlA4TBAAAAAvBIAAAAfQ0v5H/wMR0f8A', [22, 21]],
  'extended WebP': [
    'webp',
    'UklGRlwAAABXRUJQVlA4WAoAAAAQAAAABAAAAgAAQUxQSAoAAAABB1CziAhERP8DVlA4ICwAAACQAQCdASoFAAMAAsBMJaACdLoAA5gA/u5DH+5sc4twV/9tD/9aH/60P+lAAA==',
    [25, 24],
  ],
} as const;
const names = Object.keys(pictures) as (keyof typeof pictures)[];
const url = (kind: string, bytes: Uint8Array): string =>
  `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`;
const bytesOf = (name: keyof typeof pictures): Uint8Array =>
  new Uint8Array(Buffer.from(pictures[name][1], 'base64'));

describe('the small picture of a state', () => {
  it.each(names)('%s: taken', (name) => {
    const [kind, body] = pictures[name];
    expect(isPicture(`data:image/${kind};base64,${body}`)).toBe(true);
  });

  it.each(names)('%s of more than 640 pixels across, by its bytes: refused, however few they are', (name) => {
    const [kind, , [high, low]] = pictures[name];
    const withWidth = (width: number): string => {
      const bytes = bytesOf(name);
      // The width, less one where lossless and extended WebP count from one.
      const said = name === 'lossless WebP' || name === 'extended WebP' ? width - 1 : width;
      [bytes[high], bytes[low]] = [(bytes[high] & 0xc0) | (said >> 8), said & 0xff];
      return url(kind, bytes);
    };
    expect(
      [5, PICTURE_LIMITS.side, PICTURE_LIMITS.side + 1, 12_000].map((w) => isPicture(withWidth(w))),
    ).toEqual([true, true, false, false]);
  });

  it.each(names)('%s that says it is of another kind, or is cut in its head: refused', (name) => {
    const [kind, body] = pictures[name];
    for (const other of ['png', 'jpeg', 'webp', 'svg+xml', 'gif', 'PNG'])
      expect(isPicture(`data:image/${other};base64,${body}`)).toBe(other === kind);
    const bytes = bytesOf(name);
    for (let length = 0; length < 24; length++)
      expect(isPicture(url(kind, bytes.slice(0, length)))).toBe(false);
  });

  it.each([
    ['an address', 'https://elsewhere.example/spy.png'],
    ['a script', 'javascript:alert(1)'],
    ['a drawing, which can hold anything', 'data:image/svg+xml;base64,PHN2Zy8+'],
    ['a text', 'data:text/html;base64,PGI+'],
    ['no base64', `data:image/webp;base64,${pictures['lossy WebP'][1].slice(0, -3)}`],
    ['letters of another alphabet', 'data:image/png;base64,iVBORw0KGgo-_'],
    ['a line more', `data:image/png;base64,${pictures.PNG[1]}\n`],
    ['nothing', ''],
  ])('%s: refused', (_, text) => expect(isPicture(text)).toBe(false));

  it('longer than 40 000 characters: refused', () => {
    const bytes = new Uint8Array(30_100);
    bytes.set(bytesOf('PNG'));
    expect(isPicture(url('png', bytes.slice(0, 29_900)))).toBe(true);
    expect(isPicture(url('png', bytes))).toBe(false);
  });

  it('whatever the bytes are: an answer, and never an error (seed 14)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.uint8Array({ maxLength: 80 }),
        fc.nat(60),
        (name, noise, at) => {
          const [kind] = pictures[name];
          const bytes = bytesOf(name);
          bytes.set(noise.slice(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
          expect(typeof isPicture(url(kind, bytes))).toBe('boolean');
          expect(typeof isPicture(url(kind, noise))).toBe('boolean');
        },
      ),
      { seed: 14, numRuns: 400 },
    );
  });
});

describe('a talk with small pictures', () => {
  const example = JSON.parse(readFileSync('public/talks/training.json', 'utf8')) as {
    states: Record<string, unknown>[];
  };
  const picture = `data:image/webp;base64,${pictures['lossy WebP'][1]}`;

  it('keeps them from file to file, state by state', () => {
    const [first, second] = talkOf({
      ...example,
      states: [{ ...example.states[0], picture }, example.states[1]],
    }).states;
    expect([first.picture, second.picture]).toEqual([picture, undefined]);
    const talk = { title: 'T', states: [first, second] };
    expect(parseTalk(printTalk(talk))).toEqual(talk);
    expect(printTalk({ ...talk, states: [second] })).not.toContain('"picture"');
  });

  it.each([7, null, 'https://elsewhere.example/spy.png', 'data:image/svg+xml;base64,PHN2Zy8+'])(
    'one that is none is refused at its place: states[1].picture (%j)',
    (odd) => {
      const states = [example.states[0], { ...example.states[1], picture: odd }];
      try {
        talkOf({ ...example, states });
        expect.unreachable();
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        expect([error.path, error.value]).toEqual(['states[1].picture', odd]);
        expect(error.expected).toContain('image/webp, image/png or image/jpeg');
      }
    },
  );
});
