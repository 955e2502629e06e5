import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import { peakOfTracks } from '../../tracks.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { ChartSource } from '../figure.ts';
import { heldSpan } from '../held.ts';
import { LiveChart } from '../LiveChart.tsx';
import { commonState, frameNow } from '../now.ts';
import { shownTracks } from '../tracks.ts';
import { hotNow, readingsNow, watchHeat } from '../heat/source.ts';
import { histogramFigure, histogramTable, type Weights } from './figure.ts';

const WATCH = 'chart.histogram';

/** What a bath makes of the main run's weights over time. */
function bathNow(): Weights['bath'] {
  const hot = hotNow(WATCH).find(({ track }) => track.index === 0)?.read;
  return hot?.histogram ?? null;
}

function weightsNow(): Weights {
  const { info, hiddenTracks, magnified } = useLab.getState();
  const frame = frameNow(info);
  if (info === null || frame === null) return { all: [], peak: 0, magnified, bath: null };
  const all = shownTracks(info, hiddenTracks).map((track) => ({
    track,
    weights: frame.tracks[track.index].weights,
  }));
  const peak = peakOfTracks(
    frame,
    info.tracks.map((_, index) => index),
  );
  return { all, peak, magnified, bath: bathNow() };
}

const source: ChartSource = {
  state: () => [...commonState(), useLab.getState().magnified, ...readingsNow(WATCH)],
  figure: () => histogramFigure(weightsNow(), heldSpan),
  table: () => histogramTable(weightsNow()),
  open: () => watchHeat(WATCH, 1),
};

/** Histogram of the weights as they are now; in a heat bath with their average over time and the Gibbs curve. */
export default function Histogram({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.histogram.title')} register={register} />;
}
