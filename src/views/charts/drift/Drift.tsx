import type { JSX } from 'react';
import { formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { wideOf } from '../../../scenario/wide.ts';
import { presentOf, useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { courseSeen, watchCourse } from '../outputDynamics/source.ts';
import type { Here, StudyLook } from '../study/figure.ts';
import { StudyChart } from '../study/StudyChart.tsx';

/** The run among the widths: drift of its kernel so far. Where hidden layers differ in width it has no place. */
function hereNow(): Here | null {
  const course = courseSeen();
  const { info } = useLab.getState();
  const hidden = (info === null ? null : wideOf(presentOf(info).scenario))?.sizes.slice(1, -1) ?? [];
  if (course === null || hidden.length === 0 || hidden.some((width) => width !== hidden[0])) return null;
  const { norms, times, since } = course;
  return {
    x: hidden[0],
    y: norms.drift[norms.drift.length - 1],
    words: text('chart.drift.here', { time: formatShort(times[times.length - 1] - since) }),
  };
}

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
  here: { watch: watchCourse, state: () => [courseSeen(), useLab.getState().info], now: hereNow },
  notes: (fact) => [
    text('chart.drift.noteTime', { time: fact('time') }),
    text('chart.drift.noteFit'),
    text('chart.drift.noteOther'),
  ],
  summary: (fact, values) => text('chart.drift.summary', { time: fact('time'), ...values }),
};

/** How much less the kernel of a wider network drifts. */
export default function Drift({ register }: ChartProps): JSX.Element {
  return <StudyChart look={driftLook} register={register} />;
}
