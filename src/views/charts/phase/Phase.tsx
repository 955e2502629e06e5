import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { ChartSource } from '../figure.ts';
import { LiveChart } from '../LiveChart.tsx';
import { shownTracks } from '../tracks.ts';
import { chosenWeight, pastOf, watchedWeights, watchWeights, weightWords } from '../watched.ts';
import { heldSpan } from '../held.ts';
import { phaseFigure, phaseTable, type TrackPast } from './figure.ts';

const NAME = 'chart.phase';

function pastsNow(weight: number): readonly TrackPast[] {
  const { info, hiddenTracks } = useLab.getState();
  const weightHistory = watchedWeights(NAME);
  if (info === null || weightHistory === null) return [];
  return shownTracks(info, hiddenTracks).flatMap((track) => {
    const past = pastOf(weightHistory, track.index, weight);
    return past === null ? [] : [{ track, past }];
  });
}

function phaseSource(): ChartSource {
  return {
    state() {
      const { info, hiddenTracks } = useLab.getState();
      return [info, hiddenTracks, watchedWeights(NAME), chosenWeight()];
    },
    figure() {
      const weight = chosenWeight();
      const { info } = useLab.getState();
      const words = info === null ? '*w*' : weightWords(info, weight);
      return phaseFigure(pastsNow(weight), weight, words, heldSpan);
    },
    table() {
      const weight = chosenWeight();
      const { steps, times } = watchedWeights(NAME) ?? {
        steps: new Float64Array(0),
        times: new Float64Array(0),
      };
      return phaseTable(steps, times, pastsNow(weight), weight);
    },
    open: () => watchWeights(NAME, () => [chosenWeight()]),
  };
}

/** Phase portrait of the chosen weight. */
export default function Phase({ register }: ChartProps): JSX.Element {
  const [source] = useState(phaseSource);
  return <LiveChart source={source} title={text('chart.phase.title')} register={register} />;
}
