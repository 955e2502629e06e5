import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { ChartSource } from '../figure.ts';
import { heldSpan } from '../held.ts';
import { LiveChart } from '../LiveChart.tsx';
import { unitWords } from '../words.ts';
import { actionFigure, actionTable } from './figure.ts';

const NAME = 'chart.action';
const seenNow = () => seenAs(useLab.getState().seen, NAME, 'action-course');
const courseNow = () => {
  const seen = seenNow();
  return seen === 'no-memory' ? null : seen;
};

const source: ChartSource = {
  state: () => [useLab.getState().info, seenNow()],
  figure() {
    const { info } = useLab.getState();
    if (seenNow() === 'no-memory') return { empty: text('wiggle.noMemory') };
    return actionFigure(courseNow(), info?.quadratic === true, unitWords(info?.costUnit ?? '1'), heldSpan);
  },
  table: () => actionTable(courseNow()),
  open() {
    const { watch } = useLab.getState();
    watch(NAME, { id: 'action-course', query: {} });
    return () => watch(NAME, null);
  },
};

/** What each moment adds to the action, and how the volume weighs it. */
export default function Action({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.action.title')} register={register} />;
}
