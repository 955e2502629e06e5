import type { JSX } from 'react';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { Sym } from '../math/Sym.tsx';
import { Readout } from './Readout.tsx';

/** Time of the run. */
export function TimeReadout({ className }: { readonly className?: string }): JSX.Element {
  const time = useLab((state) => state.readouts?.time);
  return (
    <Readout name={text('readout.time')} value={time} shown={formatNumber(time)} className={className} />
  );
}

/** Number of steps taken. */
export function StepReadout(): JSX.Element {
  const step = useLab((state) => state.readouts?.step);
  return <Readout name={text('readout.step')} value={step} shown={formatInteger(step)} />;
}

/** The right end of the transport: t and step. */
export function Clock(): JSX.Element {
  return (
    <div className="clock">
      <span className="clock-time">
        <Sym of="t" /> <TimeReadout className="big" />
      </span>
      <span className="clock-step">
        <span className="k">{text('readout.stepWord')}</span> <StepReadout />
      </span>
    </div>
  );
}
