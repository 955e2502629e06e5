import type { Sheet } from '../../engine/protocol.ts';
import { couplingsIn, localSourcesNow, type ReadDrive } from './drive.ts';
import { localParts } from './localParts.ts';
import type { SourceForm } from './sourceLayout.ts';

/** Reads what a form of sources needs. @param weightCount  P */
export function driveOf(
  form: Exclude<SourceForm, null>,
  sheets: readonly Sheet[],
  weightCount: number,
): ReadDrive {
  if (form === 'couplings') return couplingsIn();
  let read: ReadDrive | null = null;
  return (frame) => {
    read ??= localParts()?.localIn(sheets, weightCount, localSourcesNow) ?? null;
    return read?.(frame) ?? null;
  };
}
