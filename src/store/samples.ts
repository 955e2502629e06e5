/** The samples of a run, as a hand may take them over: what its data made, number by number. */
import type { RunData, RunInfo } from '../engine/protocol.ts';
import type { Samples } from '../scenario/samples.ts';
import { givenKind } from '../scenario/sections.ts';
import type { Section } from '../scenario/types.ts';
import type { LabCore } from './core.ts';
import { presentOf } from './present.ts';

function rowsOf(values: Float64Array, count: number): number[][] {
  const width = count === 0 ? 0 : values.length / count;
  return Array.from({ length: count }, (_, l) => Array.from(values.subarray(l * width, (l + 1) * width)));
}

/** Samples as rows, to the last bit. */
export function samplesOf(data: RunData): Samples {
  const { sampleCount, inputs, targets, names, testCount, testInputs, testTargets } = data;
  return {
    X: rowsOf(inputs, sampleCount),
    Y: rowsOf(targets, sampleCount),
    ...(names === null ? {} : { names }),
    ...(testCount === 0
      ? {}
      : { test: { X: rowsOf(testInputs, testCount), Y: rowsOf(testTargets, testCount) } }),
  };
}

/** The data section of a run with these samples listed; null where its system lists none. */
export function dataOf(info: RunInfo, samples: Samples): Section | null {
  const kind = givenKind(presentOf(info).scenario.system.kind);
  return kind === null ? null : { kind, ...samples };
}

/**
 * The data section that lists what the run's data made, where a hand asks for listed samples instead of made ones; null where
 * it asks for something else, or nothing is known of the run yet.
 */
export function listedInstead(lab: LabCore, path: string, value: unknown): Section | null {
  const { info } = lab.get();
  if (path !== 'data.kind' || info === null || lab.opening !== null || info.data.sampleCount === 0)
    return null;
  const { system, data } = presentOf(info).scenario;
  if (value !== givenKind(system.kind) || data.kind === value) return null;
  return { kind: value as string, ...samplesOf(info.data) };
}
