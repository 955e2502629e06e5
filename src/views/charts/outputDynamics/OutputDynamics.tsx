import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { ChartSource } from '../figure.ts';
import { heldSpan } from '../held.ts';
import { LiveChart } from '../LiveChart.tsx';
import { outputsFigure, outputsTable } from './figure.ts';
import { courseSeen, watchCourse } from './source.ts';

const source: ChartSource = {
  state: () => [useLab.getState().info, courseSeen()],
  figure: () => outputsFigure(courseSeen(), heldSpan),
  table: () => outputsTable(courseSeen()),
  open: watchCourse,
};

/** The outputs' equation of motion, term by term, and the outputs beside those of a kernel that stays. */
export default function OutputDynamics({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.outputs.title')} register={register} />;
}
