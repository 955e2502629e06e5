import type { JSX } from 'react';
import type { ChartPicture } from '../../store/pictures.ts';
import { ChartSlot } from './ChartSlot.tsx';
import { useRunCharts } from './runCharts.ts';

/** One chart at a time, over the whole panel. */
export function PhoneCharts({ charts }: { readonly charts: readonly ChartPicture[] }): JSX.Element {
  return (
    <div className="phone-charts">
      <ChartSlot slot="single" charts={useRunCharts(charts)} grows={false} />
    </div>
  );
}
