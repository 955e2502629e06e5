import { text } from '../../../messages/index.ts';
import type { StudyLook } from '../study/figure.ts';

/** Lattice spacing (engine/studies/spacing.ts): network against continuum over a. */
export const spacingLook: StudyLook = {
  id: 'spacing',
  title: 'chart.spacing.title',
  empty: 'chart.spacing.empty',
  x: 'chart.spacing.x',
  y: 'chart.spacing.y',
  symbol: '*a*',
  columns: { x: 'lattice spacing a/L [1]', y: 'difference [relative]' },
  series: {
    apart: { name: 'chart.spacing.apart', ink: 'second', shape: 'solid', dash: 'solid', thick: true },
  },
  notes: (fact) => [
    text('chart.spacing.noteTime', { time: fact('time') }),
    text('chart.spacing.noteTrue'),
    text('chart.spacing.noteNever'),
  ],
  summary: (fact, values) => text('chart.spacing.summary', { ...values, time: fact('time') }),
};
