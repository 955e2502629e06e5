import { scalarField1dDeclaration } from './scalarField1d/declaration.ts';
import { twoField1dDeclaration } from './twoField1d/declaration.ts';

/** What is known of every continuum theory without making it. */
export const fieldDeclarations = {
  'scalar-field-1d': scalarField1dDeclaration,
  'two-field-1d': twoField1dDeclaration,
} as const;
