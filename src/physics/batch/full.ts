import type { BatchPart } from '../types.ts';

const parameters = {};

/** All samples at every step. */
export const full: BatchPart<typeof parameters> = {
  kind: 'full',
  label: 'Full batch',
  help: 'Every step sees all samples.',
  parameters,
  whole: true,
  create: () => ({ size: 0, scale: 1, next: () => undefined, save: () => [], load: () => undefined }),
};
