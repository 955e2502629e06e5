import type { JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { ChartSource } from '../figure.ts';
import { LiveChart } from '../LiveChart.tsx';
import { edgeFigure, edgeTable } from './figure.ts';
import { knownOf, startWords, wideNow } from './theory.ts';

const source: ChartSource = {
  state: () => {
    const { present } = useLab.getState();
    return [present?.scenario.system, present?.scenario.initial];
  },
  figure() {
    const network = wideNow();
    const { present } = useLab.getState();
    if (network === null || present === null) return { empty: text('wide.none') };
    return edgeFigure(network, knownOf(network), startWords(present.scenario));
  },
  table() {
    const network = wideNow();
    return network === null ? { columns: [], rows: [] } : edgeTable(network, knownOf(network));
  },
};

/** Where differences of inputs die out with depth and where they grow, and where the run stands. */
export default function Edge({ register }: ChartProps): JSX.Element {
  return <LiveChart source={source} title={text('chart.edge.title')} register={register} />;
}
