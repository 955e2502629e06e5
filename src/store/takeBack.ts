import type { Edit } from '../scenario/types.ts';
import { useLab } from './lab.ts';
import type { LabState } from './types.ts';

/**
 * A hand gave up what it was changing: the run is lived again without its edit, as if it had never been made, and what can be
 * taken back is what it was before.
 *  @param edit  as the engine has recorded it; null: the value of an edit that was there before stands again, and stays
 */
export function takeBack(edit: Edit | null, undoable: LabState['undoable']): void {
  if (edit === null) {
    useLab.setState({ undoable });
    return;
  }
  useLab.setState({ undoable: [...undoable, { kind: 'edits', edits: [edit] }] });
  useLab.getState().undo();
  useLab.setState({ redoable: [] });
}
