import { useMemo, type JSX } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { expansionOf } from '../../scenario/expansion.ts';
import { momentumAt } from '../../scenario/momentum.ts';
import { partOf } from '../../scenario/sections.ts';
import { presentOf, useLab } from '../../store/index.ts';
import { Sym } from '../math/Sym.tsx';

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
  const time = useLab((state) => state.readouts?.time);
  const info = useLab((state) => state.info);
  const expansion = useMemo(
    () => (info === null ? null : expansionOf(presentOf(info).scenario, info.dimension)),
    [info],
  );
  if (gamma === undefined || hubble === undefined || time === undefined) return null;
  if (info === null || expansion === null) return null;
  const { dt } = info;
  const { dynamics, eta, substeps } = info.tracks[0];
  const h = dt / substeps;
  // Its method says whether its positions are those of momentum SGD.
  const { heavyBall } = partOf('dynamics', dynamics);
  const momentum = heavyBall === true ? momentumAt(expansion, time, h) : null;
  const rows: Row[] = [
    { symbol: 'γ', name: 'value.friction', value: gamma },
    eta === null
      ? { symbol: 'η', name: 'value.rate', value: gamma > 0 ? 1 / gamma : Infinity }
      : { symbol: 'η', name: 'value.rateGiven', value: eta },
    { symbol: 'H', name: 'value.hubble', value: hubble, expansion: true },
    { symbol: 'Δt', name: 'value.step', value: dt },
  ];
  if (substeps > 1) rows.push({ symbol: 'h', name: 'value.substep', value: h });
  if (momentum !== null) {
    rows.push(
      { symbol: 'μ', name: 'value.momentum', value: momentum.mu },
      { symbol: 'η_μ', name: 'value.momentumRate', value: momentum.eta },
    );
  }
  return (
    <div className="kv">
      {rows.map(({ symbol, name, value, expansion: hued }) => {
        const hue = hued ? ' c-expansion' : '';
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
