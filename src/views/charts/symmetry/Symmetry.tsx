import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { StudyChart } from '../study/StudyChart.tsx';
import type { StudyLook } from '../study/figure.ts';

/** Lorentz symmetry (engine/studies/symmetry.ts): how far a moving packet is from the resting one, by what breaks it. */
const symmetryLook: StudyLook = {
  id: 'symmetry',
  title: 'chart.symmetry.title',
  empty: 'chart.symmetry.empty',
  x: 'chart.symmetry.x',
  y: 'chart.symmetry.y',
  symbol: '*x*',
  columns: { x: 'a/s, gamma T or delta [1]', y: 'loss of covariance [relative]' },
  series: {
    lattice: { name: 'chart.symmetry.lattice', ink: 'second', shape: 'solid', dash: 'solid', thick: true },
    friction: { name: 'chart.symmetry.friction', ink: 'expansion', shape: 'open', dash: 'dash' },
    uneven: { name: 'chart.symmetry.uneven', ink: 'J', shape: 'cross', dash: 'dot' },
  },
  notes: (fact) => [
    text('chart.symmetry.noteFrames', {
      run: fact('run'),
      speed: fact('speed'),
      clock: fact('clock'),
      factor: fact('factor'),
    }),
    text('chart.symmetry.noteExact'),
  ],
  summary: (fact, values) =>
    text('chart.symmetry.summary', {
      ...values,
      run: fact('run'),
      speed: fact('speed'),
      clock: fact('clock'),
      factor: fact('factor'),
    }),
};

export default function Symmetry({ register }: ChartProps): JSX.Element {
  return <StudyChart look={symmetryLook} register={register} />;
}
