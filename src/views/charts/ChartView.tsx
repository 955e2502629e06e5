import { lazy, Suspense, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import './chart.css';

/** Plotly is as large as the rest of the program, so it comes when a chart is first shown. */
const Plot = lazy(() => import('./Plot.tsx'));

/** The live chart of cost and energies. */
export function ChartView(): JSX.Element {
  // The tokens are read when the plot is made, so another ground needs another plot.
  const ground = useLab((state) => state.ground);
  return (
    <Suspense fallback={<p className="chart-empty">{text('chart.loading')}</p>}>
      <Plot key={ground} />
    </Suspense>
  );
}
