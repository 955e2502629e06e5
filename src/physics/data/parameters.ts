import { integer, real } from '../parameters.ts';

/** Parameters that several generators share. */

export const sampleCount = (fallback: number) =>
  integer({
    symbol: 'L',
    label: 'samples',
    help: 'Number of training samples.',
    apply: 'restart',
    default: fallback,
    min: 1,
    max: 10000,
    slider: [1, 200],
    scale: 'log',
  });

export const testSampleCount = (fallback: number) =>
  integer({
    symbol: 'L test',
    label: 'test samples',
    help: 'Samples that are only asked; they make no force.',
    apply: 'restart',
    default: fallback,
    min: 0,
    max: 10000,
    slider: [0, 200],
    scale: 'linear',
  });

export const noiseLevel = (fallback: number) =>
  real({
    symbol: 'ε',
    label: 'noise',
    help: 'Standard deviation of the random part of every sample.',
    apply: 'restart',
    default: fallback,
    min: 0,
    slider: [0, 1],
    scale: 'linear',
    step: 0.01,
  });
