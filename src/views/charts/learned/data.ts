import type { RunInfo } from '../../../engine/protocol.ts';
import type { Learned } from '../../../store/index.ts';
import type { ChartTrack } from '../tracks.ts';
import { accuracyOf, classesOf, type Classes } from './classes.ts';
import { curveProbe, inputSpan, mapProbe } from './probe.ts';
import type { Span } from '../axes.ts';

/** How what a system has learned is drawn. */
export type LearnedKind = 'none' | 'profile' | 'curve' | 'map' | 'scatter';

/** Rings give an output at every place; small dense nets are functions that can be drawn. */
export function learnedKind({ layout, data }: Pick<RunInfo, 'layout' | 'data'>): LearnedKind {
  if (data.outputCount === 0 || data.sampleCount === 0) return 'none';
  if (layout.shape === 'ring' && data.outputCount > 1) return 'profile';
  if (layout.shape === 'layers' && data.inputCount === 1) return 'curve';
  if (layout.shape === 'layers' && data.inputCount === 2) return 'map';
  return 'scatter';
}

/** Everything about a run's task that does not move. */
export interface Task {
  readonly kind: LearnedKind;
  readonly data: RunInfo['data'];
  readonly classes: Classes;
  /** Extent of the first inputs, where they are an axis. */
  readonly spans: readonly Span[];
  /** Inputs at which the networks are read between the samples. */
  readonly probe: Float64Array | null;
}

export function taskOf(info: Pick<RunInfo, 'layout' | 'data'>): Task {
  const { data } = info;
  const kind = learnedKind(info);
  const axes = kind === 'map' ? 2 : kind === 'curve' ? 1 : 0;
  const spans = Array.from({ length: axes }, (_, input) =>
    inputSpan([data.inputs, data.testInputs], data.inputCount, input),
  );
  const probe =
    kind === 'map' ? mapProbe(spans[0], spans[1]) : kind === 'curve' ? curveProbe(spans[0]) : null;
  return { kind, data, classes: classesOf(data.targets, data.outputCount), spans, probe };
}

/** Every so many-th number, from one on. */
export function strided(values: ArrayLike<number>, from: number, stride: number): Float64Array {
  const count = Math.max(0, Math.ceil((values.length - from) / stride));
  return Float64Array.from({ length: count }, (_, index) => values[from + index * stride]);
}

/** What one track tells of its task. */
export interface Score {
  readonly track: ChartTrack;
  readonly cost: number;
  readonly testCost: number;
  /** 0 to 1; NaN where there are no classes or no samples. */
  readonly accuracy: number;
  readonly testAccuracy: number;
}

export function scoreOf(
  task: Task,
  track: ChartTrack,
  outputs: Learned['tracks'][number],
  costs: { readonly cost: number; readonly testCost: number },
): Score {
  const { classes, data } = task;
  const accuracy = (values: ArrayLike<number>, targets: ArrayLike<number>): number =>
    // Samples of its own cannot be told by the main run's targets.
    classes === null || values.length === 0 || track.samples?.own === true
      ? NaN
      : accuracyOf(classes, values, targets, data.outputCount, track.logits);
  return {
    track,
    ...costs,
    accuracy: accuracy(outputs.outputs, data.targets),
    testAccuracy: accuracy(outputs.testOutputs, data.testTargets),
  };
}
