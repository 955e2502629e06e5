import { scalarField1dDeclaration } from './scalarField1d/declaration.ts';
import { scalarField2dDeclaration } from './scalarField2d/declaration.ts';
import { twoField1dDeclaration } from './twoField1d/declaration.ts';

/** What is known of every continuum theory without making it. */
export const fieldDeclarations = {
  'scalar-field-1d': scalarField1dDeclaration,
  'scalar-field-2d': scalarField2dDeclaration,
  'two-field-1d': twoField1dDeclaration,
} as const;
