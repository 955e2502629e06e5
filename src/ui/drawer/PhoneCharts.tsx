import { useMemo, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { ChoiceRow } from '../controls/ChoiceRow.tsx';
import { ChartView, useChart, useExporter } from './ChartSlot.tsx';
import { useLab } from '../../store/index.ts';
import { chooseChart } from './chartState.ts';
import { offeredCharts } from './preferred.ts';
import { SaveMenu } from './SaveMenu.tsx';
import type { ChartPicture } from '../pictures.ts';

/** One chart at a time, chosen from a list. */
export function PhoneCharts({ charts: all }: { readonly charts: readonly ChartPicture[] }): JSX.Element {
  const info = useLab((state) => state.info);
  const charts = useMemo(() => offeredCharts(all, info), [all, info]);
  const chart = useChart(charts, 'single');
  const [exporter, register] = useExporter(chart.id);
  return (
    <div className="phone-charts">
      <header>
        <ChoiceRow
          label={text('drawer.choose')}
          value={chart.id}
          options={charts.map(({ id, title }) => ({ value: id, label: text(title) }))}
          restarts={false}
          onChoose={(id) => chooseChart('single', id)}
        />
        <SaveMenu chart={chart.id} exporter={exporter} />
      </header>
      <div className="plot" data-chart={chart.id}>
        <ChartView chart={chart} register={register} />
      </div>
    </div>
  );
}
