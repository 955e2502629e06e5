import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { download, fileName } from '../files/save.ts';
import { announce } from '../uiState.ts';
import type { ChartExporter } from '../../store/pictures.ts';

export type ChartFormat = 'csv' | 'png' | 'svg';

/** Name of a chart's file: its scenario, itself, and its format. */
export function chartFileName(scenario: string, chart: string, format: ChartFormat): string {
  return `${fileName(scenario).replace(/\.json$/, '')}-${chart}.${format}`;
}

/** Gives a chart to the browser as a download; a chart that shows nothing yet says so. */
export async function saveChart(exporter: ChartExporter, chart: string, format: ChartFormat): Promise<void> {
  const title = useLab.getState().document?.scenario.title ?? '';
  const name = chartFileName(title, chart, format);
  try {
    const csv = format === 'csv' ? exporter.csv() : '';
    // Before the first frame there is not even a header.
    if (format === 'csv' && csv.trim() === '') throw new Error(text('drawer.nothing'));
    const blob =
      format === 'csv' ? new Blob([csv], { type: 'text/csv;charset=utf-8' }) : await exporter.image(format);
    download(blob, name);
    announce(text('drawer.saved', { file: name }));
  } catch (error) {
    announce(error instanceof Error ? error.message : text('drawer.nothing'));
  }
}
