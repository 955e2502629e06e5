import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../figure.ts';
import { LiveChart } from '../LiveChart.tsx';
import { spaceTimeSource } from './source.ts';

/** The field along the chosen weight's row against time, from when the chart was opened. */
export default function SpaceTime({ register }: ChartProps): JSX.Element {
  const [source] = useState(spaceTimeSource);
  return <LiveChart source={source} title={text('chart.spaceTime.title')} register={register} />;
}
