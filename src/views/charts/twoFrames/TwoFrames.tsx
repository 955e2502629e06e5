import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab, type TwoFrames as Seen } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { ChartSource } from '../figure.ts';
import { LiveChart } from '../LiveChart.tsx';
import { twoFramesFigure, twoFramesTable } from './figure.ts';

const WATCH = 'chart.twoFrames';

function seenNow(): Seen | null {
  return seenAs(useLab.getState().seen, WATCH, 'two-frames');
}

const source: ChartSource = {
  state: () => [useLab.getState().info, seenNow()],
  figure: () => twoFramesFigure(seenNow()),
  table: () => twoFramesTable(seenNow()),
  open() {
    const { watch } = useLab.getState();
    watch(WATCH, { id: 'two-frames', query: {} });
    return () => watch(WATCH, null);
  },
};

/** The moving packet in the lattice's frame and in its own. */
export default function TwoFrames({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.twoFrames.title')} register={register} />;
}
