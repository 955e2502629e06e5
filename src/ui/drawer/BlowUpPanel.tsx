import { TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import type { BlowUp } from '../../engine/protocol.ts';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { trackName } from '../trackNames.ts';
import { StabilityMeter } from './StabilityMeter.tsx';
import { resumeWithStep } from './remedy.ts';
import { stabilityOf } from './stability.ts';

/** What happened to a run that stopped by itself, and the way on. Takes the drawer's place. */
export function BlowUpPanel({ blowUp }: { readonly blowUp: BlowUp }): JSX.Element {
  const track = useLab(({ info }) => info?.tracks.find(({ id }) => id === blowUp.track));
  const stability = stabilityOf(blowUp, track?.dynamics ?? 'second-order');
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
            track: track === undefined ? blowUp.track : trackName(track),
            step: formatInteger(blowUp.step),
            time: formatNumber(blowUp.time),
            back: formatInteger(blowUp.resumedAt),
          })}
        </p>
        <div className="actions">
          <button type="button" className="button primary" onClick={() => resumeWithStep(blowUp.safeStep)}>
            {text('stopped.remedy', { dt: formatNumber(blowUp.safeStep) })}
          </button>
          <button type="button" className="button" onClick={() => useLab.getState().dismissBlowUp()}>
            {text('stopped.stay')}
          </button>
        </div>
      </div>
      {stability === null ? null : <StabilityMeter blowUp={blowUp} stability={stability} />}
    </section>
  );
}
