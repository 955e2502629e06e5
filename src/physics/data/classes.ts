import { ParameterError } from '../parameters.ts';
import type { DataContext, TrainingData } from '../types.ts';
import { packSamples, requireShape } from './context.ts';

/** Draws sample number l of a set of `count`: its point and its class. */
export type DrawPoint = (l: number, count: number) => { x: number; y: number; label: number };

/**
 * Number of classes that a dense network with two inputs tells apart: 2 for one output, else one each.
 * @throws ParameterError when its sizes do not fit
 */
export function classCount(context: DataContext, kind: string, mostClasses: number): number {
  const { inputs, outputs } = requireShape(context, kind);
  if (inputs === 2 && outputs <= mostClasses) return Math.max(2, outputs);
  const last = mostClasses === 2 ? '1 or 2' : `1 to ${mostClasses}`;
  throw new ParameterError(
    'kind',
    kind,
    `system.sizes that begin with 2 and end with ${last}${given(context)}`,
  );
}

/** The sizes at fault, for a message. */
export function given({ system }: DataContext): string {
  return ` (here ${JSON.stringify(system.sizes ?? system.kind)})`;
}

/**
 * Points in the plane with targets: one output −1 or +1 (0 or 1 where outputs are probabilities:
 * cross-entropy, or a sigmoid output), more outputs one-hot.
 */
export function classify(
  context: DataContext,
  kind: string,
  samples: number,
  testSamples: number,
  draw: DrawPoint,
): TrainingData {
  const { outputs } = requireShape(context, kind);
  const { cost, outputActivation } = context.system;
  const low = cost === 'cross-entropy' || outputActivation === 'sigmoid' ? 0 : -1;
  const target = (label: number): number[] =>
    outputs === 1
      ? [label === 1 ? 1 : low]
      : Array.from({ length: outputs }, (_, o) => (o === label ? 1 : 0));
  const make = (count: number): TrainingData => {
    const points = Array.from({ length: count }, (_, l) => draw(l, count));
    return packSamples(
      points.map(({ x, y }) => [x, y]),
      points.map(({ label }) => target(label)),
    );
  };
  const data = make(samples);
  return testSamples > 0 ? { ...data, test: make(testSamples) } : data;
}
