import '../../messages/late.ts';
import './laptop.css';
import { X } from 'lucide-react';
import type { JSX } from 'react';
import { formatInteger } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { toggleBlank, toggleFreeze, useAudience, type Audience } from '../../store/audience.ts';
import { showDialog } from '../uiState.ts';
import { TalkJoined } from './TalkJoined.tsx';

/** What the speaker has to know of the projector. */
function wordsOf({ closed, silent, lacking, frozen, blank }: Audience): string {
  if (closed) return text('audience.closed');
  if (silent) return text('audience.silent');
  if (blank) return text('audience.isBlank');
  if (lacking) return text('audience.lacking');
  return frozen === null
    ? text('audience.follows')
    : text('audience.frozenAt', { step: formatInteger(frozen) });
}

/** A line of its own at the foot of the laptop's page, while there is a window for the audience. */
export function AudienceBadge(): JSX.Element | null {
  const audience = useAudience();
  const { windows, closed, silent, frozen, blank } = audience;
  const none = closed || silent;
  if (windows === 0 && !none) return null;
  return (
    <section
      className="audience-line"
      aria-label={text('part.audience')}
      data-held={frozen !== null || blank || none}
    >
      <p role="status">{wordsOf(audience)}</p>
      {windows > 0 ? <TalkJoined /> : null}
      {none ? (
        <>
          <button type="button" className="text-button" onClick={() => showDialog('audience')}>
            {text('audience.openAgain')}
          </button>
          <button
            type="button"
            className="icon-button small"
            aria-label={text('audience.dismiss')}
            onClick={() => useAudience.setState({ closed: false, silent: false })}
          >
            <X aria-hidden="true" />
          </button>
        </>
      ) : (
        <>
          <button type="button" className="text-button" aria-pressed={frozen !== null} onClick={toggleFreeze}>
            {text(frozen === null ? 'audience.freeze' : 'audience.thaw')}
          </button>
          <button type="button" className="text-button" aria-pressed={blank} onClick={toggleBlank}>
            {text(blank ? 'audience.show' : 'audience.blank')}
          </button>
          <button type="button" className="text-button" onClick={() => showDialog('audience')}>
            {text('command.audience')}
          </button>
        </>
      )}
    </section>
  );
}
