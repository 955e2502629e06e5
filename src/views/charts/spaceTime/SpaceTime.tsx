import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { ChartPicker } from '../ChartPicker.tsx';
import { LiveChart } from '../LiveChart.tsx';
import { parts, spaceTimeSource, type Part } from './source.ts';

const NAMES = {
  start: 'chart.spaceTime.start',
  last: 'chart.spaceTime.last',
} as const satisfies Readonly<Record<Part, string>>;

/** The field along the amber row against time: from the run's start, or its last steps, which scroll. */
export default function SpaceTime({ register }: ChartProps): JSX.Element {
  const [source] = useState(spaceTimeSource);
  const [part, setPart] = useState<Part>(source.part());
  return (
    <LiveChart source={source} title={text('chart.spaceTime.title')} register={register}>
      <ChartPicker
        name={text('chart.spaceTime.show')}
        options={parts.map((each) => ({ value: each, name: text(NAMES[each]) }))}
        value={part}
        onPick={(next) => {
          source.pick(next);
          setPart(next);
        }}
      />
    </LiveChart>
  );
}
