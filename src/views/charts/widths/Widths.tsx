import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { StudyLook } from '../study/figure.ts';
import { StudyChart } from '../study/StudyChart.tsx';

/** Cost reached against width (engine/studies/widths.ts). */
const widthsLook: StudyLook = {
  id: 'widths',
  title: 'chart.widths.title',
  empty: 'chart.widths.empty',
  x: 'chart.widths.x',
  y: 'chart.widths.y',
  symbol: '*n*',
  columns: { x: 'hidden units a layer [1]', y: 'cost per sample' },
  plain: true,
  series: {
    training: { name: 'chart.widths.training', ink: 'second', shape: 'solid', dash: 'solid', thick: true },
    test: { name: 'chart.widths.test', ink: 'second', shape: 'cross', dash: 'dash' },
  },
  // A low drawer has room for the first alone.
  notes: (fact) => [text('chart.widths.noteFound'), text('chart.widths.noteTime', { time: fact('time') })],
  summary: (fact, values) => text('chart.widths.summary', { time: fact('time'), ...values }),
};

/** What ever wider networks reach in the same time. */
export default function Widths({ register }: ChartProps): JSX.Element {
  return <StudyChart look={widthsLook} register={register} />;
}
