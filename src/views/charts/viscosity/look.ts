import { text } from '../../../messages/index.ts';
import type { StudyLook } from '../study/figure.ts';

/** High viscosity (engine/studies/viscosity): errors against gradient flow over η. */
export const viscosityLook: StudyLook = {
  id: 'viscosity',
  title: 'chart.viscosity.title',
  empty: 'chart.viscosity.empty',
  x: 'chart.viscosity.x',
  y: 'chart.viscosity.y',
  symbol: '*η*',
  columns: { x: 'learning rate eta [t]', y: 'error [relative]' },
  series: {
    kick: { name: 'chart.viscosity.kick', ink: 'second', shape: 'open', dash: 'dash' },
    unit: { name: 'chart.viscosity.unit', ink: 'descent', shape: 'solid', dash: 'dot' },
    rest: { name: 'chart.viscosity.rest', ink: 'second', shape: 'solid', dash: 'solid', thick: true },
    corrected: { name: 'chart.viscosity.corrected', ink: 'theory', shape: 'cross', dash: 'dash' },
  },
  notes: (fact) => [
    text('chart.viscosity.noteTime', { tau: fact('tau') }),
    text('chart.viscosity.noteLimit'),
    text('chart.viscosity.noteSteps'),
    text('chart.viscosity.noteNext'),
  ],
  summary: (fact, values) => text('chart.viscosity.summary', { ...values, tau: fact('tau') }),
};
