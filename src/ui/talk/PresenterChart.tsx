import { useEffect, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useAudience } from '../../store/audience.ts';
import type { ChartPicture } from '../../store/pictures.ts';
import { ChartView } from '../drawer/ChartSlot.tsx';
import { useRunCharts } from '../drawer/runCharts.ts';
import './presenter.css';

/** Nothing is saved from the stage. */
const keepNone = (): void => undefined;

/** The chart of the run that its state asks for, large, beside a picture that stands alone. */
export function PresenterChart({ charts: all }: { readonly charts: readonly ChartPicture[] }): JSX.Element {
  const charts = useRunCharts(all);
  const chart = charts.find(charts.shown.left);
  const { id } = chart;
  // The window for the audience shows the same one.
  useEffect(() => useAudience.setState({ chart: id }), [id]);
  useEffect(() => () => useAudience.setState({ chart: null }), []);
  return <StageChart chart={chart} />;
}

/** A chart with its name, as large as its place. */
export function StageChart({ chart }: { readonly chart: ChartPicture }): JSX.Element {
  return (
    <section className="present-chart" aria-label={text(chart.title)} data-chart={chart.id}>
      <h2>{text(chart.title)}</h2>
      <div className="plot">
        <ChartView chart={chart} register={keepNone} />
      </div>
    </section>
  );
}
