import type { JSX } from 'react';
import type { BlowUp, StepBound } from '../../engine/protocol.ts';
import { formatApart, formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { partOf } from '../../scenario/sections.ts';
import { useLab } from '../../store/index.ts';
import { meterPosition, SAFE_SHARE } from '../controls/stepBound.ts';
import { EquationView } from '../math/EquationView.tsx';
import { Sym } from '../math/Sym.tsx';

interface StabilityMeterProps {
  readonly blowUp: BlowUp;
  readonly bound: StepBound;
}

/** The largest stable step and the one that was taken, on one bar; the hatched side is unstable. */
export function StabilityMeter({ blowUp, bound }: StabilityMeterProps): JSX.Element {
  const stability = { now: bound.step, bound: bound.largest };
  const end = `${100 * SAFE_SHARE}%`;
  const now = `${(100 * meterPosition(stability)).toFixed(1)}%`;
  const dynamics = useLab((state) => state.info?.tracks.find(({ id }) => id === blowUp.track)?.dynamics);
  const rule = dynamics === undefined ? undefined : partOf('dynamics', dynamics).bound?.(blowUp.gamma);
  const [taken, largest] = formatApart(bound.step, bound.largest);
  const eta = useLab(({ info }) => info?.tracks.find(({ id }) => id === blowUp.track)?.eta ?? null);
  return (
    <div className="stability-meter">
      <div className="meter-title">
        <strong>{text('stability.title')}</strong>
        {rule === undefined ? null : <EquationView equation={rule} />}
      </div>
      <div className="meter-now" style={{ left: now, transform: `translateX(-${now})` }}>
        <Sym of="h" /> <b className="num">{taken}</b> {text('stability.now')}
      </div>
      <div className="meter-bar" aria-hidden="true">
        <i className="safe" style={{ width: end }} />
        <i className="bound" style={{ left: end }} />
        <i className="point" style={{ left: now }} />
      </div>
      <div className="meter-labels">
        <span>0</span>
        <span className="meter-bound" style={{ left: end }}>
          {text('stability.bound')} <b className="num">{largest}</b>
        </span>
      </div>
      <div className="meter-values">
        <span>
          <Sym of={eta === null ? 'γ' : 'η'} /> {text(eta === null ? 'stability.friction' : 'stability.rate')}{' '}
          <b className="num">{formatNumber(eta ?? blowUp.gamma)}</b>
        </span>
        <span>
          <Sym of="λ_max" /> {text('stability.curvature')}{' '}
          <b className="num">{formatNumber(blowUp.curvature)}</b>
        </span>
        {blowUp.largestStableStep === null || bound.step === blowUp.dt ? null : (
          <span>
            <Sym of="Δt" /> {text('stability.largest')}{' '}
            <b className="num">{formatNumber(blowUp.largestStableStep)}</b>
          </span>
        )}
      </div>
    </div>
  );
}
