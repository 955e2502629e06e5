import type { JSX } from 'react';
import type { BlowUp } from '../../engine/protocol.ts';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import type { Equation } from '../math/equations.ts';
import { EquationView } from '../math/EquationView.tsx';
import { Sym } from '../math/Sym.tsx';
import { meterPosition, SAFE_SHARE, type Stability } from './stability.ts';

const rules: Record<Stability['rule'], Equation> = {
  'second-order': {
    id: 'second-order',
    tex: 'h \\tanh(\\gamma h/2) < 2\\gamma/\\lambda_{\\max}',
    plain: 'h tanh(γh/2) < 2γ/λ',
  },
  undamped: { id: 'undamped', tex: 'h < 2/\\sqrt{\\lambda_{\\max}}', plain: 'h < 2/√λ' },
  'gradient-descent': {
    id: 'gradient-descent',
    tex: 'h < 2\\gamma/\\lambda_{\\max}',
    plain: 'h < 2γ/λ',
  },
  'gradient-flow': {
    id: 'gradient-flow',
    tex: 'h < 2.78\\,\\gamma/\\lambda_{\\max}',
    plain: 'h < 2.78 γ/λ',
  },
};

interface StabilityMeterProps {
  readonly blowUp: BlowUp;
  readonly stability: Stability;
}

/** The bound and where the step stood, on one bar; the hatched side is unstable. */
export function StabilityMeter({ blowUp, stability }: StabilityMeterProps): JSX.Element {
  const bound = `${100 * SAFE_SHARE}%`;
  const now = `${(100 * meterPosition(stability)).toFixed(1)}%`;
  return (
    <div className="meter">
      <div className="meter-title">
        <strong>{text('stability.title')}</strong>
        <EquationView equation={rules[stability.rule]} />
      </div>
      <div className="meter-now" style={{ left: now, transform: `translateX(-${now})` }}>
        <b className="num">{formatNumber(stability.now)}</b> {text('stability.now')}
      </div>
      <div className="meter-bar" aria-hidden="true">
        <i className="safe" style={{ width: bound }} />
        <i className="bound" style={{ left: bound }} />
        <i className="point" style={{ left: now }} />
      </div>
      <div className="meter-labels">
        <span>0</span>
        <span className="meter-bound" style={{ left: bound }}>
          {text('stability.bound')} <b className="num">{formatNumber(stability.bound)}</b>
        </span>
      </div>
      <div className="meter-values">
        <span>
          <Sym of="λ_max" /> {text('stability.curvature')}{' '}
          <b className="num">{formatNumber(blowUp.curvature)}</b>
        </span>
        {blowUp.largestStableStep === null ? null : (
          <span>
            <Sym of="h" /> {text('stability.largest')}{' '}
            <b className="num">{formatNumber(blowUp.largestStableStep)}</b>
          </span>
        )}
      </div>
    </div>
  );
}
