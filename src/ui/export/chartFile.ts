import { csvPieces, dialects } from '../../scenario/table/write.ts';
import type { ChartExporter } from '../../store/pictures.ts';
import { text } from '../../messages/index.ts';
import { pngOf, rasterOf } from './raster.ts';
import { commentOf, noteNow } from './run.ts';
import { svgFile } from './svg.ts';
import type { TableWish } from './TableRows.tsx';

export const chartFormats = ['png', 'svg', 'pdf', 'csv'] as const;
export type ChartFormat = (typeof chartFormats)[number];

/** How a chart is wanted. */
export interface ChartWish {
  /** In pixels of CSS; left out: as it stands, and large enough for print. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly clear: boolean;
  /** Pixels of a PNG for one of CSS. */
  readonly ratio: number;
  /** How its numbers are told. */
  readonly table: TableWish;
}

/** What the menu of a chart saves without asking. */
export const plainWish: ChartWish = { clear: false, ratio: 2, table: { dialect: 'comma', comments: false } };

/** A chart as a file. @throws Error whose message says why there is nothing to save */
export async function chartFile(
  exporter: ChartExporter,
  name: string,
  format: ChartFormat,
  { size, clear, ratio, table: { dialect, comments } }: ChartWish = plainWish,
): Promise<Blob> {
  if (format === 'csv') {
    const table = exporter.table();
    // Before the first frame there is not even a header.
    if (table.columns.length === 0) throw new Error(text('drawer.nothing'));
    const about = comments ? commentOf(noteNow()) : [];
    return new Blob([...csvPieces(table, dialects[dialect], about)], { type: 'text/csv;charset=utf-8' });
  }
  const drawing = exporter.drawing(size);
  const ground = clear ? null : drawing.ground;
  const note = noteNow(name);
  if (format === 'svg') return new Blob([svgFile(drawing, ground, note)], { type: 'image/svg+xml' });
  if (format === 'pdf') return (await import('./pdf.ts')).pdfOf(drawing, ground, note);
  return pngOf(await rasterOf(drawing, ground, ratio), ratio, note);
}
