import { Download } from 'lucide-react';
import type { JSX } from 'react';
import { text, type MessageId } from '../../messages/index.ts';
import { Popover } from '../parts/Popover.tsx';
import type { ChartExporter, ChartPicture } from '../../store/pictures.ts';
import { saveChart, type ChartFormat } from './saveChart.ts';

const formats: readonly { readonly format: ChartFormat; readonly words: MessageId }[] = [
  { format: 'png', words: 'drawer.savePng' },
  { format: 'svg', words: 'drawer.saveSvg' },
  { format: 'pdf', words: 'drawer.savePdf' },
  { format: 'csv', words: 'drawer.saveCsv' },
];

interface SaveMenuProps {
  readonly chart: Pick<ChartPicture, 'id' | 'title'>;
  /** Null while the chart is on its way. */
  readonly exporter: ChartExporter | null;
}

/** Saves the chart as a picture, a drawing, or its numbers. */
export function SaveMenu({ chart, exporter }: SaveMenuProps): JSX.Element {
  return (
    <Popover
      name={text('drawer.save')}
      className="save-menu"
      disabled={exporter === null}
      face={<Download aria-hidden="true" />}
    >
      {(close) =>
        formats.map(({ format, words }) => (
          <button
            key={format}
            type="button"
            onClick={() => {
              close();
              if (exporter !== null) void saveChart(exporter, chart, format);
            }}
          >
            {text(words)}
          </button>
        ))
      }
    </Popover>
  );
}
