import { useId, type JSX } from 'react';
import type { ModeFacts, Regime } from '../../engine/regime.ts';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { isSteady } from '../../scenario/expansion.ts';
import { useLab } from '../../store/index.ts';

const names: Record<Exclude<Regime, 'none'>, MessageId> = {
  overdamped: 'regime.overdamped',
  critical: 'regime.critical',
  mixed: 'regime.mixed',
  underdamped: 'regime.underdamped',
  'some-swing': 'regime.someSwing',
  'likely-overdamped': 'regime.likelyOverdamped',
};
const sentences: Record<Exclude<Regime, 'none'>, MessageId> = {
  overdamped: 'regime.overdampedAbout',
  critical: 'regime.criticalAbout',
  mixed: 'regime.mixedAbout',
  underdamped: 'regime.underdampedAbout',
  'some-swing': 'regime.someSwingAbout',
  'likely-overdamped': 'regime.likelyOverdampedAbout',
};

/** The badge in words: where its curvatures were found, if they are others elsewhere. */
export function regimeName({ regime, foundAt }: ModeFacts): string {
  if (regime === 'none') return '';
  const name = text(names[regime]);
  if (foundAt === null) return name;
  return foundAt === 0
    ? text('regime.atStart', { name })
    : text('regime.atStep', { name, step: formatInteger(foundAt) });
}

/** What the badge says at length: counts, critical friction, and how far it holds. @param steady  constant friction */
export function regimeWords(facts: ModeFacts, steady: boolean): string {
  const { regime, counted, foundAt, slowest, fastest, growing, flat, creeping, swinging } = facts;
  const counts = { swinging, creeping, flat, growing };
  const friction = text(steady ? 'regime.criticalFriction' : 'regime.criticalFrictionNow');
  return [
    regime === 'none' ? '' : text(sentences[regime]),
    counted ? text('regime.counts', counts) : '',
    fastest === null || regime === 'none'
      ? ''
      : slowest === null || slowest === fastest
        ? text(counted ? 'regime.critical2' : 'regime.criticalAtLeast', {
            friction,
            gamma: formatNumber(fastest),
          })
        : text('regime.criticalRange', {
            friction,
            slowest: formatNumber(slowest),
            fastest: formatNumber(fastest),
          }),
    growing > 0 ? text('regime.unstableAbout') : '',
    foundAt === null ? '' : text('regime.hereAbout'),
    steady ? '' : text('regime.momentAbout'),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Whether the modes swing or creep at the friction of this moment, as the engine counts them. */
export function RegimeBadge(): JSX.Element | null {
  const facts = useLab((state) => state.readouts?.modes);
  const scenario = useLab((state) => state.present?.scenario ?? null);
  const inertia = useLab((state) => state.info?.tracks[0].firstOrder === false);
  const helpId = useId();
  // Without inertia nothing swings: there is no regime.
  if (facts === undefined || scenario === null || !inertia) return null;
  if (facts.regime === 'none' && facts.growing === 0) return null;
  return (
    <>
      <div className="regime" data-help={helpId} data-regime={facts.regime}>
        {facts.regime === 'none' ? null : (
          <output className="tag" aria-label={text('regime.name')} aria-live="off" aria-describedby={helpId}>
            {regimeName(facts)}
          </output>
        )}
        {facts.growing > 0 ? <span className="tag">{text('regime.unstable')}</span> : null}
      </div>
      <p id={helpId} className="vh">
        {regimeWords(facts, isSteady(scenario))}
      </p>
    </>
  );
}
