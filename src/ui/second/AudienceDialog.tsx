import './laptop.css';
import { useState, type JSX } from 'react';
import { formatInteger } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { toggleBlank, toggleFreeze, useAudience } from '../../store/audience.ts';
import { Modal } from '../dialogs/Modal.tsx';
import { CopyText } from '../parts/CopyText.tsx';
import { announce } from '../uiState.ts';

/** Without it two windows of a browser do not hear each other. */
const canSpeak = (): boolean => typeof BroadcastChannel !== 'undefined';

/** Opens the window for the projector, and says what its audience sees. */
export function AudienceDialog(): JSX.Element {
  const hands = useAudience((state) => state.hands);
  const windows = useAudience((state) => state.windows);
  const frozen = useAudience((state) => state.frozen);
  const blank = useAudience((state) => state.blank);
  const lacking = useAudience((state) => state.lacking);
  const silent = useAudience((state) => state.silent);
  const [refused, setRefused] = useState(false);
  const open = (): void => {
    if (hands === null) return;
    const opening = hands.open();
    setRefused(opening === 'refused');
    if (opening === 'focused') announce(text('audience.focused'));
  };
  return (
    <Modal title={text('part.audience')} className="audience-dialog">
      <p className="note">{text('audience.about')}</p>
      <p role="status">{text(windows === 0 ? 'audience.none' : 'audience.open', { count: windows })}</p>
      <div className="audience-actions">
        <button
          type="button"
          className="button primary"
          data-focus="true"
          disabled={hands === null}
          onClick={open}
        >
          {text(windows === 0 ? 'audience.openWindow' : 'audience.toFront')}
        </button>
        {windows === 0 ? null : (
          <>
            <button type="button" className="button" aria-pressed={frozen !== null} onClick={toggleFreeze}>
              {frozen === null ? text('audience.freeze') : text('audience.thaw')}
            </button>
            <button type="button" className="button" aria-pressed={blank} onClick={toggleBlank}>
              {text(blank ? 'audience.show' : 'audience.blank')}
            </button>
            <button type="button" className="button" onClick={() => hands?.close()}>
              {text('audience.close')}
            </button>
          </>
        )}
      </div>
      {frozen === null || windows === 0 ? null : (
        <p>
          {lacking ? text('audience.lacking') : text('audience.frozenAt', { step: formatInteger(frozen) })}
        </p>
      )}
      {silent || !canSpeak() ? (
        <p role="alert" className="audience-refused">
          {text(canSpeak() ? 'audience.silent' : 'audience.cannot')}
        </p>
      ) : null}
      {refused && hands !== null ? (
        <p role="alert" className="audience-refused">
          {text('audience.refused')}{' '}
          <a href={hands.address()} target="_blank" rel="opener">
            {text('audience.link')}
          </a>
        </p>
      ) : null}
      {hands === null ? null : (
        <footer>
          <CopyText
            label={text('audience.copy')}
            field={text('audience.address')}
            words={hands.address}
            className="button"
          />
          <span className="note">{text('audience.more')}</span>
        </footer>
      )}
    </Modal>
  );
}
