import { X } from 'lucide-react';
import { useState, type JSX } from 'react';
import { formatInteger } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import type { KeptNotice } from '../../store/screenKeys.ts';
import { useUi } from '../uiState.ts';

const buttons: Partial<Record<KeptNotice['kind'], MessageId>> = {
  back: 'kept.anew',
  offered: 'kept.bring',
};

/**
 * One line about the run that the browser keeps: it is back, it can be brought back, or it is too long to be kept. And one
 * about a run that other kernels made.
 */
export function Notice(): JSX.Element {
  const notice = useUi((state) => state.notice);
  // Nothing lies over a lecture: what stands here is said once that is over.
  const presenting = useUi((state) => state.presenting);
  const dismiss = (): void => useUi.setState({ notice: null });
  return (
    <div role="status" className="notice-slot">
      {presenting ? null : <KernelLine />}
      {notice === null || presenting ? null : (
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
              {text(buttons[notice.kind] ?? 'kept.details')}
            </button>
          )}
          <Dismiss act={dismiss} />
        </div>
      )}
    </div>
  );
}

/** That the bits of a run may be others than those it was saved with; dismissed until another run says so. */
function KernelLine(): JSX.Element | null {
  // One object for as long as the run is the same, whatever is edited.
  const run = useLab((state) => state.info?.layout);
  const name = useLab((state) => state.info?.kernel);
  const made = useLab((state) => state.info?.otherKernel ?? null);
  const [dismissed, setDismissed] = useState<unknown>(null);
  if (name === undefined || made === null || dismissed === run) return null;
  return (
    <div className="notice" data-notice="kernel">
      <span>{text('kept.kernel', { made, name })}</span>
      <Dismiss act={() => setDismissed(run)} />
    </div>
  );
}

function Dismiss({ act }: { readonly act: () => void }): JSX.Element {
  return (
    <button type="button" className="icon-button small" aria-label={text('kept.dismiss')} onClick={act}>
      <X aria-hidden="true" />
    </button>
  );
}
