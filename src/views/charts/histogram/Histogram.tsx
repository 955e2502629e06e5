import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import { aroundZero, extent, heldSpan, type Span } from '../axes.ts';
import type { ChartProps, ChartSource } from '../figure.ts';
import { LiveChart } from '../LiveChart.tsx';
import { commonState, frameNow } from '../now.ts';
import { shownTracks } from '../tracks.ts';
import { histogramFigure, histogramTable, type TrackWeights } from './figure.ts';

function weightsNow(): readonly TrackWeights[] {
  const { info, hiddenTracks } = useLab.getState();
  const frame = frameNow(info);
  if (info === null || frame === null) return [];
  return shownTracks(info, hiddenTracks).map((track) => ({
    track,
    weights: frame.tracks[track.index].weights,
  }));
}

function histogramSource(): ChartSource {
  let held: Span | null = null;
  const span = (all: readonly TrackWeights[]): Span => {
    const wanted = aroundZero(extent(all.map(({ weights }) => weights)) ?? { min: -1, max: 1 });
    held = heldSpan(held, wanted);
    return held;
  };
  return {
    state: commonState,
    figure() {
      const all = weightsNow();
      return histogramFigure(all, span(all));
    },
    table() {
      const all = weightsNow();
      return histogramTable(all, span(all));
    },
  };
}

/** Histogram of the weights as they are now. */
export default function Histogram({ register }: ChartProps): JSX.Element {
  const [source] = useState(histogramSource);
  return <LiveChart source={source} title={text('chart.histogram.title')} register={register} />;
}
