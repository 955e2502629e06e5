import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { LiveChart } from '../LiveChart.tsx';
import { spaceTimeSource } from './source.ts';

/** The field along the amber row against time, from the run's start. */
export default function SpaceTime({ register }: ChartProps): JSX.Element {
  return <LiveChart source={spaceTimeSource} title={text('chart.spaceTime.title')} register={register} />;
}
