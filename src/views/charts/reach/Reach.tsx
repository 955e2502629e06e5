import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { StudyLook } from '../study/figure.ts';
import { StudyChart } from '../study/StudyChart.tsx';

/** Reach against size (engine/studies/reach.ts). */
const reachLook: StudyLook = {
  id: 'reach',
  title: 'chart.reach.title',
  empty: 'chart.reach.empty',
  x: 'chart.reach.x',
  y: 'chart.reach.y',
  symbol: '*N*',
  columns: { x: 'neurons a layer N [1]', y: 'mean reach against chance [1]' },
  scattered: true,
  series: {
    own: { name: 'chart.reach.own', ink: 'second', shape: 'solid', dash: 'solid', thick: true },
    matrices: { name: 'chart.reach.matrices', ink: 'theory', shape: 'open', dash: 'dash' },
    ring: { name: 'chart.reach.ring', ink: 'text', shape: 'open', dash: 'dot' },
  },
  notes: () => [text('chart.reach.noteLocal'), text('chart.reach.noteDense'), text('chart.reach.noteTrials')],
  summary: (_fact, values) => text('chart.reach.summary', values),
};

/** How the reach of couplings goes with the size of networks. */
export default function Reach({ register }: ChartProps): JSX.Element {
  return <StudyChart look={reachLook} register={register} />;
}
