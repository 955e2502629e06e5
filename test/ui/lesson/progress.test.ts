import { describe, expect, it } from 'vitest';
import { lessonOf } from '../../../src/scenario/lesson/lesson.ts';
import {
  forgetProgress,
  noProgress,
  progressIn,
  readProgress,
  seenIn,
  withStep,
  writeProgress,
} from '../../../src/ui/lesson/progress.ts';
import { memoryStorage, twoSteps } from './helpers.ts';

const lesson = lessonOf(twoSteps);
const some = { at: 'two', seen: ['one', 'two'], done: ['two'], chosen: { one: 1 }, revealed: ['one'] };

describe('progress of a lesson', () => {
  it('comes back as it was written, each lesson its own; forgotten, it is as at first', () => {
    const { storage } = memoryStorage();
    writeProgress('a', some, storage);
    expect(readProgress('a', lesson, storage)).toEqual(some);
    expect(readProgress('b', lesson, storage)).toEqual(noProgress(lesson));
    expect(seenIn('a', storage)).toEqual(['one', 'two']);
    forgetProgress('a', storage);
    expect(readProgress('a', lesson, storage)).toEqual(noProgress(lesson));
    expect(seenIn('a', storage)).toEqual([]);
  });

  it('of a lesson that was written anew: steps that are gone and choices that it no longer offers are dropped', () => {
    const written = JSON.stringify({
      version: 1,
      at: 'gone',
      seen: ['gone', 'two', 'one', 7],
      done: ['gone'],
      chosen: { one: 2, two: 0, gone: 0 },
      revealed: ['two', 'gone'],
    });
    expect(progressIn(written, lesson)).toEqual({
      at: 'one',
      seen: ['one', 'two'],
      done: [],
      chosen: {},
      revealed: ['two'],
    });
  });

  it.each([
    null,
    '',
    'null',
    '7',
    '[]',
    '{',
    '{"version":2,"at":"two"}',
    '{"version":1,"seen":"one","chosen":[1],"done":{"one":1}}',
    '{"version":1,"chosen":{"__proto__":{"one":1},"constructor":0}}',
  ])('what is none counts as none: %s', (text) => {
    expect(progressIn(text, lesson)).toEqual(noProgress(lesson));
  });

  it('storage that is full or refused: nothing is thrown', () => {
    const { storage } = memoryStorage(0);
    writeProgress('a', some, storage);
    expect(readProgress('a', lesson, storage)).toEqual(noProgress(lesson));
    writeProgress('a', some, null);
    expect(readProgress('a', lesson, null)).toEqual(noProgress(lesson));
  });

  it('a step is noted once', () => {
    expect(withStep(['a'], 'b')).toEqual(['a', 'b']);
    expect(withStep(['a'], 'a')).toEqual(['a']);
  });
});
