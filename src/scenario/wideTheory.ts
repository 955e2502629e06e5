/** The theory of wide networks at their random start, for the page: it needs no run. physics.md 8 */
export { chiPlane, criticalityOf, levelLine, type Criticality } from '../physics/wide/criticality.ts';
export { fixedLengths, type FixedLength } from '../physics/wide/fixedLengths.ts';
export { nextAngles, type Angles } from '../physics/wide/angles.ts';
export {
  meanFieldOf,
  nextLength,
  type MeanField,
  type Spread,
  type WideNetwork,
} from '../physics/wide/meanField.ts';
export { responseOf, type Response } from '../physics/wide/response.ts';
export { jackknife, weightedPowerLaw, type Measured, type PowerFit } from '../physics/wide/ensemble.ts';
export { outputKurtosis, type Kurtosis } from '../physics/wide/kurtosis.ts';
