import type { JSX } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { currentScenario } from '../../scenario/patch.ts';
import { useLab } from '../../store/index.ts';
import { meterPosition, SAFE_SHARE } from '../drawer/stability.ts';
import { largestStep, stabilityNow, warningOf } from './stepBound.ts';

const RULES = {
  'second-order': 'strip.secondOrder',
  undamped: 'strip.undamped',
  'gradient-descent': 'strip.descent',
  'gradient-flow': 'strip.flow',
} as const;

/** The stability meter as a slim row under the time step: bound, present value, and a word in time. */
export function StabilityStrip(): JSX.Element | null {
  const info = useLab((state) => state.info);
  const run = useLab((state) => state.document);
  const gamma = useLab((state) => state.readouts?.gamma);
  if (info === null || run === null || gamma === undefined) return null;
  const scenario = currentScenario(run);
  const stability = stabilityNow(info, scenario, gamma);
  if (stability === null) return null;
  const warning = warningOf(stability);
  const largest = largestStep(info, scenario);
  const numbers = text('strip.numbers', {
    now: formatNumber(stability.now),
    bound: formatNumber(stability.bound),
  });
  return (
    <div className="strip" data-warning={warning ?? 'none'}>
      <div
        className="strip-bar"
        role="meter"
        aria-label={text('strip.name')}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={Number(Math.min(1, stability.now / stability.bound).toPrecision(3))}
        aria-valuetext={numbers}
        data-tip={`${text(RULES[stability.rule])} ${numbers}`}
      >
        <i className="safe" style={{ width: `${100 * SAFE_SHARE}%` }} />
        <i className="bound" style={{ left: `${100 * SAFE_SHARE}%` }} />
        <i className="point" style={{ left: `${(100 * meterPosition(stability)).toFixed(1)}%` }} />
      </div>
      <p className="strip-warning" role="status">
        {warning === null
          ? null
          : text(warning === 'past' ? 'strip.past' : 'strip.near', { largest: formatNumber(largest) })}
      </p>
    </div>
  );
}
