import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pictures } from '../../../src/app/pictures.ts';
import { useLab } from '../../../src/store/index.ts';
import { findLesson, openMaybeLesson, openStep } from '../../../src/ui/lesson/open.ts';
import { hearOthers, note, takeLesson, useLessons } from '../../../src/ui/lesson/state.ts';
import { keepLesson, ownLesson } from '../../../src/ui/lesson/own.ts';
import { withStep, writeProgress } from '../../../src/ui/lesson/progress.ts';
import { charts } from '../../../src/views/charts/index.ts';
import { shippedIndex } from '../../helpers/shipped.ts';
import { StoreLab } from '../../store/lab.ts';
import { memoryStorage, twoSteps } from './helpers.ts';

let lab: StoreLab;
let storage: ReturnType<typeof memoryStorage>['storage'];
beforeEach(() => {
  ({ storage } = memoryStorage());
  // Nothing plays by itself: a run that plays never settles.
  vi.stubGlobal('window', { localStorage: storage, matchMedia: () => ({ matches: true }) });
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve({
      ok: true,
      text: () => Promise.resolve(readFileSync(address.replace('./', 'public/'), 'utf8')),
    }),
  );
  useLessons.setState(useLessons.getInitialState(), true);
  lab = new StoreLab();
  useLab.getState().setShipped(shippedIndex);
  useLab.setState({ pictures, charts });
});
afterEach(() => {
  lab.close();
  vi.unstubAllGlobals();
});

const [one, two] = twoSteps.steps;
const told = () => useLab.getState().problem;
const bring = async (lesson: unknown): Promise<void> => {
  await openMaybeLesson('mine.json', typeof lesson === 'string' ? lesson : JSON.stringify(lesson));
  lab.settle();
};
const withTwo = (change: object): object => ({ ...twoSteps, steps: [one, { ...two, ...change }] });
const gamma = (): unknown => lab.state.present?.scenario.expansion.gamma;

describe('a lesson of a teacher’s own', () => {
  it('opens at its first step; dropped again with other words it goes on at the step where it stands', async () => {
    await bring(twoSteps);
    expect(lab.state.lesson).toEqual({ id: 'own-two-steps', step: 'one' });
    await openStep('own-two-steps', 'two');
    lab.settle();
    expect(gamma()).toBe(2);
    await bring(withTwo({ text: 'Much more friction.', patch: [{ path: 'expansion.gamma', value: 3 }] }));
    expect(lab.state.lesson).toEqual({ id: 'own-two-steps', step: 'two' });
    expect(useLessons.getState().lessons['own-two-steps'].steps[1].text).toBe('Much more friction.');
    expect(gamma()).toBe(3);
    // A step that it no longer has: from the first one on.
    await bring({ ...twoSteps, steps: [one, { ...two, id: 'other' }] });
    expect(lab.state.lesson?.step).toBe('one');
    expect(told()).toBeNull();
  });

  it.each([
    ['a scenario that there is none of', { open: 'ring-wav' }, 'steps[1].open', 'ring-wav', 'ring-wave'],
    [
      'a change that does not fit',
      { patch: [{ path: 'expansion.gamma', value: -1 }] },
      'steps[1].patch[0].expansion.gamma',
      '-1',
      'a finite number > 0',
    ],
    [
      'a path that there is none of',
      { patch: [{ path: 'friction', value: 1 }] },
      'steps[1].patch[0].friction',
      '1',
      'path of a value',
    ],
    [
      'a task that looks at nothing',
      {
        check: {
          told: 'Do.',
          when: {
            see: 'any',
            of: [
              { see: 'regime', is: 'mixed' },
              { see: 'value', path: 'expansion.gama', above: 1 },
            ],
          },
        },
      },
      'steps[1].check.when.of[1].path',
      'expansion.gama',
      'path of a value',
    ],
    [
      'a way that cannot be gone',
      {
        check: {
          told: 'Do.',
          when: { see: 'changed', path: 'seed' },
          by: { patch: [{ path: 'system.N', value: 0 }] },
        },
      },
      'steps[1].check.by.patch[0].system.N',
      '0',
      'integer',
    ],
    [
      'a picture that cannot be lit',
      { watch: 'It.', light: { picture: 'feild' } },
      'steps[1].light.picture',
      'feild',
      'one of network, field, morph,',
    ],
    [
      'a chart that cannot be lit',
      { watch: 'It.', light: { chart: 'csot' } },
      'steps[1].light.chart',
      'csot',
      'one of cost, tested,',
    ],
    [
      'a control that cannot be lit',
      { watch: 'It.', light: { control: 'data.U' } },
      'steps[1].light.control',
      'data.U',
      'path of a value',
    ],
    [
      'a scene that there is none of',
      { show: { scene: 'univers' } },
      'steps[1].show.scene',
      'univers',
      'one of pictures, network, field,',
    ],
    [
      'a chart that cannot be shown',
      { show: { charts: { left: 'cost', right: 'heatt' } } },
      'steps[1].show.charts.right',
      'heatt',
      'one of cost,',
    ],
    [
      'a place that charts have not',
      { show: { charts: { middle: 'cost' } } },
      'steps[1].show.charts.middle',
      'cost',
      'left or right',
    ],
    ['charts without a place', { show: { charts: 'cost' } }, 'steps[1].show.charts', 'cost', 'left, right'],
    [
      'a key control that no run has',
      { show: { controls: ['data.J', 'data.L'] } },
      'steps[1].show.controls[1]',
      'data.L',
      'path of a value',
    ],
    [
      'a task that waits for a chart that there is none of',
      { check: { told: 'Do.', when: { see: 'shown', chart: 'csot' } } },
      'steps[1].check.when.chart',
      'csot',
      'one of cost,',
    ],
    [
      'a way to a scene that there is none of',
      {
        check: {
          told: 'Do.',
          when: { see: 'shown', scene: 'universe' },
          by: { show: { scene: 'the universe' } },
        },
      },
      'steps[1].check.by.show.scene',
      'the universe',
      'one of pictures, network,',
    ],
  ])(
    '%s is told when the file is dropped, with place, value and what was expected; nothing is kept',
    async (_, change, path, value, expected) => {
      const before = lab.state.save();
      await bring(withTwo(change));
      expect(told()).toMatchObject({ source: 'mine.json', path });
      expect(told()?.value).toContain(value);
      expect(told()?.expected).toContain(expected);
      expect(lab.state.lesson).toBeNull();
      expect(useLessons.getState().own).toEqual([]);
      expect(storage.length).toBe(0);
      expect(lab.state.save()).toBe(before);
    },
  );

  it('half a file, and one as long as a book: told, and the lesson that is open stays', async () => {
    await bring(twoSteps);
    await bring(JSON.stringify(twoSteps, null, 2).slice(0, 400));
    expect(told()).toMatchObject({ source: 'mine.json', path: '$' });
    expect(told()?.expected).toMatch(/JSON/);
    await bring({ ...twoSteps, about: 'x'.repeat(600_000) });
    expect(told()?.expected).toContain('at most 524288 characters');
    expect(lab.state.lesson).toEqual({ id: 'own-two-steps', step: 'one' });
  });

  it('opened in the middle of another lesson, undo leads back into that one, run and step', async () => {
    await openStep('friction', 2);
    lab.settle();
    const { lesson, present } = lab.state;
    await bring(twoSteps);
    expect(lab.state.lesson?.id).toBe('own-two-steps');
    lab.undo();
    expect(lab.state.lesson).toEqual(lesson);
    expect(lab.state.present?.scenario).toEqual(present?.scenario);
  });

  it('while another file was asked for, it is not opened', async () => {
    await openMaybeLesson('mine.json', JSON.stringify(twoSteps), () => false);
    expect(lab.state.lesson).toBeNull();
    expect(useLessons.getState().own).toEqual([]);
  });
});

describe('a step', () => {
  it('that the lesson has not is told with what it has; the step of a reload finds its lesson, else its first step', async () => {
    expect(await openStep('friction', 8)).toBe(false);
    expect(told()).toMatchObject({
      source: 'friction.json',
      path: 'step',
      value: '9',
      expected: 'a step of the lesson: 1 to 4, or its name',
    });
    lab.state.setLesson({ id: 'friction', step: 'gone' });
    await findLesson('friction', 'gone');
    expect(lab.state.lesson).toEqual({ id: 'friction', step: 'ring' });
    expect(useLessons.getState().begins).not.toBeNull();
    lab.state.setLesson({ id: 'own-nobody', step: 'one' });
    await findLesson('own-nobody', 'one');
    expect(lab.state.lesson).toBeNull();
    expect(told()?.expected).toContain('a lesson that this browser has');
  });

  it('goes on with the run that stands, its change an edit there; undo takes it back with the step', async () => {
    await bring(twoSteps);
    lab.step(5);
    await openStep('own-two-steps', 1);
    lab.settle();
    expect([lab.at, gamma(), lab.state.present?.document.edits.length]).toEqual([5, 2, 1]);
    lab.undo();
    expect(lab.state.lesson?.step).toBe('one');
    expect(lab.state.present?.document.edits).toEqual([]);
    // Not the run of the step before: it begins anew.
    lab.state.openDocument({
      ...lab.state.document!,
      scenario: { ...lab.state.document!.scenario, title: 'Mine' },
    });
    lab.settle();
    await openStep('own-two-steps', 1);
    lab.settle();
    expect([lab.at, lab.state.present?.document.edits]).toEqual([0, []]);
  });
});

describe('two windows on one lesson', () => {
  const brought = ownLesson(JSON.stringify(twoSteps));
  const key = 'synaptic-field-lab.lesson.own-two-steps';

  it('what was done in the other is not written over here', () => {
    takeLesson(brought);
    note(brought.id, (progress) => ({ ...progress, seen: ['one'] }));
    const { progress, lessons } = useLessons.getState();
    writeProgress(brought.id, { ...progress[brought.id], done: ['one'] }, lessons[brought.id]);
    hearOthers(key);
    note(brought.id, (now) => ({ ...now, done: withStep(now.done, 'two') }));
    expect(JSON.parse(storage.getItem(key) ?? '')).toMatchObject({ seen: ['one'], done: ['one', 'two'] });
    storage.removeItem(key);
    hearOthers(key);
    expect(useLessons.getState().progress[brought.id].done, 'started afresh there').toEqual([]);
  });

  it('a lesson that was brought or removed there is so here; one that is read here stays', () => {
    keepLesson(brought);
    hearOthers('synaptic-field-lab.own-lesson.own-two-steps');
    expect(useLessons.getState().own.map(({ id }) => id)).toEqual(['own-two-steps']);
    takeLesson(brought);
    lab.state.setLesson({ id: 'own-two-steps', step: 'one' });
    storage.removeItem('synaptic-field-lab.own-lesson.own-two-steps');
    hearOthers(null);
    expect(useLessons.getState().own).toEqual([]);
    expect(Object.keys(useLessons.getState().lessons)).toEqual(['own-two-steps']);
    lab.state.setLesson(null);
    hearOthers(null);
    expect(useLessons.getState().lessons).toEqual({});
  });
});
