import { expect, it } from 'vitest';
import { addition } from '../../../src/physics/data/addition.ts';
import { valuesOf } from '../../../src/engine/verify/systems.ts';
import { answersFigure, answersOf, answersTable } from '../../../src/views/charts/answers/figure.ts';
import { contextOf } from '../../helpers/systems.ts';
import { tracks } from './run.ts';

const data = addition.create(
  valuesOf(addition, { scale: 0.1 }) as never,
  contextOf('dense', { sizes: [2, 6, 1] }),
);
const exam = {
  questions: data.questions ?? { taught: [], asked: [], unit: 1 },
  data: { targets: data.targets, testTargets: data.test?.targets ?? new Float64Array(0) },
};
const given = {
  track: tracks[0],
  outputs: Float32Array.from([0.9, 0.8, 0.6, 0.4]),
  testOutputs: Float32Array.from([0.885]),
  probe: new Float32Array(0),
};

it('addition: taught the talk’s four sums, asked 5 + 4; answers are in the numbers that were asked, not in scaled ones', () => {
  const answers = answersOf(exam, [given]);
  expect(answers.map(({ question, asked }) => [question, asked])).toEqual([
    ['7 + 2', false],
    ['5 + 3', false],
    ['4 + 2', false],
    ['3 + 1', false],
    ['5 + 4', true],
  ]);
  answers.forEach(({ right }, i) => expect(right).toBeCloseTo([9, 8, 6, 4, 9][i], 12));
  expect(answers[4].given[0]).toBeCloseTo(8.85, 5);
});

it('figure and table: every question in words, with its right answer', () => {
  const { facts } = answersFigure(exam, [given], (span) => span);
  expect(facts?.rows[4]).toEqual({ name: '5 + 4, asked', values: ['9', '8.85'] });
  expect([...answersTable(exam, [given]).rows]).toHaveLength(5);
});
