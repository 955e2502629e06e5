import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { dispersionSource } from '../bands/source.ts';
import { LiveChart } from '../LiveChart.tsx';
import { modeTracksFigure, modeTracksTable } from './figure.ts';

const source = dispersionSource('chart.modeTracks', modeTracksFigure, modeTracksTable);

/** A few modes through time, as the run has them, over their closed forms. */
export default function ModeTracks({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.modeTracks.title')} register={register} />;
}
