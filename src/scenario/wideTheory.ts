/** The theory of wide networks at their random start, for the page: it needs no run. physics.md 8 */
export { chiPlane, criticalityOf, edgeAt, levelLine, type Criticality } from '../physics/wide/criticality.ts';
export { nextAngles, type Angles } from '../physics/wide/angles.ts';
export { meanFieldOf, type MeanField, type Spread, type WideNetwork } from '../physics/wide/meanField.ts';
export { outputKurtosis } from '../physics/wide/kurtosis.ts';
export { responseOf, type Response } from '../physics/wide/response.ts';
