import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { StudyLook } from '../study/figure.ts';
import { StudyChart } from '../study/StudyChart.tsx';

/** Drift of the tangent kernel against width (engine/studies/drift.ts). */
const driftLook: StudyLook = {
  id: 'drift',
  title: 'chart.drift.title',
  empty: 'chart.drift.empty',
  x: 'chart.drift.x',
  y: 'chart.drift.y',
  symbol: '*n*',
  columns: { x: 'hidden neurons a layer [1]', y: 'drift of the kernel, or rho [relative]' },
  scattered: true,
  series: {
    drift: { name: 'chart.drift.drift', ink: 'second', shape: 'solid', dash: 'solid', thick: true },
    ratio: { name: 'chart.drift.ratio', ink: 'theory', shape: 'cross', dash: 'dash' },
  },
  notes: (fact) => [text('chart.drift.noteTime', { time: fact('time') }), text('chart.drift.noteFit')],
  summary: (fact, values) => text('chart.drift.summary', { time: fact('time'), ...values }),
};

/** How much less the kernel of a wider network drifts. */
export default function Drift({ register }: ChartProps): JSX.Element {
  return <StudyChart look={driftLook} register={register} />;
}
