import type { Check, Finding } from './types.ts';

/** A shipped scenario's document, as it was read from its file; checked by the worker. */
export interface SentDocument {
  readonly id: string;
  readonly document: unknown;
}

/** What the page knows of a check: the worker has its methods. */
export type CheckHead = Pick<Check, 'id' | 'label' | 'help' | 'unit'>;

/** What was found since the last message. */
export interface FoundRows {
  /** Index of the check. */
  readonly check: number;
  readonly findings: readonly Finding[];
}

export interface ToVerifier {
  readonly type: 'begin';
  readonly documents: readonly SentDocument[];
}

export type FromVerifier =
  | { readonly type: 'checks'; readonly checks: readonly CheckHead[] }
  | {
      readonly type: 'found';
      readonly found: readonly FoundRows[];
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'done' };
