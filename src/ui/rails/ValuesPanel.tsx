import type { JSX } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { Sym } from '../math/Sym.tsx';
import { equivalentMomentum } from './momentum.ts';

interface Row {
  readonly symbol: string;
  readonly name: MessageId;
  readonly value: number;
  readonly expansion?: boolean;
}

/** γ and what it means: learning rate, Hubble rate, and the momentum SGD that the step is exactly. */
export function ValuesPanel(): JSX.Element | null {
  const gamma = useLab((state) => state.readouts?.gamma);
  const hubble = useLab((state) => state.readouts?.hubble);
  const dt = useLab((state) => state.info?.dt);
  if (gamma === undefined || hubble === undefined || dt === undefined) return null;
  const { mu, eta } = equivalentMomentum(gamma, dt);
  const rows: readonly Row[] = [
    { symbol: 'γ', name: 'value.friction', value: gamma },
    { symbol: 'η', name: 'value.rate', value: gamma > 0 ? 1 / gamma : Infinity },
    { symbol: 'H', name: 'value.hubble', value: hubble, expansion: true },
    { symbol: 'Δt', name: 'value.step', value: dt },
    { symbol: 'μ', name: 'value.momentum', value: mu },
    { symbol: 'η_μ', name: 'value.momentumRate', value: eta },
  ];
  return (
    <div className="kv">
      {rows.map(({ symbol, name, value, expansion }) => {
        const hue = expansion ? ' c-expansion' : '';
        return (
          <div className="kv-row" key={symbol}>
            <span className={`s${hue}`}>
              <Sym of={symbol} />
            </span>
            <span className="n">{text(name)}</span>
            <span className={`v${hue}`}>{formatNumber(value)}</span>
          </div>
        );
      })}
    </div>
  );
}
