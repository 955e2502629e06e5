import type { JSX } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { Sym } from '../math/Sym.tsx';

/** What friction means beside its slider: the learning rate η (1/γ unless given) and the Hubble rate H = γ/d, now. */
export function ExpansionNotes(): JSX.Element | null {
  const gamma = useLab((state) => state.readouts?.gamma);
  const hubble = useLab((state) => state.readouts?.hubble);
  // A rate that was given does not follow friction.
  const given = useLab((state) => state.info?.tracks[0].eta ?? null);
  if (gamma === undefined || hubble === undefined) return null;
  return (
    <div className="kv">
      <Sym of="η" />
      <span className="n">{text(given === null ? 'value.rate' : 'value.rateGiven')}</span>
      <span className="v">{formatNumber(given ?? (gamma > 0 ? 1 / gamma : Infinity))}</span>
      <span className="c-expansion">
        <Sym of="H" />
      </span>
      <span className="n">{text('value.hubble')}</span>
      <span className="v c-expansion">{formatNumber(hubble)}</span>
    </div>
  );
}
