/** Why a page keeps nothing in the browser; `asked`: a hand may have it kept. */
export type Unkept = 'file' | 'insecure' | 'unsupported' | 'asked';

export interface Place {
  /** Whether the page is the single file, which has all in itself wherever it lies. */
  readonly single: boolean;
  readonly isSecureContext: boolean;
  /** Whether the browser has service workers. */
  readonly workers: boolean;
  /** Whether an earlier visit had the page kept. */
  readonly kept: boolean;
  /** Whether nothing is to be fetched that was not asked for: few data are wanted, or it is a test. */
  readonly sparing: boolean;
}

/** Whether a page is kept in the browser without being asked: null, or the reason why not. */
export function unkept({ single, isSecureContext, workers, kept, sparing }: Place): Unkept | null {
  if (single) return 'file';
  if (!isSecureContext) return 'insecure';
  if (!workers) return 'unsupported';
  return sparing && !kept ? 'asked' : null;
}
