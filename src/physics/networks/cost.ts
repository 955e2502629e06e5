import { pointCost, pointSlope } from '../../kernels/typescript/costs.ts';
import type { CostKind } from '../../kernels/types.ts';
import { choice, ParameterError } from '../parameters.ts';
import type { ActivationValue } from '../parameters.ts';
import type { System, TrainingData } from '../types.ts';

export type { CostKind };

/** The cost of networks that may have another than the theory's. */
export const cost = choice({
  symbol: 'C',
  label: 'cost',
  help: "How far outputs are from targets; squared is the theory's, cross-entropy reads outputs as logits.",
  apply: 'live',
  default: 'squared',
  options: [
    { value: 'squared', label: 'Squared error' },
    { value: 'absolute', label: 'Absolute error' },
    { value: 'cross-entropy', label: 'Cross-entropy' },
  ],
});

/** Units of a cost: a sum of squared or of absolute errors, of nats; numbers without a unit for fields. */
export type CostUnit = 'target^2' | 'target' | 'nat' | '1';

const units: Readonly<Record<string, CostUnit>> = { absolute: 'target', 'cross-entropy': 'nat' };
const kinds: Partial<Record<CostUnit, CostKind>> = {
  'target^2': 'squared',
  target: 'absolute',
  nat: 'cross-entropy',
};

/** Units of C, T and E of a system. @param costKind  its `cost`, where it has a choice */
export function costUnitOf({ outputCount }: Pick<System, 'outputCount'>, costKind: unknown): CostUnit {
  return outputCount === 0 ? '1' : (units[String(costKind)] ?? 'target^2');
}

/** The cost of networks with these units; undefined for those of fields. */
export function costKindOf(unit: CostUnit): CostKind | undefined {
  return kinds[unit];
}

const output = new Float64Array(1);
const target = new Float64Array(1);
const slope = new Float64Array(1);

/** What one output Z with target Y costs by itself, in units of the cost; see `pointCost`. **exact** */
export function outputCost(kind: CostKind, Z: number, Y: number): number {
  output[0] = Z;
  target[0] = Y;
  return pointCost(kind, output, 0, 1, target, 0, 1);
}

/** ∂c/∂Z of one output by itself. **exact** */
export function outputSlope(kind: CostKind, Z: number, Y: number): number {
  output[0] = Z;
  target[0] = Y;
  pointSlope(kind, output, 0, 1, target, 0, 1, slope);
  return slope[0];
}

/**
 * How hard the targets pull each output, −∂C/∂Z [samples × outputs]; of several outputs cross-entropy is not a sum over
 * them. **exact**
 *  @param outputs  Z, and targets Y [samples × outputs]
 */
export function outputPulls(
  kind: CostKind,
  outputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  outputCount: number,
): Float64Array {
  const pulls = Float64Array.from(outputs);
  const wanted = Float64Array.from(targets);
  for (let at = 0; at < pulls.length; at += outputCount)
    pointSlope(kind, pulls, at, 1, wanted, at, outputCount, pulls);
  // Not −0, where an output is right.
  return pulls.map((slope) => 0 - slope);
}

/**
 * Cross-entropy is a cost (bounded below) only for probabilities. Targets that are not known (NaN) come from
 * a network of the same kind. @throws ParameterError
 */
export function checkTargets(
  values: { readonly cost: string; readonly outputActivation: ActivationValue },
  { targets, test }: TrainingData,
): void {
  const isProbability = (y: number): boolean =>
    Number.isNaN(y) ? values.outputActivation === 'sigmoid' : y >= 0 && y <= 1;
  if (values.cost !== 'cross-entropy') return;
  if (targets.every(isProbability) && (test?.targets.every(isProbability) ?? true)) return;
  throw new ParameterError('cost', values.cost, 'squared or absolute, or targets between 0 and 1');
}
