import { useId, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { text } from '../../messages/index.ts';
import type { ChartPicture } from '../../store/pictures.ts';
import { Modal } from '../dialogs/Modal.tsx';
import { nextTab } from '../parts/rovingTabs.ts';
import { DataForm } from './DataForm.tsx';
import './export.css';
import { PictureForm } from './PictureForm.tsx';
import { WordsForm } from './WordsForm.tsx';

const kinds = ['picture', 'video', 'data', 'words'] as const;
type Kind = (typeof kinds)[number];

/** Files of the run as it stands: pictures, numbers, and words for a paper. */
export function ExportDialog({ charts }: { readonly charts: readonly ChartPicture[] }): JSX.Element {
  const [kind, setKind] = useState<Kind>('picture');
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent): void => {
    const next = nextTab(event.key, kinds.indexOf(kind), kinds.length);
    if (next === null) return;
    event.preventDefault();
    setKind(kinds[next]);
    tabs.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <Modal title={text('export.title')} className="export">
      <div ref={tabs} className="export-kinds" role="tablist" aria-label={text('export.kind')}>
        {kinds.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`${id}-${one}`}
            aria-selected={one === kind}
            aria-controls={`${id}-panel`}
            tabIndex={one === kind ? 0 : -1}
            data-focus={one === kind}
            onClick={() => setKind(one)}
            onKeyDown={press}
          >
            {text(`export.kind.${one}`)}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${kind}`} className="export-panel">
        {kind === 'picture' || kind === 'video' ? (
          <PictureForm key={kind} charts={charts} moving={kind === 'video'} />
        ) : kind === 'data' ? (
          <DataForm />
        ) : (
          <WordsForm />
        )}
      </div>
    </Modal>
  );
}
