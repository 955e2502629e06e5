import { scalarField1dDeclaration } from './scalarField1d/declaration.ts';
import { scalarField2dDeclaration } from './scalarField2d/declaration.ts';

/** What is known of every continuum theory without making it. */
export const fieldDeclarations = {
  'scalar-field-1d': scalarField1dDeclaration,
  'scalar-field-2d': scalarField2dDeclaration,
} as const;
