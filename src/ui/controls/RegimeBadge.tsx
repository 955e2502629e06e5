import { useEffect, useId, type JSX } from 'react';
import type { ModeFacts, Regime } from '../../engine/regime.ts';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { isSteady } from '../../scenario/expansion.ts';
import { seenAs, useLab } from '../../store/index.ts';

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

/**
 * The badge in words: where its curvatures were found, if they are others elsewhere.
 *  @param live  they are found anew while the run goes
 */
export function regimeName({ regime, foundAt }: Pick<ModeFacts, 'regime' | 'foundAt'>, live = false): string {
  if (regime === 'none') return '';
  const name = text(names[regime]);
  if (foundAt === null || live) return name;
  return foundAt === 0
    ? text('regime.atStart', { name })
    : text('regime.atStep', { name, step: formatInteger(foundAt) });
}

/** How many of the modes that do not grow do what, what none does left out: '9 swing · 5 creep'. */
export function regimeCounts(facts: ModeFacts): string {
  return (['swinging', 'creeping', 'flat'] as const)
    .filter((name) => facts[name] > 0)
    .map((name) => text(`regime.count.${name}`, { count: facts[name] }))
    .join(' · ');
}

/**
 * What the badge says at length: counts, critical friction, and how far it holds.
 *  @param steady  constant friction
 *  @param live    curvatures are found anew while the run goes
 *  @param mean    samples are drawn: the modes are those of their mean force
 */
export function regimeWords(facts: ModeFacts, steady: boolean, live = false, mean = false): string {
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
    foundAt === null
      ? ''
      : live
        ? text('regime.liveAbout', { step: formatInteger(foundAt) })
        : text('regime.hereAbout'),
    steady ? '' : text('regime.momentAbout'),
    mean ? text('regime.meanAbout') : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

const WATCH = 'regime';

/** Whether the modes swing or creep at the friction of this moment, as the engine counts them. */
export function RegimeBadge(): JSX.Element | null {
  const told = useLab((state) => state.readouts?.modes);
  // Of a cost that is not quadratic the engine goes on counting where the weights have come to.
  const counted = useLab((state) => seenAs(state.seen, WATCH, 'regime'));
  const bends = useLab((state) => state.info?.quadratic === false);
  useEffect(() => {
    const { watch } = useLab.getState();
    watch(WATCH, { id: 'regime', query: {} });
    return () => {
      watch(WATCH, null);
    };
  }, []);
  const live = bends || told?.counted === false ? counted : null;
  const facts = live ?? told;
  const scenario = useLab((state) => state.present?.scenario ?? null);
  const inertia = useLab((state) => state.info?.tracks[0].firstOrder === false);
  const mean = useLab((state) => state.info?.tracks[0].drawn === true);
  const helpId = useId();
  // Without inertia nothing swings: there is no regime.
  if (facts === undefined || scenario === null || !inertia) return null;
  if (facts.regime === 'none' && facts.growing === 0) return null;
  return (
    <>
      <div className="regime" data-help={helpId} data-regime={facts.regime}>
        {facts.regime === 'none' ? null : (
          <output className="tag" aria-label={text('regime.name')} aria-live="off" aria-describedby={helpId}>
            {regimeName(facts, live !== null)}
          </output>
        )}
        {facts.growing > 0 ? (
          <span className="tag">{text('regime.index', { index: facts.growing })}</span>
        ) : null}
        {mean ? <span className="regime-mean">{text('regime.mean')}</span> : null}
        {facts.counted ? <span className="regime-counts">{regimeCounts(facts)}</span> : null}
      </div>
      <p id={helpId} className="vh">
        {regimeWords(facts, isSteady(scenario), live !== null, mean)}
      </p>
    </>
  );
}
