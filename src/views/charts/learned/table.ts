import type { Table } from '../figure.ts';
import type { Task } from './data.ts';
import type { TrackOutputs } from './figures.ts';

/** A row for every number that was wanted: its sample, its output, whether it is a test, and what each track gives. */
export function learnedTable({ data }: Task, all: readonly TrackOutputs[]): Table {
  const { inputCount, outputCount } = data;
  const inputs = Array.from({ length: inputCount }, (_, input) => `input X${input} [1]`);
  const columns = [
    'test sample (1) or training sample (0)',
    'sample',
    'output',
    ...inputs,
    'target Y [target]',
    ...all.map(({ track }) => `${track.id}: output Z [target]`),
  ];
  function* rows(): Generator<readonly number[]> {
    for (const test of [false, true]) {
      const targets = test ? data.testTargets : data.targets;
      const given = test ? data.testInputs : data.inputs;
      for (let at = 0; at < targets.length; at++) {
        const sample = Math.floor(at / outputCount);
        yield [
          Number(test),
          sample,
          at % outputCount,
          ...given.subarray(sample * inputCount, (sample + 1) * inputCount),
          targets[at],
          ...all.map(({ outputs, testOutputs }) => (test ? testOutputs : outputs)[at] ?? NaN),
        ];
      }
    }
  }
  return { columns, rows: rows() };
}
