import { useId, useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
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
  const id = useId();
  const [source] = useState(sourcesSource);
  const [mode, setMode] = useState<Mode>(source.mode());
  return (
    <LiveChart source={source} title={text('chart.sources.title')} register={register}>
      <div className="chart-picker">
        <label htmlFor={id}>{text('chart.sources.show')}</label>
        <select
          id={id}
          value={mode}
          onChange={(event) => {
            const next = modes.find((each) => each === event.currentTarget.value) ?? 'last';
            source.pick(next);
            setMode(next);
          }}
        >
          {modes.map((each) => (
            <option key={each} value={each}>
              {text(NAMES[each])}
            </option>
          ))}
        </select>
      </div>
    </LiveChart>
  );
}
