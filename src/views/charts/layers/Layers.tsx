import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { wideOf } from '../../../scenario/wide.ts';
import { presentOf, seenAs, useLab, type LayerKernels } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { knownOf, startWords } from '../edge/theory.ts';
import type { ChartSource } from '../figure.ts';
import { LiveChart } from '../LiveChart.tsx';
import { followed, layersFigure, layersTable, type Depth } from './figure.ts';

const WATCH = 'chart.layers';

/** The chosen sample, and the one beside it: the next where none was chosen, or the data have no such. */
function pairOf(beside: number | null): readonly [number, number] {
  const { info, sample } = useLab.getState();
  const count = Math.max(1, info?.data.sampleCount ?? 1);
  return [sample % count, beside === null || beside >= count ? (sample + 1) % count : beside];
}

const seenNow = (): LayerKernels | null => seenAs(useLab.getState().seen, WATCH, 'layer-kernels');

interface LayersSource extends ChartSource {
  pair(): readonly [number, number];
  /** Chooses the other sample; null: the next. */
  pick(beside: number | null): void;
}

function layersSource(): LayersSource {
  let beside: number | null = null;
  const pair = (): readonly [number, number] => pairOf(beside);
  const watch = (): void => {
    const [first, second] = pair();
    useLab.getState().watch(WATCH, { id: 'layer-kernels', query: { first, second } });
  };
  /** The theory is of data and σ alone: it is followed anew when these change. */
  let known: { readonly key: string; readonly theory: Depth['theory'] } | null = null;

  const shown = () => {
    const { info } = useLab.getState();
    const measured = seenNow();
    const network = info === null ? null : wideOf(presentOf(info).scenario);
    if (measured === null || network === null || measured.c.length !== network.sizes.length - 1) return null;
    const { response } = knownOf(network);
    const { activation, sigmaW, sigmaB } = network;
    const { q1, q2, c } = measured;
    const key = JSON.stringify([activation, sigmaW, sigmaB, q1[0], q2[0], c[0], c.length]);
    if (known?.key !== key) known = { key, theory: followed(network, response, measured).theory };
    const start = info === null ? [] : startWords(presentOf(info).scenario);
    return { network, response, depth: { theory: known.theory, measured }, start };
  };

  return {
    pair,
    pick(next) {
      beside = next;
      watch();
    },
    state: () => [useLab.getState().info, useLab.getState().sample, seenNow(), beside],
    figure() {
      const now = shown();
      if (now === null) return { empty: text(seenNow() === null ? 'wide.waiting' : 'wide.none') };
      return layersFigure(now.network, now.response, now.depth, pair(), now.start);
    },
    table() {
      const now = shown();
      return now === null ? { columns: [], rows: [] } : layersTable(now.depth);
    },
    open() {
      watch();
      const end = useLab.subscribe((state, before) => {
        if (state.sample !== before.sample || state.info?.data !== before.info?.data) watch();
      });
      return () => {
        end();
        useLab.getState().watch(WATCH, null);
      };
    },
  };
}

/** How alike two samples look to every layer, and how long they are, beside an infinitely wide network. */
export default function Layers({ register }: ChartProps): JSX.Element {
  const [source] = useState(layersSource);
  /** What is being written, which need not be a sample yet. */
  const [written, setWritten] = useState<string | null>(null);
  const count = useLab(({ info }) => info?.data.sampleCount ?? 0);
  useLab(({ sample }) => sample);
  return (
    <LiveChart source={source} title={text('chart.layers.title')} register={register}>
      {count < 2 ? null : (
        <label className="chart-picker">
          {text('wide.layers.second')}
          <input
            type="number"
            min={1}
            max={count}
            step={1}
            value={written ?? source.pair()[1] + 1}
            aria-label={text('wide.layers.secondName')}
            onChange={({ currentTarget: { value, valueAsNumber } }) => {
              setWritten(value);
              if (Number.isInteger(valueAsNumber) && valueAsNumber >= 1 && valueAsNumber <= count) {
                source.pick(valueAsNumber - 1);
              }
            }}
            onBlur={() => setWritten(null)}
          />
        </label>
      )}
    </LiveChart>
  );
}
