import { scalarField1d } from './scalarField1d/index.ts';
import { scalarField2d } from './scalarField2d/index.ts';
import { twoField1d } from './twoField1d/index.ts';
import { twoFieldWiring } from './twoField1d/wiring.ts';
import type { WiringOf } from '../wiring.ts';

/** Every continuum theory. A new one is a folder and a line here and in declarations.ts. */
export const fields = {
  'scalar-field-1d': scalarField1d,
  'scalar-field-2d': scalarField2d,
  'two-field-1d': twoField1d,
} as const;

/** Wiring of theories that are networks on their mesh. */
export const fieldWirings = {
  'two-field-1d': twoFieldWiring,
} as const satisfies Partial<Record<keyof typeof fields, WiringOf>>;
