import type { controlsOf } from '../../scenario/patch.ts';

/** The controls of a scenario, as its declarations give them: one entry per section. */
export type ControlSection = ReturnType<typeof controlsOf>[number];
/** One parameter: where it stands, how it is declared, its value. */
export type Control = ControlSection['parameters'][number];
export type Declaration = Control['declaration'];
/** Parameters that a slider can move. */
export type NumericDeclaration = Extract<
  Declaration,
  { type: 'real' | 'integer' | 'auto' | 'optional-real' | 'profile' }
>;
export type DeclarationOf<T extends Declaration['type']> = Extract<Declaration, { type: T }>;

/** What every kind of row gets. */
export interface RowProps<D extends Declaration> {
  readonly path: string;
  readonly declaration: D;
  readonly value: unknown;
  /** Sentence-case name in the language of the page. */
  readonly label: string;
  readonly helpId: string;
}
