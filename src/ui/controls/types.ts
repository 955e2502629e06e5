import type { Parameter } from '../../scenario/controls.ts';

export type { ParameterControl, SectionControls } from '../../scenario/controls.ts';

/** Parameters that a slider can move. */
export type NumericDeclaration = Extract<
  Parameter,
  { type: 'real' | 'integer' | 'auto' | 'optional-real' | 'profile' }
>;
export type DeclarationOf<T extends Parameter['type']> = Extract<Parameter, { type: T }>;

/** What every kind of row gets. */
export interface RowProps<D extends Parameter> {
  readonly path: string;
  readonly declaration: D;
  readonly value: unknown;
  /** Sentence-case name in the language of the page. */
  readonly label: string;
  readonly helpId: string;
}
