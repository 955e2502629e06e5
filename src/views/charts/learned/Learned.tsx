import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { ChartPicker } from '../ChartPicker.tsx';
import type { Figure } from '../figure.ts';
import type { Geometry } from '../geometry.ts';
import { LiveChart } from '../LiveChart.tsx';
import { learnedKind } from './data.ts';
import { isInHand, SamplePlane, SampleTools, useSampleHand, type SampleHandState } from './SampleHand.tsx';
import { learnedSource } from './source.ts';
import './hand.css';

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
  const [changing, setChanging] = useState(false);
  const [held, setHeld] = useState<SampleHandState>({ chosen: null, kind: 1 });
  const hand = useSampleHand();
  const canChange = info !== null && (kind === 'map' || kind === 'curve') && isInHand(info.data);
  const over =
    canChange && changing
      ? (figure: Figure, geometry: Geometry) => (
          <SamplePlane
            hand={hand}
            figure={figure}
            geometry={geometry}
            curve={kind === 'curve'}
            state={held}
            onState={setHeld}
          />
        )
      : undefined;
  return (
    <LiveChart source={source} title={text('chart.learned.title')} register={register} over={over}>
      {canChange ? (
        <button
          type="button"
          className="text-button"
          aria-pressed={changing}
          onClick={() => {
            setChanging(!changing);
            setHeld({ ...held, chosen: null });
          }}
        >
          {text('chart.hand.change')}
        </button>
      ) : null}
      {canChange && changing ? <SampleTools hand={hand} state={held} onState={setHeld} /> : null}
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
  const numbers = Array.from({ length: Math.min(count, MOST_LISTED) }, (_, index) => index);
  return (
    <ChartPicker
      name={name}
      options={numbers.map((index) => ({ value: index, name: String(index + 1) }))}
      value={value}
      onPick={onPick}
    >
      <span>{text('chart.learned.of', { count })}</span>
    </ChartPicker>
  );
}
