import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { latestTraces, presentOf, useLab } from '../../../store/index.ts';
import type { Expansion } from '../../../scenario/expansion.ts';
import { fluidRows, type History } from '../expansion/series.ts';
import { historyNow } from '../expansion/source.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { ChartSource, Shown } from '../figure.ts';
import { LiveChart } from '../LiveChart.tsx';
import { commonState, frameNow } from '../now.ts';
import { horizonFigure, stiffnessAt, type Waves } from './figure.ts';
import { boundaryOf, drawnModes, frequencyOf } from './modes.ts';
import { firstRow, wavesOf } from './waves.ts';

/** What the chart shows: a history and waves, or the sentence that says why there are none. */
function shownNow():
  | { readonly history: History; readonly expansion: Expansion | null; readonly waves: Waves }
  | { readonly empty: string } {
  const { info } = useLab.getState();
  const frame = frameNow(info);
  const now = historyNow();
  const traces = latestTraces();
  if (info === null || frame === null || now === null || traces === null) {
    return { empty: text('universe.horizon.empty') };
  }
  const { history, edited } = now;
  const expansion = edited ? null : now.expansion;
  const waves = wavesOf(info, frame, firstRow(presentOf(info).document.edits, traces, history.length));
  return typeof waves === 'string'
    ? { empty: text(`universe.horizon.${waves}`) }
    : { history, expansion, waves };
}

const source: ChartSource = {
  state: () => [...commonState(), latestTraces(), latestTraces()?.version],
  figure(): Shown {
    const now = shownNow();
    return 'empty' in now ? now : horizonFigure(now.history, now.waves, now.expansion);
  },
  table() {
    const now = shownNow();
    if ('empty' in now) return { columns: [], rows: [] };
    const { history, expansion, waves } = now;
    const w = fluidRows(
      history,
      Int32Array.from({ length: history.length }, (_, row) => row),
      expansion,
    );
    const modes = drawnModes(waves.sites, waves.sources.J > 0);
    return {
      columns: [
        'time t [1]',
        'gamma/2 [1/t]',
        'boundary [1/t]',
        'H [1/t]',
        ...modes.map((mode) => `omega of mode ${mode} [1/t]`),
      ],
      rows: Array.from({ length: history.length }, (_, row) => {
        const stiffness = stiffnessAt(waves.redshift, history.logScaleFactor(row));
        return [
          history.time(row),
          history.gamma(row) / 2,
          boundaryOf(history.gamma(row), w[row]),
          history.gamma(row) / history.dimension,
          ...modes.map((mode) =>
            row < waves.first ? NaN : frequencyOf(waves.sources, mode, waves.sites, stiffness),
          ),
        ];
      }),
    };
  },
};

/** Which modes swing and which creep, and what that has to do with a horizon. */
export default function Horizon({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.horizon.title')} register={register} />;
}
