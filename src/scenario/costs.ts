/** Costs of outputs, for pictures. */
export { costKindOf, outputCost, outputPulls, outputSlope } from '../physics/networks/cost.ts';
export type { CostKind } from '../physics/networks/cost.ts';
