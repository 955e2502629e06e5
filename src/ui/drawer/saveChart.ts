import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { download, fileName } from '../files/save.ts';
import { announce } from '../uiState.ts';
import type { ChartFormat } from '../export/chartFile.ts';
import type { ChartExporter, ChartPicture } from '../../store/pictures.ts';

export type { ChartFormat };

/** Name of a chart's file: its scenario, itself, and its format. */
export function chartFileName(scenario: string, chart: string, format: string): string {
  return `${fileName(scenario).replace(/\.json$/, '')}-${chart}.${format}`;
}

/** Gives a chart to the browser as a download; a chart that shows nothing yet says so. */
export async function saveChart(
  exporter: ChartExporter,
  { id, title }: Pick<ChartPicture, 'id' | 'title'>,
  format: ChartFormat,
): Promise<void> {
  const name = chartFileName(useLab.getState().document?.scenario.title ?? '', id, format);
  try {
    const { chartFile } = await import('../export/chartFile.ts');
    download(await chartFile(exporter, text(title), format), name);
    announce(text('drawer.saved', { file: name }));
  } catch (error) {
    announce(error instanceof Error ? error.message : text('drawer.nothing'));
  }
}
