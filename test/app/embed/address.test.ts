import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../src/app/embed/address.ts';

const pictures = ['network', 'field', 'universe'];
const read = (search: string): ReturnType<typeof readAddress> => readAddress(search, pictures);

describe('address of an embed', () => {
  it('plain ?embed is pictures, key controls and transport, as the document and the system have them', () => {
    expect(read('?embed')).toEqual({
      level: 'run',
      pictures: null,
      ground: null,
      lesson: null,
      origins: null,
      odd: [],
    });
  });

  it('names level, picture and ground', () => {
    expect(read('?embed=bare&pictures=field&ground=paper&play=1')).toMatchObject({
      level: 'bare',
      pictures: 'field',
      ground: 'paper',
      odd: [],
    });
    expect(read('?embed=full&pictures=both').pictures).toBe('both');
    expect(read('?embed&pictures=scene').pictures).toBeNull();
  });

  it('names a step of a lesson; a step without its lesson is told', () => {
    expect(read('?embed&lesson=friction&step=2').lesson).toEqual({ id: 'friction', step: '2' });
    expect(read('?embed&lesson=friction').lesson).toEqual({ id: 'friction', step: null });
    const { lesson, odd } = read('?embed&step=2');
    expect(lesson).toBeNull();
    expect(odd).toEqual([{ path: 'step', value: '2', expected: '&lesson= beside it' }]);
    expect(read('?embed&leson=friction').odd).toEqual([
      { path: 'leson', value: 'friction', expected: '&lesson= in its place' },
    ]);
  });

  it('what it does not know is told with its place and what was expected, and the rest holds', () => {
    const { level, odd } = read('?embed=tiny&pictures=cat&ground=red&play=yes');
    expect(level).toBe('run');
    expect(odd.map(({ path, value }) => [path, value])).toEqual([
      ['embed', 'tiny'],
      ['pictures', 'cat'],
      ['ground', 'red'],
      ['play', 'yes'],
    ]);
    expect(odd[0].expected).toBe('one of bare, run, full');
  });

  it('a member that is misspelt is told; those of others are theirs', () => {
    const { pictures: shown, odd } = read(
      '?embed&picture=field&Ground=paper&utm_source=mail&scenario=circle',
    );
    expect(shown).toBeNull();
    expect(odd).toEqual([
      { path: 'picture', value: 'field', expected: '&pictures= in its place' },
      { path: 'Ground', value: 'paper', expected: '&ground= in its place' },
    ]);
  });

  it('origins come repeated or with commas, each once, as browsers spell them', () => {
    const { origins, odd } = read(
      '?embed&origin=https://a.example/page,null&origin=https://B.example:443&origin=https://a.example',
    );
    expect(origins).toEqual(['https://a.example', 'null', 'https://b.example']);
    expect(odd).toEqual([]);
  });

  it.each(['example.org', 'javascript:alert(1)', 'data:text/html;x', '*', ''])(
    'an origin that is none (%s) lets nobody in, and never everybody',
    (written) => {
      const { origins, odd } = read(`?embed&origin=${encodeURIComponent(written)}`);
      expect(origins).toEqual([]);
      expect(odd).toHaveLength(1);
      expect(odd[0].path).toBe('origin');
    },
  );

  it('more than 16 origins are refused whole', () => {
    const many = Array.from({ length: 17 }, (_, n) => `https://a${n}.example`).join(',');
    expect(read(`?embed&origin=${many}`)).toMatchObject({
      origins: [],
      odd: [{ path: 'origin', value: 17 }],
    });
  });
});
