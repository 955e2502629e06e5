import { useId, type JSX } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { regimeOf, type Regime } from './regime.ts';

const names: Record<Regime, MessageId> = {
  overdamped: 'regime.overdamped',
  critical: 'regime.critical',
  mixed: 'regime.mixed',
  underdamped: 'regime.underdamped',
};
const sentences: Record<Regime, MessageId> = {
  overdamped: 'regime.overdampedAbout',
  critical: 'regime.criticalAbout',
  mixed: 'regime.mixedAbout',
  underdamped: 'regime.underdampedAbout',
};

/** Whether the modes swing or creep at the friction of this moment. */
export function RegimeBadge(): JSX.Element | null {
  const info = useLab((state) => state.info);
  const gamma = useLab((state) => state.readouts?.gamma);
  const helpId = useId();
  // Without inertia nothing swings: there is no regime.
  const inertia = info?.tracks.some(({ dynamics }) => !dynamics.startsWith('gradient')) ?? false;
  if (info === null || gamma === undefined || !inertia) return null;
  const facts = regimeOf(gamma, info.curvatureRange, info.tracks[0].curvature);
  const { regime, unstable, approximate, slowest, fastest } = facts;
  if (regime === null && !unstable) return null;
  const words = [
    regime === null ? '' : text(sentences[regime]),
    regime === null || fastest === null
      ? ''
      : slowest === null || approximate || slowest === fastest
        ? text('regime.critical2', { gamma: formatNumber(fastest) })
        : text('regime.criticalRange', { slowest: formatNumber(slowest), fastest: formatNumber(fastest) }),
    approximate ? text('regime.approximateAbout') : '',
    unstable ? text('regime.unstableAbout') : '',
  ].filter((sentence) => sentence !== '');
  return (
    <>
      <div className="regime" data-help={helpId} data-regime={regime ?? 'none'}>
        {regime === null ? null : (
          <output className="tag" aria-label={text('regime.name')} aria-live="off" aria-describedby={helpId}>
            {approximate ? `${text('regime.approximate')} ` : ''}
            {text(names[regime])}
          </output>
        )}
        {unstable ? <span className="tag">{text('regime.unstable')}</span> : null}
      </div>
      <p id={helpId} className="vh">
        {words.join(' ')}
      </p>
    </>
  );
}
