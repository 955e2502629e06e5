import { auto, choice, optionalReal } from '../parameters.ts';

/** Declarations that integrators share. */

export const dt = auto({
  symbol: 'Δt',
  label: 'time step',
  help: 'Step of the clock; "auto" takes a quarter of the largest stable one, rounded down to a power of two.',
  unit: 't',
  apply: 'live',
  default: 'auto',
  slider: [0.001, 1],
  scale: 'log',
});

export const precision = choice({
  symbol: 'bits',
  label: 'precision',
  help: 'Numbers of 64 bits, or of 32 bits where speed matters more than digits.',
  apply: 'restart',
  default: 'f64',
  options: [
    { value: 'f64', label: 'Double (64 bits)' },
    { value: 'f32', label: 'Single (32 bits)' },
  ],
});

export const eta = optionalReal({
  symbol: 'η',
  label: 'learning rate',
  help: 'Learning rate; left out, it follows the expansion as η = 1/γ(t).',
  unit: 't',
  source: 'Eq. 4',
  apply: 'live',
  default: undefined,
  min: 0,
  exclusiveMin: true,
  slider: [0.001, 10],
  scale: 'log',
});

export const substeps = auto({
  symbol: 'm',
  label: 'sub-steps',
  help: 'Runge-Kutta steps within each step of the clock; "auto" takes as many as stay stable.',
  apply: 'live',
  default: 1,
  slider: [1, 32],
  scale: 'log',
});
