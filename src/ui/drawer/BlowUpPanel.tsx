import '../../messages/late.ts';
import { TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import type { BlowUp } from '../../engine/protocol.ts';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { textbookReach } from '../../scenario/trackChoices.ts';
import { useLab } from '../../store/index.ts';
import { resumeWithout } from '../controls/trackActions.ts';
import { trackName } from '../trackNames.ts';
import { StabilityMeter } from './StabilityMeter.tsx';
import { resumeWithStep } from './remedy.ts';
import { stabilityOf } from './stability.ts';

/** What happened to a run that stopped by itself, and the way on. Takes the drawer's place. */
export function BlowUpPanel({ blowUp }: { readonly blowUp: BlowUp }): JSX.Element {
  const track = useLab(({ info }) => info?.tracks.find(({ id }) => id === blowUp.track));
  const aside = blowUp.track !== 'main';
  // Textbook steps jump as far on any clock: a smaller step of the clock is no remedy for them.
  const textbook = aside && track?.dynamics === 'gradient-descent';
  const reached = textbook ? { ...blowUp, dt: textbookReach(blowUp.dt) } : blowUp;
  const stability = stabilityOf(reached, track?.dynamics ?? 'second-order');
  const name = track === undefined ? blowUp.track : trackName(track);
  const tooLarge = stability !== null && stability.now >= stability.bound;
  return (
    <section className="why" role="alert">
      <div>
        <h2>
          <TriangleAlert aria-hidden="true" />
          <span>{text(tooLarge ? 'stopped.step' : 'stopped.notFinite')}</span>
        </h2>
        <p>
          {text('stopped.what', {
            track: name,
            step: formatInteger(blowUp.step),
            time: formatNumber(blowUp.time),
            back: formatInteger(blowUp.resumedAt),
          })}
        </p>
        <div className="actions">
          {textbook ? null : (
            <button type="button" className="button primary" onClick={() => resumeWithStep(blowUp.safeStep)}>
              {text('stopped.remedy', { dt: formatNumber(blowUp.safeStep) })}
            </button>
          )}
          {aside ? (
            <button
              type="button"
              className={textbook ? 'button primary' : 'button'}
              onClick={() => resumeWithout(blowUp.track)}
            >
              {text('stopped.without', { track: name })}
            </button>
          ) : null}
          <button type="button" className="button" onClick={() => useLab.getState().dismissBlowUp()}>
            {text('stopped.stay')}
          </button>
        </div>
      </div>
      {stability === null ? null : <StabilityMeter blowUp={blowUp} stability={stability} />}
    </section>
  );
}
