import { useId, useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { LiveChart } from '../LiveChart.tsx';
import { learnedKind } from './data.ts';
import { learnedSource } from './source.ts';

/** More samples than a list can hold are counted only. */
const MOST_LISTED = 1000;

/** What the networks have learned, drawn as the system allows: along the ring, as a curve, a map, or point by point. */
export default function Learned({ register }: ChartProps): JSX.Element {
  const info = useLab((state) => state.info);
  const sample = useLab((state) => state.sample);
  const [source] = useState(learnedSource);
  const [shownOutput, setShownOutput] = useState(0);
  const kind = info === null ? 'none' : learnedKind(info);
  const sampleCount = info?.data.sampleCount ?? 0;
  const outputCount = info?.data.outputCount ?? 0;
  return (
    <LiveChart source={source} title={text('chart.learned.title')} register={register}>
      {kind === 'profile' && sampleCount > 1 ? (
        <Picker
          name={text('chart.learned.sample')}
          count={sampleCount}
          value={sample}
          onPick={(index) => useLab.getState().setSample(index)}
        />
      ) : null}
      {kind === 'map' && outputCount > 1 ? (
        <Picker
          name={text('chart.learned.outputPick')}
          count={outputCount}
          value={Math.min(shownOutput, outputCount - 1)}
          onPick={(index) => {
            source.pickOutput(index);
            setShownOutput(index);
          }}
        />
      ) : null}
    </LiveChart>
  );
}

interface PickerProps {
  readonly name: string;
  readonly count: number;
  readonly value: number;
  readonly onPick: (index: number) => void;
}

/** One of several by its number. */
function Picker({ name, count, value, onPick }: PickerProps): JSX.Element {
  const id = useId();
  const numbers = Array.from({ length: Math.min(count, MOST_LISTED) }, (_, index) => index);
  return (
    <div className="chart-picker">
      <label htmlFor={id}>{name}</label>
      <select id={id} value={value} onChange={(event) => onPick(Number(event.currentTarget.value))}>
        {numbers.map((index) => (
          <option key={index} value={index}>
            {index + 1}
          </option>
        ))}
      </select>
      <span>{text('chart.learned.of', { count })}</span>
    </div>
  );
}
