import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { courseSource } from '../courseSource.ts';
import { LiveChart } from '../LiveChart.tsx';
import { testedFigure, testedTable, type Counts } from './figure.ts';

const NONE: Counts = { sampleCount: 0, testCount: 0 };
const counts = (): Counts => useLab.getState().info?.data ?? NONE;

const source = courseSource(
  (course, tracks, unit) => testedFigure(course, tracks, unit, counts()),
  (course, tracks, unit) => testedTable(course, tracks, unit, counts()),
);

/** What is learned by heart, and what is understood: training cost beside test cost. */
export default function Tested({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.tested.title')} register={register} />;
}
