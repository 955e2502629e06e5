import type { JSX } from 'react';
import { Words } from './Words.tsx';
import { plainWords } from './words.ts';

interface ChartSliderProps {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly range: readonly [min: number, max: number, step: number];
  /** What stands beside it, and what is said in its place. */
  readonly shown: string;
  readonly said?: string;
  readonly onMove: (value: number) => void;
}

/** A slider of a chart's own. */
export function ChartSlider({
  name,
  label,
  value,
  range: [min, max, step],
  shown,
  said = shown,
  onMove,
}: ChartSliderProps): JSX.Element {
  return (
    <label className="chart-slider">
      <span>
        <Words of={name} />
      </span>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={plainWords(said)}
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={({ currentTarget }) => onMove(Number(currentTarget.value))}
      />
      <span aria-hidden="true">{shown}</span>
    </label>
  );
}
