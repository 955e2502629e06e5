import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { responseOf, type Response, type WideNetwork } from '../../../scenario/wideTheory.ts';
import { wideOf } from '../../../scenario/wide.ts';
import {
  beginEnsemble,
  stopEnsemble,
  useEnsemble,
  type Ensemble as Drawn,
} from '../../../store/ensembles.ts';
import { useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { ChartPicker } from '../ChartPicker.tsx';
import { knownOf, wideNow } from '../edge/theory.ts';
import type { ChartSource } from '../figure.ts';
import { LiveChart } from '../LiveChart.tsx';
import { ensembleTable, outputsFigure, widthFigure } from './figure.ts';
import { lengthsOf, measuresOf, widthsOf, type WidthMeasures } from './measures.ts';

const PARTS = 20;
/** Time for which one network of every part is trained. */
const TRAINED = 2;

/** The ensemble that the run is one of; null where it has no hidden layer. */
function ensembleNow(): Drawn | null {
  const { present, info, sample } = useLab.getState();
  const network = wideNow();
  if (present === null || info === null || network === null) return null;
  const widths = widthsOf(network);
  if (widths.length === 0) return null;
  const { inputCount, inputs } = info.data;
  const input = Array.from(inputs.subarray(sample * inputCount, (sample + 1) * inputCount));
  const scale = Math.sqrt(lengthsOf(network, knownOf(network).response, input).output);
  if (!(scale > 0) || input.length !== network.sizes[0]) return null;
  return { scenario: present.scenario, input, widths, parts: PARTS, scale, trained: TRAINED };
}

interface EnsembleSource extends ChartSource {
  pick(width: number): void;
}

function ensembleSource(): EnsembleSource {
  /** 0: all widths beside each other. */
  let width = 0;
  let theory: { readonly of: Drawn; readonly network: WideNetwork; readonly response: Response } | null =
    null;
  const measured = (): readonly WidthMeasures[] => {
    const { ensemble, parts } = useEnsemble.getState();
    if (ensemble === null) return [];
    if (theory?.of !== ensemble) {
      const network = wideOf(ensemble.scenario);
      if (network === null) return [];
      theory = { of: ensemble, network, response: responseOf(network.activation) };
    }
    const { first } = lengthsOf(theory.network, theory.response, ensemble.input);
    return measuresOf(parts, theory.network, theory.response, first);
  };
  return {
    pick(next) {
      width = next;
    },
    state: () => {
      const { parts, ensemble, reason } = useEnsemble.getState();
      return [parts, ensemble, reason, width, useLab.getState().present?.scenario.system];
    },
    figure() {
      const { ensemble, parts, state, reason } = useEnsemble.getState();
      if (ensemble === null)
        return { empty: text(ensembleNow() === null ? 'wide.ensemble.none' : 'wide.ensemble.empty') };
      if (parts.length === 0 && state === 'broken')
        return { empty: text('wide.ensemble.broken', { reason }) };
      return width === 0 ? widthFigure(measured()) : outputsFigure(measured(), width);
    },
    table: () => ensembleTable(measured()),
  };
}

/** Networks at their random start, over widths: how soon they are what infinitely wide ones are. */
export default function Ensemble({ register }: ChartProps): JSX.Element {
  const [source] = useState(ensembleSource);
  const [width, setWidth] = useState(0);
  // Parts come from other workers: with them this is drawn again, and the chart asked.
  const { state, ensemble } = useEnsemble();
  const system = useLab(({ present }) => present?.scenario.system);
  const stale = ensemble !== null && ensemble.scenario.system !== system;
  const controls = <EnsembleControls stale={stale} />;
  return (
    <LiveChart source={source} title={text('chart.ensemble.title')} register={register} action={controls}>
      {controls}
      {state === 'idle' || ensemble === null ? null : (
        <ChartPicker
          name={text('wide.ensemble.show')}
          options={[
            { value: 0, name: text('wide.ensemble.all') },
            ...ensemble.widths.map((n) => ({ value: n, name: text('wide.ensemble.at', { n }) })),
          ]}
          value={width}
          onPick={(next) => {
            source.pick(next);
            setWidth(next);
          }}
        />
      )}
    </LiveChart>
  );
}

/** Draws an ensemble, says how far it is, and cancels it. */
function EnsembleControls({ stale }: { readonly stale: boolean }): JSX.Element | null {
  const { state, parts, total } = useEnsemble();
  const possible = useLab(() => ensembleNow() !== null);
  if (state === 'running') {
    const percent = Math.floor((100 * parts.length) / Math.max(1, total));
    return (
      <div className="study" data-state={state}>
        <button type="button" className="button" onClick={stopEnsemble}>
          {text('study.cancel')}
        </button>
        <progress aria-label={text('wide.ensemble.progress')} max={100} value={percent} />
        <span aria-hidden="true">{percent} %</span>
      </div>
    );
  }
  if (!possible) return null;
  return (
    <div className="study" data-state={state}>
      <button
        type="button"
        className={state === 'idle' || stale ? 'button primary' : 'button'}
        onClick={() => {
          const ensemble = ensembleNow();
          if (ensemble !== null) void beginEnsemble(ensemble);
        }}
      >
        {text(state === 'idle' ? 'wide.ensemble.draw' : 'wide.ensemble.again')}
      </button>
      {stale ? <span>{text('wide.ensemble.stale')}</span> : null}
    </div>
  );
}
