import { Contrast, Download, FolderOpen, Keyboard } from 'lucide-react';
import type { JSX } from 'react';
import { CommandButton } from '../transport/CommandButton.tsx';

/** Files, ground and keys: what serves the instrument rather than the run. */
export function Foot(): JSX.Element {
  return (
    <div className="foot">
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
