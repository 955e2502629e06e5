import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab, type WaveSpectrum } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { ChartSource } from '../figure.ts';
import { heldSpan } from '../held.ts';
import { LiveChart } from '../LiveChart.tsx';
import { powerFigure, powerTable } from './figure.ts';

const WATCH = 'chart.power';

function seenNow(): WaveSpectrum | null {
  return seenAs(useLab.getState().seen, WATCH, 'spectrum');
}

/** Whether every sheet closes, so that plane waves are its modes. */
function isClosed(): boolean {
  const { info } = useLab.getState();
  return (info?.layout.sheets ?? []).every(
    ({ rows, periodicColumns, periodicRows }) => periodicColumns && (rows === 1 || periodicRows),
  );
}

const source: ChartSource = {
  state: () => [useLab.getState().info, seenNow()],
  figure: () => powerFigure(seenNow(), isClosed(), heldSpan),
  table: () => powerTable(seenNow()),
  open() {
    const { watch } = useLab.getState();
    watch(WATCH, { id: 'spectrum', query: {} });
    return () => watch(WATCH, null);
  },
};

/** The field as a sum of waves: the power of each, now. */
export default function Power({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.power.title')} register={register} />;
}
