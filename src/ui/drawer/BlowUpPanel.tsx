import '../../messages/late.ts';
import { TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import type { BlowUp, Remedy } from '../../engine/protocol.ts';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { resumeWithout } from '../controls/trackActions.ts';
import { trackName } from '../trackNames.ts';
import { StabilityMeter } from './StabilityMeter.tsx';
import { resumeWith } from './remedy.ts';

const remedies: Readonly<Record<Remedy['path'], MessageId>> = {
  'dynamics.dt': 'stopped.remedy',
  'dynamics.substeps': 'stopped.remedySubsteps',
  'dynamics.eta': 'stopped.remedyRate',
};

function remedyWords({ path, value }: Remedy, step: number): string {
  const shown = typeof value === 'number' ? formatNumber(value) : value;
  return text(remedies[path], { value: shown, step: formatInteger(step) });
}

/** What happened, where the run stands, and why no step would help, if none does. */
export function blowUpWords(blowUp: BlowUp, track: string): string {
  const { growth, step, time, resumedAt, remedy, bound } = blowUp;
  const place = { track, step: formatInteger(step), time: formatNumber(time) };
  const what =
    growth === null
      ? text('stopped.what', { ...place, back: formatInteger(resumedAt) })
      : text('stopped.caught', { ...place, growth: formatNumber(growth) });
  if (remedy !== null) return what;
  const stepped = bound !== null && bound.step >= bound.largest;
  return `${what} ${text(stepped ? 'stopped.noRemedy' : 'stopped.noStep')}`;
}

/** What happened to a run that stopped by itself, and the way on. Takes the drawer's place. */
export function BlowUpPanel({ blowUp }: { readonly blowUp: BlowUp }): JSX.Element {
  const track = useLab(({ info }) => info?.tracks.find(({ id }) => id === blowUp.track));
  const aside = blowUp.track !== 'main';
  const { bound, remedy } = blowUp;
  const run = useLab((state) => state.present);
  const name = track === undefined ? blowUp.track : trackName(track, run);
  const tooLarge = bound !== null && bound.step >= bound.largest;
  return (
    <section className="why" role="alert">
      <div>
        <h2>
          <TriangleAlert aria-hidden="true" />
          <span>{text(tooLarge ? 'stopped.step' : 'stopped.notFinite')}</span>
        </h2>
        <p>{blowUpWords(blowUp, name)}</p>
        <div className="actions">
          {remedy === null ? null : (
            <button type="button" className="button primary" onClick={() => resumeWith(blowUp, remedy)}>
              {remedyWords(remedy, blowUp.goodStep)}
            </button>
          )}
          {aside ? (
            <button
              type="button"
              className={remedy === null ? 'button primary' : 'button'}
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
      {bound === null ? null : <StabilityMeter blowUp={blowUp} bound={bound} />}
    </section>
  );
}
