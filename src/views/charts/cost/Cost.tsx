import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { courseSource } from '../courseSource.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { LiveChart } from '../LiveChart.tsx';
import { costFigure, costTable } from './series.ts';

const source = courseSource(costFigure, costTable);

/** Cost and energies of every track against time. */
export default function Cost({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.cost.title')} register={register} />;
}
