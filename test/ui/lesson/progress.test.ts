import { describe, expect, it } from 'vitest';
import type { LessonStep } from '../../../src/scenario/lesson/types.ts';
import { lessonOf } from '../../../src/scenario/lesson/lesson.ts';
import {
  forgetProgress,
  noProgress,
  progressIn,
  readProgress,
  seenIn,
  stampOf,
  withStep,
  writeProgress,
} from '../../../src/ui/lesson/progress.ts';
import { memoryStorage, twoSteps } from './helpers.ts';

const lesson = lessonOf(twoSteps);
const some = {
  at: 'two',
  seen: ['one', 'two'],
  done: ['two'],
  chosen: { one: 1 },
  revealed: ['one'],
  renewed: [],
};

describe('progress of a lesson', () => {
  it('comes back as it was written, each lesson its own; forgotten, it is as at first', () => {
    const { storage } = memoryStorage();
    writeProgress('a', some, lesson, storage);
    expect(readProgress('a', lesson, storage)).toEqual(some);
    expect(readProgress('b', lesson, storage)).toEqual(noProgress(lesson));
    expect(seenIn('a', storage)).toEqual(['one', 'two']);
    forgetProgress('a', storage);
    expect(readProgress('a', lesson, storage)).toEqual(noProgress(lesson));
    expect(seenIn('a', storage)).toEqual([]);
  });

  const stamps = { one: stampOf(lesson.steps[0]), two: stampOf(lesson.steps[1]) };

  it('of a lesson that was written anew: steps that are gone and choices that it no longer offers are dropped', () => {
    const written = JSON.stringify({
      version: 2,
      at: 'gone',
      seen: ['gone', 'two', 'one', 7],
      done: ['gone'],
      chosen: { one: 2, two: 0, gone: 0 },
      revealed: ['two', 'gone'],
      stamps,
    });
    expect(progressIn(written, lesson)).toEqual({
      at: 'one',
      seen: ['one', 'two'],
      done: [],
      chosen: {},
      revealed: ['two'],
      renewed: [],
    });
  });

  it('a step that changed is not done any more and says so, the others stay; a step’s words to watch change nothing', () => {
    const { storage } = memoryStorage();
    writeProgress('a', some, lesson, storage);
    const [one, two] = lesson.steps;
    const read = (...steps: readonly LessonStep[]) => readProgress('a', { ...lesson, steps }, storage);
    expect(read({ ...one, watch: 'Look here.' }, two)).toEqual(some);
    expect(read(one, { ...two, text: 'Less friction.' })).toEqual({ ...some, done: [], renewed: ['two'] });
    for (const changed of [
      { patch: [{ path: 'expansion.gamma', value: 3 }] },
      { open: 'overdamped' },
      { check: { told: 'Do it.', when: { see: 'changed', path: 'seed' } } },
    ] as const) {
      expect(read(one, { ...two, ...changed }).done).toEqual([]);
    }
    const asked = { ask: 'Does it?', choices: ['Yes', 'No', 'Sometimes'], answer: 0, reveal: 'It does.' };
    expect(read({ ...one, predict: asked }, two)).toEqual({
      ...some,
      chosen: {},
      revealed: [],
      renewed: ['one'],
    });
  });

  it('of version 1, which kept no stamps: the way is kept, what was done is told as changed', () => {
    const { renewed: _none, ...old } = some;
    expect(progressIn(JSON.stringify({ version: 1, ...old }), lesson)).toEqual({
      at: 'two',
      seen: ['one', 'two'],
      done: [],
      chosen: {},
      revealed: [],
      renewed: ['two', 'one'],
    });
  });

  it.each([
    null,
    '',
    'null',
    '7',
    '[]',
    '{',
    '{"version":3,"at":"two"}',
    '{"version":1,"seen":"one","chosen":[1],"done":{"one":1}}',
    '{"version":1,"chosen":{"__proto__":{"one":1},"constructor":0}}',
  ])('what is none counts as none: %s', (text) => {
    expect(progressIn(text, lesson)).toEqual(noProgress(lesson));
  });

  it('storage that is full or refused: nothing is thrown', () => {
    const { storage } = memoryStorage(0);
    writeProgress('a', some, lesson, storage);
    expect(readProgress('a', lesson, storage)).toEqual(noProgress(lesson));
    writeProgress('a', some, lesson, null);
    expect(readProgress('a', lesson, null)).toEqual(noProgress(lesson));
  });

  it('a step is noted once', () => {
    expect(withStep(['a'], 'b')).toEqual(['a', 'b']);
    expect(withStep(['a'], 'a')).toEqual(['a']);
  });
});
