import type { RunDocument } from '../scenario/types.ts';
import type { LabState } from './types.ts';

/** The document as it runs: what the engine last confirmed, with its edits. */
export function runningDocument(state: LabState): RunDocument | null {
  return state.info?.document ?? state.document;
}
