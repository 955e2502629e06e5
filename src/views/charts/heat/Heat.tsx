import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { ChartSource } from '../figure.ts';
import { heldSpan } from '../held.ts';
import { LiveChart } from '../LiveChart.tsx';
import { heatFigure, heatTable } from './figure.ts';
import { hotNow, readingsNow, watchHeat } from './source.ts';

const WATCH = 'chart.heat';

const source: ChartSource = {
  state() {
    const { info, hiddenTracks } = useLab.getState();
    return [info, hiddenTracks, ...readingsNow(WATCH)];
  },
  figure: () => heatFigure(hotNow(WATCH), heldSpan),
  table: () => heatTable(hotNow(WATCH)),
  open: () => watchHeat(WATCH),
};

/** Thermometers on every mode of the runs that noise shakes. */
export default function Heat({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.heat.title')} register={register} />;
}
