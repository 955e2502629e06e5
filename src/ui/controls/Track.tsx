import { useEffect, useRef, type JSX, type KeyboardEvent } from 'react';

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
  const input = useRef<HTMLInputElement>(null);
  const commit = useRef(onCommit);
  useEffect(() => {
    commit.current = onCommit;
  }, [onCommit]);
  // React's onChange is the browser's `input`; `change`, at the end of a drag, it has not.
  useEffect(() => {
    const element = input.current;
    const changed = (): void => commit.current(Number(element?.value));
    element?.addEventListener('change', changed);
    return () => element?.removeEventListener('change', changed);
  }, []);
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key } = event;
    if (key === 'Delete' || key === 'Backspace') onRestore();
    else if (key === 'PageUp' || key === 'PageDown') {
      const step = (key === 'PageUp' ? 10 : -10) * range.step;
      onCommit(Math.min(range.max, Math.max(range.min, position + step)));
    } else return;
    event.preventDefault();
  };
  const at = tickPlace(Math.min(range.max, Math.max(range.min, position)), range) ?? '0%';
  return (
    <div className="slider">
      <div className="slider-control" onDoubleClick={onRestore}>
        <div className="slider-track">
          <div className="slider-fill" style={{ width: at }} />
          {ticks.map(({ position: place, name }) => {
            const left = tickPlace(place, range);
            return left === null ? null : (
              <i key={name} className="slider-tick" data-tick={name} style={{ left }} aria-hidden="true" />
            );
          })}
          <div className="slider-thumb" style={{ left: at }} />
        </div>
        <input
          ref={input}
          type="range"
          className="slider-input"
          aria-label={label}
          aria-valuetext={valueText}
          aria-describedby={describedBy}
          min={range.min}
          max={range.max}
          step={range.step}
          value={position}
          onChange={(event) => onMove(Number(event.currentTarget.value))}
          onKeyDown={press}
        />
      </div>
    </div>
  );
}
