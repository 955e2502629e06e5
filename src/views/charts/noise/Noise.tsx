import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab, type ForceNoise } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { ChartSource } from '../figure.ts';
import { heldSpan } from '../held.ts';
import { LiveChart } from '../LiveChart.tsx';
import { rowOf } from '../spaceTime/source.ts';
import { noiseFigure, noiseTable } from './figure.ts';

const WATCH = 'chart.noise';

function seenNow(): ForceNoise | null {
  return seenAs(useLab.getState().seen, WATCH, 'force-noise');
}

const source: ChartSource = {
  state() {
    const { info, selected } = useLab.getState();
    return [info, selected, seenNow()];
  },
  figure() {
    const { info, selected } = useLab.getState();
    if (info === null || info.layout.sheets.length === 0) return { empty: text('chart.noise.empty') };
    const { weights, every } = rowOf(info, selected);
    return noiseFigure(seenNow(), weights, every, heldSpan);
  },
  table: () => noiseTable(seenNow()),
  open() {
    useLab.getState().watch(WATCH, { id: 'force-noise', query: {} });
    return () => useLab.getState().watch(WATCH, null);
  },
};

/** How strongly the force of drawn samples scatters, along the lattice, and why that is no temperature. */
export default function Noise({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.noise.title')} register={register} />;
}
