import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { courseSource } from '../courseSource.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { LiveChart } from '../LiveChart.tsx';
import { budgetFigure, budgetTable } from './series.ts';

const source = courseSource(budgetFigure, budgetTable);

/** Where the energy of the run went. */
export default function Budget({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.budget.title')} register={register} />;
}
