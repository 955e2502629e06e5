import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { ChartPicker } from '../ChartPicker.tsx';
import { LiveChart } from '../LiveChart.tsx';
import { modes, type Mode } from './figure.ts';
import { sourcesSource } from './source.ts';

const NAMES = {
  now: 'chart.sources.now',
  last: 'chart.sources.last',
  start: 'chart.sources.start',
} as const satisfies Readonly<Record<Mode, string>>;

/** J and K of the samples at work: as bars of this moment, or against the steps. */
export default function Sources({ register }: ChartProps): JSX.Element {
  const [source] = useState(sourcesSource);
  const [mode, setMode] = useState<Mode>(source.mode());
  return (
    <LiveChart source={source} title={text('chart.sources.title')} register={register}>
      <ChartPicker
        name={text('chart.sources.show')}
        options={modes.map((each) => ({ value: each, name: text(NAMES[each]) }))}
        value={mode}
        onPick={(next) => {
          source.pick(next);
          setMode(next);
        }}
      />
    </LiveChart>
  );
}
