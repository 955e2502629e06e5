import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { LiveChart } from '../LiveChart.tsx';
import { bandsFigure, bandsTable } from './figure.ts';
import { dispersionSource } from './source.ts';

const source = dispersionSource('chart.bands', bandsFigure, bandsTable);

/** Frequency and friction of every mode, measured from the run, over the exact bands. */
export default function Bands({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.bands.title')} register={register} />;
}
