import type { Edit } from '../scenario/types.ts';

/** Why something was refused: where, what, and what was expected. */
export interface Refusal {
  readonly path: string;
  readonly value: unknown;
  readonly expected: string;
}

/** What became of something that the engine was asked for. */
export type Outcome =
  | {
      readonly kind: 'applied';
      /** Where the run stood when an edit came into force; the step that an opened run is taken to. */
      readonly step: number;
      /** The edit as the document has it; null for a run that was opened. */
      readonly edit: Edit | null;
    }
  | { readonly kind: 'refused'; readonly problem: Refusal }
  /** A newer one does the work of it, or its run was left before it was answered. */
  | { readonly kind: 'superseded' };

/** Tells the outcome, after everyone who listens has heard of it. Never rejects: who does not care may let it go. */
export type Told = PromiseLike<Outcome>;

export const SUPERSEDED: Outcome = { kind: 'superseded' };

/** An outcome that is not known yet. */
export class Unanswered {
  readonly told: Told;
  private resolve!: (outcome: Outcome) => void;

  constructor() {
    this.told = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  tell(outcome: Outcome): void {
    this.resolve(outcome);
  }
}
