import type { JSX } from 'react';
import { HEADER, type FrameViews } from '../../../engine/frame.ts';
import type { RunInfo } from '../../../engine/protocol.ts';
import { text } from '../../../messages/index.ts';
import { currentScenario } from '../../../scenario/patch.ts';
import { latestTraces, presentOf, useLab } from '../../../store/index.ts';
import { historyNow } from '../expansion/source.ts';
import type { ChartProps, ChartSource, Shown } from '../figure.ts';
import { LiveChart } from '../LiveChart.tsx';
import { commonState, frameNow } from '../now.ts';
import { horizonFigure, stiffnessAt, type Waves } from './figure.ts';
import { drawnModes, frequencyOf, waveSources } from './modes.ts';

/** The waves of the run's lattice, or the sentence that says why there are none. */
function wavesNow(info: RunInfo, frame: FrameViews): Waves | { readonly empty: string } {
  const { layout, quadratic } = info;
  const [sheet] = layout.sheets;
  const closed = layout.sheets.length === 1 && (layout.shape === 'ring' || sheet.periodicColumns);
  if (!quadratic || !closed || frame.header[HEADER.sources] !== 1) {
    return { empty: text('universe.horizon.none') };
  }
  const redshift = currentScenario(presentOf(info)).system.redshift === 'physical';
  const factor = stiffnessAt(redshift, frame.header[HEADER.logScaleFactor]);
  const sources = waveSources(frame.sourceJ, frame.couplingK, factor);
  return sources === null
    ? { empty: text('universe.horizon.broken') }
    : { sources, sites: sheet.columns, redshift };
}

const source: ChartSource = {
  state: () => [...commonState(), latestTraces(), latestTraces()?.version],
  figure(): Shown {
    const { info } = useLab.getState();
    const frame = frameNow(info);
    const now = historyNow();
    if (info === null || frame === null || now === null) return { empty: text('universe.horizon.empty') };
    const waves = wavesNow(info, frame);
    return 'empty' in waves ? waves : horizonFigure(now.history, waves);
  },
  table() {
    const { info } = useLab.getState();
    const frame = frameNow(info);
    const now = historyNow();
    const waves = info === null || frame === null ? null : wavesNow(info, frame);
    if (waves === null || now === null || 'empty' in waves) return { columns: [], rows: [] };
    const modes = drawnModes(waves.sites, waves.sources.J > 0);
    const { history } = now;
    return {
      columns: ['time t [1]', 'gamma/2 [1/t]', ...modes.map((mode) => `omega of mode ${mode} [1/t]`)],
      rows: Array.from({ length: history.length }, (_, row) => {
        const stiffness = stiffnessAt(waves.redshift, history.logScaleFactor(row));
        return [
          history.time(row),
          history.gamma(row) / 2,
          ...modes.map((mode) => frequencyOf(waves.sources, mode, waves.sites, stiffness)),
        ];
      }),
    };
  },
};

/** Which modes swing and which creep, and what that has to do with a horizon. */
export default function Horizon({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.horizon.title')} register={register} />;
}
