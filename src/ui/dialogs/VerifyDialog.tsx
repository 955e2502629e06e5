import { useEffect, type JSX } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { csvReport, tally, textReport } from '../../engine/verify/report.ts';
import { announce } from '../uiState.ts';
import { CopyText } from '../parts/CopyText.tsx';
import { Modal } from './Modal.tsx';
import { beginVerification, stopVerification, useVerification, type Verification } from './verification.ts';
import { VerifyTable } from './VerifyTable.tsx';

/** One sentence about the whole. */
function sentenceOf({ state, list, done, total, reason }: Verification): string {
  if (state === 'running') {
    return total === 0 ? text('verify.fetching') : text('verify.working', { done, total });
  }
  if (state === 'broken') return text('verify.broken', { reason });
  const all = list.flatMap(({ findings }) => findings);
  const { failed, 'last-bits': differ } = tally(all);
  const count = all.length;
  return [
    state === 'stopped' ? text('verify.stopped', { done, total }) : '',
    failed > 0 ? text('verify.someFailed', { failed, count }) : '',
    failed === 0 && differ === 0 && state === 'done' ? text('verify.allOk', { count }) : '',
    differ > 0 ? text('verify.lastBits', { differ }) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The lab measures itself on this machine: each law with its figure, its limit and its verdict. */
export function VerifyDialog(): JSX.Element {
  const verification = useVerification();
  const { state, list, done, total, seconds } = verification;
  const running = state === 'running';
  const sentence = sentenceOf(verification);
  useEffect(() => {
    // What was measured to its end is shown again; anything else begins when the page is opened.
    if (useVerification.getState().state !== 'done') void beginVerification();
    return stopVerification;
  }, []);
  useEffect(() => {
    if (!running && state !== 'idle') announce(sentence);
  }, [running, state, sentence]);
  return (
    <Modal title={text('verify.title')} className="verify">
      <p className="note">{text('verify.about')}</p>
      <div className="verify-state" data-state={state}>
        {running ? (
          <progress
            aria-label={text('verify.progress')}
            max={1}
            value={total === 0 ? undefined : done / total}
          />
        ) : null}
        <p>
          <strong>{sentence}</strong>
          {state === 'done' ? <> {text('verify.time', { seconds: formatNumber(seconds) })}</> : null}
        </p>
      </div>
      {/* A scrolled region is reached by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="verify-scroll" role="region" aria-label={text('verify.table')} tabIndex={0}>
        <VerifyTable list={list} running={running} />
      </div>
      <footer>
        {running ? (
          <button type="button" className="button" data-focus="true" onClick={stopVerification}>
            {text('verify.cancel')}
          </button>
        ) : (
          <button type="button" className="button" onClick={() => void beginVerification()}>
            {text('verify.again')}
          </button>
        )}
        <CopyText
          className="button"
          label={text('verify.copyText')}
          field={text('verify.table')}
          words={() => textReport(list)}
        />
        <CopyText
          className="button"
          label={text('verify.copyCsv')}
          field={text('verify.table')}
          words={() => csvReport(list)}
        />
      </footer>
    </Modal>
  );
}
