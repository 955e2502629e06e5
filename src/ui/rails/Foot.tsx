import { Contrast, Download, FolderOpen, Keyboard, Link2 } from 'lucide-react';
import type { JSX } from 'react';
import { HistoryButtons } from '../timeline/HistoryButtons.tsx';
import { CommandButton } from '../transport/CommandButton.tsx';

/**
 * Undo and redo, files, ground and keys: what serves the instrument rather than the run.
 *  @param link  with the link to the run, which has no other place
 */
export function Foot({ link = false }: { readonly link?: boolean }): JSX.Element {
  return (
    <div className="foot">
      <HistoryButtons />
      <CommandButton id="open">
        <FolderOpen aria-hidden="true" />
      </CommandButton>
      <CommandButton id="save">
        <Download aria-hidden="true" />
      </CommandButton>
      {link ? (
        <CommandButton id="link">
          <Link2 aria-hidden="true" />
        </CommandButton>
      ) : null}
      <CommandButton id="ground">
        <Contrast aria-hidden="true" />
      </CommandButton>
      <CommandButton id="shortcuts">
        <Keyboard aria-hidden="true" />
      </CommandButton>
    </div>
  );
}
