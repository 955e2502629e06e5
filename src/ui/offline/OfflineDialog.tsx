import './offline.css';
import { useState, type JSX } from 'react';
import { formatInteger } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { keepAgain, loadUpdate, lookForUpdate } from '../../offline/keep.ts';
import { useOffline, type Hold, type Update } from '../../offline/state.ts';
import { Modal } from '../dialogs/Modal.tsx';
import { saveFile } from '../files/save.ts';
import { HoldTitle } from './OfflineSign.tsx';

function aboutHold(hold: Hold): string {
  switch (hold.state) {
    case 'ready':
    case 'partly':
      return text(`offline.${hold.state}About`, {
        files: formatInteger(hold.files),
        of: formatInteger(hold.of),
        reason: hold.reason ?? '',
      });
    case 'fetching':
      return text('offline.fetchingAbout');
    case 'failed':
      return text('offline.failedAbout', { reason: hold.reason });
    case 'unkept':
      return text(`offline.${hold.reason}`);
  }
}

function aboutUpdate(update: Update): string {
  switch (update.state) {
    case 'others':
      return text('offline.others', { others: update.others });
    case 'failed':
      return text('offline.updateFailed', { reason: update.reason });
    default:
      return text(`offline.${update.state}`);
  }
}

/** Whether files are to be had that are not here. */
const isToFetch = (hold: Hold): boolean =>
  hold.state === 'failed' || hold.state === 'partly' || (hold.state === 'unkept' && hold.reason === 'asked');

/** Whether the lab opens without a network, and its new versions, which load when a hand asks for them. */
export function OfflineDialog(): JSX.Element {
  const { hold, update } = useOffline();
  return (
    <Modal title={text('command.offline')} className="offline">
      <section role="status">
        {hold === null ? null : (
          <>
            <h3 data-offline={hold.state}>
              <HoldTitle hold={hold} />
            </h3>
            <p>{aboutHold(hold)}</p>
            {hold.state === 'ready' ? <p className="note">{text('offline.install')}</p> : null}
          </>
        )}
      </section>
      {hold !== null && isToFetch(hold) ? (
        <button type="button" className="button" onClick={() => void keepAgain()}>
          {text(hold.state === 'unkept' ? 'offline.make' : 'offline.again')}
        </button>
      ) : null}
      {hold?.state === 'ready' || hold?.state === 'partly' ? <Versions update={update} /> : null}
    </Modal>
  );
}

function Versions({ update }: { readonly update: Update }): JSX.Element {
  const { keepRun } = useOffline();
  const [lost, setLost] = useState(false);
  const waits = update.state === 'waiting' || update.state === 'others';
  return (
    <section>
      <h3>{text('offline.versions')}</h3>
      <p role="status">
        {aboutUpdate(update)} {waits ? text(lost ? 'offline.lost' : 'offline.stays') : null}
      </p>
      <footer>
        {waits ? (
          <>
            {lost ? (
              <button type="button" className="button" onClick={saveFile}>
                {text('offline.save')}
              </button>
            ) : null}
            <button
              type="button"
              className="button"
              onClick={() => {
                // What a reload would lose is asked about first.
                if (lost || keepRun()) void loadUpdate();
                else setLost(true);
              }}
            >
              {text(lost ? 'offline.loadAnyway' : 'offline.load')}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="button"
            disabled={update.state === 'looking' || update.state === 'loading'}
            onClick={() => void lookForUpdate()}
          >
            {text('offline.look')}
          </button>
        )}
      </footer>
    </section>
  );
}
