import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { levelsSeen, watchLevels } from '../decimation/levels.ts';
import type { ChartSource } from '../figure.ts';
import { LiveChart } from '../LiveChart.tsx';
import { flowFigure, flowTable } from './figure.ts';

const WATCH = 'chart.flow';

const source: ChartSource = {
  state: () => [levelsSeen(WATCH)],
  figure: () => flowFigure(levelsSeen(WATCH)),
  table: () => flowTable(levelsSeen(WATCH)),
  open: watchLevels(WATCH),
};

/** The flow of J/K under decimation, with the running ring on it. */
export default function Flow({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.flow.title')} register={register} />;
}
