import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab, type Stall } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { ChartSource } from '../figure.ts';
import { heldSpan } from '../held.ts';
import { LiveChart } from '../LiveChart.tsx';
import { stallFigure, stallTable } from './figure.ts';

const WATCH = 'chart.stall';
const seenNow = (): Stall | null => seenAs(useLab.getState().seen, WATCH, 'stall');

const source: ChartSource = {
  state: () => [useLab.getState().info, seenNow()],
  figure: () =>
    stallFigure(seenNow(), useLab.getState().info?.costUnit ?? '1', (data) => heldSpan('stall', data)),
  table: () => stallTable(seenNow()),
  open() {
    useLab.getState().watch(WATCH, { id: 'stall', query: {} });
    return () => useLab.getState().watch(WATCH, null);
  },
};

/** Gradients, saturation and dead units of the layers, and why training stalls. */
export default function StallChart({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.stall.title')} register={register} />;
}
