import { Contrast, Download, FolderOpen, Keyboard } from 'lucide-react';
import type { JSX } from 'react';
import { HistoryButtons } from '../timeline/HistoryButtons.tsx';
import { CommandButton } from '../transport/CommandButton.tsx';

/** Undo and redo, files, ground and keys: what serves the instrument rather than the run. */
export function Foot(): JSX.Element {
  return (
    <div className="foot">
      <HistoryButtons />
      <CommandButton id="open">
        <FolderOpen aria-hidden="true" />
      </CommandButton>
      <CommandButton id="save">
        <Download aria-hidden="true" />
      </CommandButton>
      <CommandButton id="ground">
        <Contrast aria-hidden="true" />
      </CommandButton>
      <CommandButton id="shortcuts">
        <Keyboard aria-hidden="true" />
      </CommandButton>
    </div>
  );
}
