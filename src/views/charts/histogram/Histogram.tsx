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
import { histogramFigure, histogramTable, type Weights } from './figure.ts';

function weightsNow(): Weights {
  const { info, hiddenTracks, magnified } = useLab.getState();
  const frame = frameNow(info);
  if (info === null || frame === null) return { all: [], peak: 0, magnified };
  const all = shownTracks(info, hiddenTracks).map((track) => ({
    track,
    weights: frame.tracks[track.index].weights,
  }));
  const peak = peakOfTracks(
    frame,
    info.tracks.map((_, index) => index),
  );
  return { all, peak, magnified };
}

const source: ChartSource = {
  state: () => [...commonState(), useLab.getState().magnified],
  figure: () => histogramFigure(weightsNow(), heldSpan),
  table: () => histogramTable(weightsNow()),
};

/** Histogram of the weights as they are now. */
export default function Histogram({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.histogram.title')} register={register} />;
}
