import { X } from 'lucide-react';
import type { JSX } from 'react';
import { formatInteger } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { useUi } from '../uiState.ts';

/** One line about the run that the browser keeps: it is back, it can be brought back, or it is too long to be kept. */
export function Notice(): JSX.Element {
  const notice = useUi((state) => state.notice);
  const dismiss = (): void => useUi.setState({ notice: null });
  return (
    <div role="status" className="notice-slot">
      {notice === null ? null : (
        <div className="notice" data-notice={notice.kind}>
          <span>
            {text(`kept.${notice.kind}`, { title: notice.title, step: formatInteger(notice.step) })}
          </span>
          {notice.act === null ? null : (
            <button
              type="button"
              className="button"
              onClick={() => {
                dismiss();
                notice.act?.();
              }}
            >
              {text(notice.kind === 'back' ? 'kept.anew' : 'kept.bring')}
            </button>
          )}
          <button
            type="button"
            className="icon-button small"
            aria-label={text('kept.dismiss')}
            onClick={dismiss}
          >
            <X aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
