import { lazy, Suspense, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import './chart.css';

/** Plotly is as large as the rest of the program, so it comes when a chart is first shown. */
const Plot = lazy(() => import('./Plot.tsx'));

/** The live chart of cost and energies. */
export function ChartView(): JSX.Element {
  return (
    <Suspense fallback={<p className="chart-empty">{text('chart.loading')}</p>}>
      <Plot />
    </Suspense>
  );
}
