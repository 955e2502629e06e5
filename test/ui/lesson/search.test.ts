import { describe, expect, it } from 'vitest';
import { searchLessons } from '../../../src/ui/lesson/search.ts';

const list = [
  { title: 'Heat, and the law of Gibbs', about: 'Friction with noise of one temperature.' },
  { title: 'Friction, from ringing to creeping', about: 'What one number makes of a wave.' },
];

describe('search of lessons', () => {
  it('finds by words of titles and sentences, in the order of the list', () => {
    expect(searchLessons(list, 'gibbs')).toEqual([list[0]]);
    expect(searchLessons(list, 'FRICTION')).toEqual(list);
    expect(searchLessons(list, 'friction wave')).toEqual([list[1]]);
  });

  it('has all for an empty query, and none for a word that none has', () => {
    expect(searchLessons(list, '  ')).toEqual(list);
    expect(searchLessons(list, 'qqq')).toEqual([]);
  });
});
