import { scalarField1d } from './scalarField1d/index.ts';
import { scalarField2d } from './scalarField2d/index.ts';
import { twoField1d } from './twoField1d/index.ts';

/** Every continuum theory. A new one is a folder and a line here and in declarations.ts. */
export const fields = {
  'scalar-field-1d': scalarField1d,
  'scalar-field-2d': scalarField2d,
  'two-field-1d': twoField1d,
} as const;
