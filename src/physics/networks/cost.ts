import { choice, ParameterError } from '../parameters.ts';
import type { ActivationValue } from '../parameters.ts';
import type { System, TrainingData } from '../types.ts';

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

/** Units of C, T and E of a system. @param costKind  its `cost`, where it has a choice */
export function costUnitOf({ outputCount }: Pick<System, 'outputCount'>, costKind: unknown): CostUnit {
  return outputCount === 0 ? '1' : (units[String(costKind)] ?? 'target^2');
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
