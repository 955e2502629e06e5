import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { LiveChart } from '../LiveChart.tsx';
import { expansionSource } from './source.ts';

/** How space expands: η, H, ln a and w_eff against time. */
export default function Expansion({ register }: ChartProps): JSX.Element {
  return <LiveChart source={expansionSource} title={text('chart.expansion.title')} register={register} />;
}
