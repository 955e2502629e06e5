import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { ChartPicker } from '../ChartPicker.tsx';
import { LiveChart } from '../LiveChart.tsx';
import { bulkFigure, bulkModes, bulkTable, type BulkMode } from './bulk.ts';
import { LAST, pastSource } from './past.ts';

const NAMES = { last: 'layered.last', start: 'chart.sources.start' } as const;

/** L of the sample at work in bulk and boundary, and the half that the slides leave out. */
export default function Bulk({ register }: ChartProps): JSX.Element {
  const [source] = useState(() =>
    pastSource<BulkMode>('chart.bulk', 'last', (mode) => (mode === 'last' ? LAST : 0), bulkFigure, bulkTable),
  );
  const [mode, setMode] = useState<BulkMode>(source.mode());
  const [slide, setSlide] = useState(source.extra());
  return (
    <LiveChart source={source} title={text('chart.bulk.title')} register={register}>
      <ChartPicker
        name={text('chart.sources.show')}
        options={bulkModes.map((value) => ({ value, name: text(NAMES[value]) }))}
        value={mode}
        onPick={(next) => {
          source.pick(next);
          setMode(next);
        }}
      />
      <label className="chart-check">
        <input
          type="checkbox"
          checked={slide}
          onChange={({ currentTarget: { checked } }) => {
            source.setExtra(checked);
            setSlide(checked);
          }}
        />
        {text('bulk.slide')}
      </label>
    </LiveChart>
  );
}
