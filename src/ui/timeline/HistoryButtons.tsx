import { Redo2, Undo2 } from 'lucide-react';
import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { CommandButton } from '../transport/CommandButton.tsx';

/** Undo and redo; each names what it would change. */
export function HistoryButtons(): JSX.Element {
  const undoable = useLab((state) => state.undoable.length > 0);
  const redoable = useLab((state) => state.redoable.length > 0);
  // The names follow the last change of each list.
  useLab((state) => state.undoable.at(-1));
  useLab((state) => state.redoable.at(-1));
  return (
    <>
      <CommandButton id="undo" reason={undoable ? null : text('undo.none')}>
        <Undo2 aria-hidden="true" />
      </CommandButton>
      <CommandButton id="redo" reason={redoable ? null : text('redo.none')}>
        <Redo2 aria-hidden="true" />
      </CommandButton>
    </>
  );
}
