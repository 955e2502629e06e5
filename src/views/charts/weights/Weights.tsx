import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { ChartSource } from '../figure.ts';
import { LiveChart } from '../LiveChart.tsx';
import { shownTracks } from '../tracks.ts';
import { chosenWeight, neighboursOf, pastOf, watchedWeights, watchWeights, weightWords } from '../watched.ts';
import { heldSpan } from '../held.ts';
import { weightsFigure, weightsTable, type WeightLine } from './figure.ts';

/** Weights that are drawn at once. */
const MOST_WEIGHTS = 6;
const NAME = 'chart.weights';
const NONE = new Float64Array(0);

function wanted(): readonly number[] {
  const { info } = useLab.getState();
  return info === null ? [] : neighboursOf(info, chosenWeight(), MOST_WEIGHTS);
}

function linesNow(): readonly WeightLine[] {
  const { info, hiddenTracks } = useLab.getState();
  const weightHistory = watchedWeights(NAME);
  if (info === null || weightHistory === null) return [];
  const tracks = shownTracks(info, hiddenTracks);
  return wanted().flatMap((weight) => {
    const words = weightWords(info, weight);
    return tracks.flatMap((track) => {
      const past = pastOf(weightHistory, track.index, weight);
      return past === null ? [] : [{ weight, words, track, past }];
    });
  });
}

function weightsSource(): ChartSource {
  return {
    state() {
      const { info, hiddenTracks } = useLab.getState();
      return [info, hiddenTracks, watchedWeights(NAME), chosenWeight()];
    },
    figure: () => weightsFigure(linesNow(), watchedWeights(NAME)?.times ?? NONE, chosenWeight(), heldSpan),
    table() {
      const { steps, times } = watchedWeights(NAME) ?? { steps: NONE, times: NONE };
      return weightsTable(linesNow(), steps, times);
    },
    open: () => watchWeights(NAME, wanted),
  };
}

/** The chosen weight and those beside it against time. */
export default function Weights({ register }: ChartProps): JSX.Element {
  const [source] = useState(weightsSource);
  return <LiveChart source={source} title={text('chart.weights.title')} register={register} />;
}
