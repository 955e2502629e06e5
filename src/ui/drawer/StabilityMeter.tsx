import type { JSX } from 'react';
import type { BlowUp, StepBound } from '../../engine/protocol.ts';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { meterPosition, SAFE_SHARE } from '../controls/stepBound.ts';
import type { Equation } from '../math/equations.ts';
import { EquationView } from '../math/EquationView.tsx';
import { Sym } from '../math/Sym.tsx';

const rules: Record<StepBound['rule'], Equation> = {
  'kick-drift-kick': {
    id: 'kick-drift-kick',
    tex: 'h \\tanh(\\gamma h/2) < 2\\gamma/\\lambda_{\\max}',
    plain: 'h tanh(γh/2) < 2γ/λ',
  },
  euler: { id: 'euler', tex: 'h\\,\\eta\\,\\lambda_{\\max} < 2', plain: 'h η λ < 2' },
  'runge-kutta': {
    id: 'runge-kutta',
    tex: 'h\\,\\eta\\,\\lambda_{\\max} < 2.78',
    plain: 'h η λ < 2.78',
  },
};
/** The first at γ = 0. */
const undamped: Equation = { id: 'undamped', tex: 'h < 2/\\sqrt{\\lambda_{\\max}}', plain: 'h < 2/√λ' };

interface StabilityMeterProps {
  readonly blowUp: BlowUp;
  readonly bound: StepBound;
}

/** The largest stable step and the one that was taken, on one bar; the hatched side is unstable. */
export function StabilityMeter({ blowUp, bound }: StabilityMeterProps): JSX.Element {
  const stability = { now: bound.step, bound: bound.largest };
  const end = `${100 * SAFE_SHARE}%`;
  const now = `${(100 * meterPosition(stability)).toFixed(1)}%`;
  const rule = bound.rule === 'kick-drift-kick' && blowUp.gamma === 0 ? undamped : rules[bound.rule];
  return (
    <div className="meter">
      <div className="meter-title">
        <strong>{text('stability.title')}</strong>
        <EquationView equation={rule} />
      </div>
      <div className="meter-now" style={{ left: now, transform: `translateX(-${now})` }}>
        <Sym of="h" /> <b className="num">{formatNumber(bound.step)}</b> {text('stability.now')}
      </div>
      <div className="meter-bar" aria-hidden="true">
        <i className="safe" style={{ width: end }} />
        <i className="bound" style={{ left: end }} />
        <i className="point" style={{ left: now }} />
      </div>
      <div className="meter-labels">
        <span>0</span>
        <span className="meter-bound" style={{ left: end }}>
          {text('stability.bound')} <b className="num">{formatNumber(bound.largest)}</b>
        </span>
      </div>
      <div className="meter-values">
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
