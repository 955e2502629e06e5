import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab, type Dispersion } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { ChartSource } from '../figure.ts';
import { LiveChart } from '../LiveChart.tsx';
import { bandsFigure, bandsTable } from './figure.ts';

const WATCH = 'chart.bands';

function seenNow(): Dispersion | null {
  return seenAs(useLab.getState().seen, WATCH, 'dispersion');
}

const source: ChartSource = {
  state: () => [useLab.getState().info, seenNow()],
  figure: () => bandsFigure(seenNow()),
  table: () => bandsTable(seenNow()),
  open() {
    const { watch } = useLab.getState();
    watch(WATCH, { id: 'dispersion', query: {} });
    return () => {
      watch(WATCH, null);
    };
  },
};

/** Frequency and friction of every mode, measured from the run, over the exact bands. */
export default function Bands({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.bands.title')} register={register} />;
}
