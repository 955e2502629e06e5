import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { changed, isLesson, lessonOf, parseLesson, stepDocument } from '../../src/scenario/lesson/lesson.ts';
import { tryLesson } from '../../src/scenario/lesson/tried.ts';
import { readLessonIndex } from '../../src/scenario/lesson/list.ts';
import { textPieces, wordCount } from '../../src/scenario/lesson/text.ts';
import { pictures } from '../../src/app/pictures.ts';
import { lightTerms } from '../../src/scenario/lesson/types.ts';
import { terms } from '../../src/store/screenKeys.ts';
import { charts } from '../../src/views/charts/index.ts';
import { ScenarioError, type RunDocument } from '../../src/scenario/types.ts';
import { holds, isFulfilled } from '../../src/ui/lesson/condition.ts';
import { factsOf, observed } from '../helpers/lessonProof.ts';
import { twoSteps } from '../ui/lesson/helpers.ts';

const folder = 'public/lessons';
/** Studies and long runs, on a machine that has others to do as well. */
const LONG_MS = 240_000;
const shipped = readLessonIndex(JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')));
const scenario = (id: string): RunDocument =>
  parseRunDocument(readFileSync(`public/scenarios/${id}.json`, 'utf8'));

/** What is wrong with a lesson. */
function problem(value: unknown): Pick<ScenarioError, 'path' | 'expected'> | null {
  try {
    lessonOf(value);
    return null;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { path: error.path, expected: error.expected };
  }
}

const [one, two] = twoSteps.steps;
const withStep = (change: object): object => ({ ...twoSteps, steps: [one, { ...two, ...change }] });

describe('format of a lesson', () => {
  it('a lesson is read as it was written; what a file leaves out has its default', () => {
    const lesson = lessonOf(twoSteps);
    expect(lesson).toEqual({ ...twoSteps, steps: twoSteps.steps.map((step) => ({ ...step, proof: [] })) });
    expect(isLesson(twoSteps)).toBe(true);
    for (const other of [null, 3, [], {}, { kind: 'talk' }]) expect(isLesson(other)).toBe(false);
  });

  it.each([
    ['version', { ...twoSteps, version: 2 }],
    ['kind', { ...twoSteps, kind: 'course' }],
    ['id', { ...twoSteps, id: 'My lesson' }],
    ['language', { ...twoSteps, language: 'English' }],
    ['steps', { ...twoSteps, steps: [] }],
    ['steps[0].open', { ...twoSteps, steps: [two] }],
    ['steps[1].id', withStep({ id: 'one' })],
    ['steps[1].text', withStep({ text: 'word '.repeat(61) })],
    ['steps[1].text', withStep({ text: 'half a $formula' })],
    ['steps[1].claim', withStep({ claim: 'certain' })],
    ['steps[1].colour', withStep({ colour: 'red' })],
    ['steps[1].open.system.kind', withStep({ open: { version: 1, system: { kind: 'no-such' } } })],
    ['steps[1].light', withStep({ watch: 'It.', light: {} })],
    ['steps[1].light.term', withStep({ watch: 'It.', light: { term: 'cost' } })],
    ['steps[1]', withStep({ light: { picture: 'field' } })],
    ['steps[1].predict.choices', withStep({ predict: { ...one.predict, choices: ['Yes'] } })],
    ['steps[1].predict', withStep({ predict: { ...one.predict, answer: 2 } })],
    ['steps[1].check.when.see', withStep({ check: { told: 'Do it.', when: { see: 'magic' } } })],
    ['steps[1].check.when', withStep({ check: { told: 'Do it.', when: { see: 'friction' } } })],
    ['steps[1].proof[0]', withStep({ proof: [{ at: 1, observe: 'cost' }] })],
  ])('what is wrong is told at its place: %s', (path, lesson) => {
    expect(problem(lesson)?.path).toBe(path);
  });

  it('whatever stands in a file, nothing but a ScenarioError is thrown', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom('text', 'predict', 'check', 'patch', 'show', 'proof'),
        (json, key) => {
          problem(withStep({ [key]: JSON.parse(json) as unknown }));
          problem(JSON.parse(json));
        },
      ),
      { numRuns: 200, seed: 14 },
    );
    expect(() => parseLesson(`"${'x'.repeat(600_000)}"`)).toThrow(ScenarioError);
  });

  it('words and formulas: a formula is one word, what stands in it is no bold', () => {
    expect(wordCount('The wave $a + b$ is **not** fast – so.')).toBe(7);
    expect(textPieces('a $x**2**$ **b** c')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'math', text: 'x**2**' },
      { kind: 'text', text: ' ' },
      { kind: 'strong', text: 'b' },
      { kind: 'text', text: ' c' },
    ]);
  });
});

describe('the lesson that teachers copy', () => {
  const guide = readFileSync('src/scenario/lesson/README.md', 'utf8');
  const example = /```json\n([^]*?)```/.exec(guide)?.[1] ?? '';

  it('is valid, its proofs hold, and its task is fulfilled by its way', () => {
    const lesson = parseLesson(example);
    expect(lesson.steps.map(({ id }) => id)).toEqual(['little', 'much']);
    for (const [index, step] of lesson.steps.entries()) {
      const document = stepDocument(lesson, index, scenario);
      for (const expectation of step.proof) {
        expect(holds(expectation, observed(document, expectation)), step.id).toBe(true);
      }
    }
    const { check } = lesson.steps[1];
    const document = stepDocument(lesson, 1, scenario);
    const begun = factsOf(document, 0);
    const gone = factsOf(changed(document, check?.by?.patch ?? [], 'patch'), 0);
    if (check === undefined) throw new Error('no task');
    expect(isFulfilled(check.when, begun, begun)).toBe(false);
    expect(isFulfilled(check.when, gone, begun)).toBe(true);
  });

  it.each([
    [
      '"claim": "exact"',
      '"claim": "sure"',
      'steps[0].claim',
      'sure',
      'one of "exact", "approximate", "analogy"',
    ],
    ['"answer": 1', '"answer": 2', 'steps[1].predict', '', 'answer'],
    ['"above": 4.99', '"abov": 4.99', 'steps[1].check.when', 'abov', ''],
    ['"version": 1', '"version": 7', 'version', '7', '1, the version of this program’s lessons'],
    ['"play": true', '"play": "yes"', 'steps[0].play', 'yes', 'true or false'],
    ['"id": "much"', '"id": "little"', 'steps[1].id', 'little', 'an id that no step before it has'],
  ])(
    'a slip in it (%s → %s) is told with place, value and what was expected',
    (right, wrong, path, value, expected) => {
      expect(example).toContain(right);
      let told = '';
      try {
        parseLesson(example.replace(right, wrong));
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        told = error.message;
      }
      for (const part of [path, value, expected]) expect(told).toContain(part);
    },
  );
});

describe('the run of a step', () => {
  it('is what was opened last with every change since, from its start', () => {
    const document = stepDocument(lessonOf(twoSteps), 1, scenario);
    expect(document.scenario).toEqual({
      ...scenario('underdamped').scenario,
      expansion: { kind: 'de-sitter', gamma: 2, t0: 0 },
    });
    expect(document.edits).toEqual([]);
    expect(stepDocument(lessonOf(twoSteps), 0, scenario)).toEqual(scenario('underdamped'));
  });

  it('a change that does not fit, and a scenario that there is none of, are told at their place', () => {
    const at = (step: object): string => {
      try {
        stepDocument(lessonOf(withStep(step)), 1, (id) => (id === 'none' ? undefined : scenario(id)));
        return '';
      } catch (error) {
        return (error as ScenarioError).path;
      }
    };
    expect(at({ patch: [{ path: 'expansion.gamma', value: -1 }] })).toBe('steps[1].patch[0].expansion.gamma');
    expect(at({ open: 'none' })).toBe('steps[1].open');
  });
});

describe('the shipped lessons', () => {
  it('what is to be watched is there to be lit: every step that says it names a picture, chart, term or control that the page has', () => {
    expect(lightTerms).toEqual(terms);
    const pictureIds: readonly string[] = pictures.map(({ id }) => id);
    const chartIds: readonly string[] = charts.map(({ id }) => id);
    let lit = 0;
    for (const { id } of shipped) {
      for (const { id: step, watch, light, show = {} } of parseLesson(
        readFileSync(`${folder}/${id}.json`, 'utf8'),
      ).steps) {
        if (watch === undefined) continue;
        const place = `${id}/${step}`;
        expect(light, place).toBeDefined();
        if (light?.picture !== undefined) expect(pictureIds, place).toContain(light.picture);
        if (light?.chart !== undefined) {
          expect(chartIds, place).toContain(light.chart);
          // Where the step chooses the charts it is the right one, which stands where there is room for one.
          const { right } = (show.charts ?? {}) as { readonly right?: string };
          if (right !== undefined) expect(light.chart, place).toBe(right);
        }
        lit++;
      }
    }
    expect(lit).toBeGreaterThan(25);
  });

  it('the list names every file, as the file says it', () => {
    const files = readdirSync(folder).filter((name) => name !== 'index.json');
    expect(shipped.map(({ id }) => `${id}.json`).sort()).toEqual(files.sort());
    for (const entry of shipped) {
      const { id, title, about, steps } = parseLesson(readFileSync(`${folder}/${entry.id}.json`, 'utf8'));
      expect(entry).toEqual({ id, title, about, steps: steps.length });
    }
  });

  it.each(shipped)(
    '$id: every step has a run, and what it says is so',
    ({ id }) => {
      const lesson = parseLesson(readFileSync(`${folder}/${id}.json`, 'utf8'));
      for (const [index, step] of lesson.steps.entries()) {
        const document = stepDocument(lesson, index, scenario);
        expect(step.proof.length, `${step.id}: what is said is tried`).toBeGreaterThan(0);
        for (const [n, expectation] of step.proof.entries()) {
          const value = observed(document, expectation);
          const said = `${step.id}, proof ${n}: ${expectation.observe} is ${String(value)}`;
          expect(holds(expectation, value), said).toBe(true);
        }
      }
    },
    LONG_MS,
  );

  it('a teacher who drops one of them is told of nothing', () => {
    const there = { pictures: pictures.map(({ id }) => id), charts: charts.map(({ id }) => id) };
    for (const { id } of shipped) {
      expect(
        () => tryLesson(parseLesson(readFileSync(`${folder}/${id}.json`, 'utf8')), scenario, there),
        id,
      ).not.toThrow();
    }
  });

  it.each(shipped)(
    '$id: what a step waits for is not there when it begins, and its way leads there',
    ({ id }) => {
      const lesson = parseLesson(readFileSync(`${folder}/${id}.json`, 'utf8'));
      for (const [index, { check, id: step }] of lesson.steps.entries()) {
        if (check === undefined) continue;
        const document = stepDocument(lesson, index, scenario);
        const begun = factsOf(document, 0);
        expect(isFulfilled(check.when, begun, begun), `${step}: at its start`).toBe(false);
        const { patch = [], until = 0, show = {}, study } = check.by ?? {};
        const gone = factsOf(changed(document, patch, 'by.patch'), until);
        const charts = Object.values((show.charts ?? {}) as Record<string, string>);
        const shown = {
          charts,
          scene: (show.scene ?? null) as string | null,
          studies: study === undefined ? [] : [study],
        };
        expect(isFulfilled(check.when, { ...gone, ...shown }, begun), `${step}: by its way`).toBe(true);
      }
    },
  );
});
