import { X } from 'lucide-react';
import { useState, type JSX } from 'react';
import { formatInteger } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { later } from '../../store/later.ts';
import type { KeptNotice } from '../../store/screenKeys.ts';
import { useUi } from '../uiState.ts';
import { Part } from './Part.tsx';

const Since = later(async () => (await import('../link/Since.tsx')).Since);

const buttons: Partial<Record<KeptNotice['kind'], MessageId>> = {
  back: 'kept.anew',
  offered: 'kept.bring',
};

/**
 * One line about the run that the browser keeps: it is back, it can be brought back, or it is too long to be kept. And one
 * about a run that other kernels made, or a link to a scenario that has changed.
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
          {notice.kind === 'since' ? (
            <Part name={text('part.link')}>
              <Since notice={notice} />
            </Part>
          ) : (
            <Kept notice={notice} dismiss={dismiss} />
          )}
          <Dismiss act={dismiss} />
        </div>
      )}
    </div>
  );
}

function Kept({
  notice,
  dismiss,
}: {
  readonly notice: KeptNotice;
  readonly dismiss: () => void;
}): JSX.Element {
  const { kind, title, step, act } = notice;
  return (
    <>
      <span>{text(`kept.${kind}`, { title, step: formatInteger(step) })}</span>
      {act === null ? null : (
        <button
          type="button"
          className="button"
          onClick={() => {
            dismiss();
            act();
          }}
        >
          {text(buttons[kind] ?? 'kept.details')}
        </button>
      )}
    </>
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
