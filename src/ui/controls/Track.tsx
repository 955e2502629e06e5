import { Slider } from '@base-ui/react/slider';
import type { JSX } from 'react';

/** A value worth a mark on the track. */
export interface Tick {
  /** In the slider's own coordinates. */
  readonly position: number;
  /** What it marks, for tests and styles. */
  readonly name: string;
}

interface TrackProps {
  readonly label: string;
  readonly describedBy?: string;
  readonly position: number;
  readonly range: { readonly min: number; readonly max: number; readonly step: number };
  /** What a screen reader says for the position. */
  readonly valueText: string;
  readonly ticks?: readonly Tick[];
  readonly onMove: (position: number) => void;
  readonly onCommit: (position: number) => void;
  /** Double-click, Delete or Backspace: the default comes back. */
  readonly onRestore: () => void;
}

/** Where a tick stands along the track; null off its ends. */
function tickPlace(at: number, { min, max }: TrackProps['range']): string | null {
  const share = (at - min) / (max - min);
  return share >= 0 && share <= 1 ? `${(100 * share).toFixed(2)}%` : null;
}

/** The slider itself: a 2 px track and a thumb. Arrows step, Page keys step by ten, Home and End go to the ends. */
export function Track(props: TrackProps): JSX.Element {
  const { label, describedBy, position, range, valueText, ticks = [], onMove, onCommit, onRestore } = props;
  return (
    <Slider.Root
      className="slider"
      value={position}
      min={range.min}
      max={range.max}
      step={range.step}
      largeStep={10 * range.step}
      onValueChange={onMove}
      onValueCommitted={onCommit}
    >
      <Slider.Control className="slider-control" onDoubleClick={onRestore}>
        <Slider.Track className="slider-track">
          <Slider.Indicator className="slider-fill" />
          {ticks.map(({ position: at, name }) => {
            const left = tickPlace(at, range);
            return left === null ? null : (
              <i key={name} className="slider-tick" data-tick={name} style={{ left }} aria-hidden="true" />
            );
          })}
          <Slider.Thumb
            className="slider-thumb"
            getAriaLabel={() => label}
            getAriaValueText={() => valueText}
            aria-describedby={describedBy}
            onKeyDown={(event) => {
              if (event.key !== 'Delete' && event.key !== 'Backspace') return;
              event.preventDefault();
              onRestore();
            }}
          />
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  );
}
