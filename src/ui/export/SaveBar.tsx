import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { Words } from '../math/Words.tsx';
import type { Work } from './work.ts';

interface SaveBarProps {
  readonly work: Work;
  readonly ready: boolean;
  readonly save: () => void;
}

/** The button that saves, and how far it has come. */
export function SaveBar({ work, ready, save }: SaveBarProps): JSX.Element {
  const { running, said, done, total, cancel } = work;
  return (
    <div className="export-foot">
      <button type="button" className="button primary" disabled={running || !ready} onClick={save}>
        {text('export.save')}
      </button>
      {running && total > 0 ? (
        <progress value={done} max={total} aria-label={text('export.working')} />
      ) : null}
      {running && cancel !== null ? (
        <button type="button" className="text-button" onClick={cancel}>
          {text('export.cancel')}
        </button>
      ) : null}
      <span role="status" className="note">
        {running ? (
          total > 0 ? (
            text('export.progress', { step: done, last: total })
          ) : (
            text('export.working')
          )
        ) : (
          <Words of={said} />
        )}
      </span>
    </div>
  );
}
