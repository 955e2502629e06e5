import { describe, expect, it } from 'vitest';
import {
  keepLesson,
  keptLessons,
  MOST_OWN,
  OWN_ROOM,
  ownLesson,
  removeLesson,
} from '../../../src/ui/lesson/own.ts';
import { memoryStorage, twoSteps } from './helpers.ts';

const text = (id: string, title = 'Mine', filler = 0): string =>
  `${JSON.stringify({ ...twoSteps, id, title })}${' '.repeat(filler)}`;

describe('lessons of one’s own', () => {
  it('are kept by an id that no shipped lesson has, by title, until they are removed', () => {
    const { storage } = memoryStorage();
    expect(keepLesson(ownLesson(text('friction', 'B')), storage)).toBe(true);
    expect(keepLesson(ownLesson(text('other', 'A')), storage)).toBe(true);
    expect(keptLessons(storage).map(({ id }) => id)).toEqual(['own-other', 'own-friction']);
    // One that is brought again takes its own place.
    keepLesson(ownLesson(text('friction', 'C')), storage);
    expect(keptLessons(storage).map(({ lesson }) => lesson.title)).toEqual(['A', 'C']);
    removeLesson('own-other', storage);
    expect(keptLessons(storage).map(({ id }) => id)).toEqual(['own-friction']);
  });

  it('the longest id stays one that an address may hold', () => {
    expect(ownLesson(text('x'.repeat(64))).id).toHaveLength(64);
  });

  it(`there is room for ${MOST_OWN} of them, and for ${OWN_ROOM} characters in all`, () => {
    const { storage } = memoryStorage();
    for (let n = 0; n < MOST_OWN; n++) expect(keepLesson(ownLesson(text(`l-${n}`)), storage)).toBe(true);
    expect(keepLesson(ownLesson(text('one-more')), storage)).toBe(false);
    expect(keepLesson(ownLesson(text('l-0', 'again')), storage)).toBe(true);
    const other = memoryStorage().storage;
    for (const id of ['a', 'b']) expect(keepLesson(ownLesson(text(id, id, 490_000)), other)).toBe(true);
    expect(keepLesson(ownLesson(text('c', 'c', 490_000)), other)).toBe(false);
  });

  it('what is stored and is no lesson is passed over; a full browser keeps none', () => {
    const { storage, held } = memoryStorage();
    held.set('synaptic-field-lab.own-lesson.x', '{"kind":"lesson"');
    keepLesson(ownLesson(text('good')), storage);
    expect(keptLessons(storage).map(({ id }) => id)).toEqual(['own-good']);
    expect(keepLesson(ownLesson(text('good')), memoryStorage(0).storage)).toBe(false);
    expect(keepLesson(ownLesson(text('good')), null)).toBe(false);
  });
});
