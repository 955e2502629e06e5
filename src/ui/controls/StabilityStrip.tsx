import type { JSX } from 'react';
import type { TrackInfo } from '../../engine/protocol.ts';
import { formatApart } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { presentOf, useLab } from '../../store/index.ts';
import { trackName } from '../trackNames.ts';
import { meterPosition, SAFE_SHARE, warningOf } from './stepBound.ts';

/** The rule of a run's method; its numbers are the engine's. */
function ruleOf({ firstOrder, jump }: TrackInfo): MessageId {
  if (!firstOrder) return 'strip.secondOrder';
  return jump === null ? 'strip.flow' : 'strip.descent';
}

/** The stability meter as a slim row under the time step: bound, present value, and a word in time. */
export function StabilityStrip(): JSX.Element | null {
  const info = useLab((state) => state.info);
  const bound = useLab((state) => state.readouts?.largestStep);
  const boundTrack = useLab((state) => state.readouts?.boundTrack) ?? -1;
  const track = info?.tracks[boundTrack];
  if (info === null || bound === undefined || track === undefined || !Number.isFinite(bound)) return null;
  const stability = { now: info.dt, bound };
  const warning = warningOf(stability);
  const [now, largest] = formatApart(info.dt, bound);
  // A run beside the main one may bound the clock: the bound is its own, and so is the rule.
  const of = boundTrack === 0 ? '' : 'Of';
  const name = trackName(track, presentOf(info));
  const numbers = text(`strip.numbers${of}`, { now, bound: largest, track: name });
  return (
    <div className="strip" data-warning={warning ?? 'none'}>
      <div
        className="strip-bar"
        role="meter"
        aria-label={text('strip.name')}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={Number(Math.min(1, stability.now / bound).toPrecision(3))}
        aria-valuetext={numbers}
        data-tip={`${numbers} ${text(ruleOf(track))}`}
      >
        <i className="safe" style={{ width: `${100 * SAFE_SHARE}%` }} />
        <i className="bound" style={{ left: `${100 * SAFE_SHARE}%` }} />
        <i className="point" style={{ left: `${(100 * meterPosition(stability)).toFixed(1)}%` }} />
      </div>
      <p className="strip-warning" role="status">
        {warning === null ? null : text(`strip.${warning}${of}`, { largest, track: name })}
      </p>
    </div>
  );
}
