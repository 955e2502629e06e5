import { useEffect, useRef, type JSX, type KeyboardEvent } from 'react';
import { useLab } from '../../store/index.ts';
import { KEY_STEPS } from './keySteps.ts';

/** A value worth a mark on the track. */
export interface Tick {
  /** In the slider's own coordinates. */
  readonly position: number;
  /** What it marks, for tests and styles. */
  readonly name: string;
}

interface SliderTrackProps {
  readonly label: string;
  readonly describedBy?: string;
  readonly position: number;
  readonly range: { readonly min: number; readonly max: number; readonly step: number };
  /** What a screen reader says for the position. */
  readonly valueText: string;
  readonly ticks?: readonly Tick[];
  readonly onMove: (position: number) => void;
  readonly onCommit: (position: number) => void;
  /** The hand is gone: after `onCommit`, or without it where a pointer was cancelled or came back to its start. */
  readonly onRelease?: () => void;
  /** So many steps by keys, where the browser's own would not leave the value; left out: they do. */
  readonly onStep?: (steps: number) => void;
  /** Double-click, Delete or Backspace: the default comes back. */
  readonly onRestore: () => void;
}

/** React wants to hear of changes of a value that it sets; they come by the browser's own events. */
const ignored = (): void => undefined;

/** Where a tick stands along the track; null off its ends. */
function tickPlace(at: number, { min, max }: SliderTrackProps['range']): string | null {
  const share = (at - min) / (max - min);
  return share >= 0 && share <= 1 ? `${(100 * share).toFixed(2)}%` : null;
}

/** The slider itself: a 2 px track and a thumb. Arrows step, Page keys step by ten, Home and End go to the ends. */
export function SliderTrack(props: SliderTrackProps): JSX.Element {
  const { label, describedBy, position, range, valueText, ticks = [] } = props;
  const { onMove, onCommit, onRelease, onStep, onRestore } = props;
  const input = useRef<HTMLInputElement>(null);
  const hand = useRef({ onMove, onCommit, onRelease });
  useEffect(() => {
    hand.current = { onMove, onCommit, onRelease };
  }, [onMove, onCommit, onRelease]);
  // The browser's own events: `input` on the way, `change` at the end. React's onChange hears both, and would take
  // the end of a drag for a further move, since a rounded value stands beside the place the hand left.
  useEffect(() => {
    const element = input.current;
    const moved = (): void => hand.current.onMove(Number(element?.value));
    const changed = (): void => hand.current.onCommit(Number(element?.value));
    // `change` comes after the pointer's own events, so what is left is looked at when they are over.
    const gone = (): number => requestAnimationFrame(() => hand.current.onRelease?.());
    const ends = ['pointerup', 'pointercancel', 'blur'] as const;
    element?.addEventListener('input', moved);
    element?.addEventListener('change', changed);
    for (const end of ends) element?.addEventListener(end, gone);
    return () => {
      element?.removeEventListener('input', moved);
      element?.removeEventListener('change', changed);
      for (const end of ends) element?.removeEventListener(end, gone);
    };
  }, []);
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key } = event;
    const steps = KEY_STEPS[key] ?? 0;
    if (key === 'Delete' || key === 'Backspace') onRestore();
    else if (steps !== 0 && onStep !== undefined) onStep(steps);
    else if (Math.abs(steps) > 1) {
      onCommit(Math.min(range.max, Math.max(range.min, position + steps * range.step)));
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
          onChange={ignored}
          onPointerDown={() => useLab.getState().grab()}
          onKeyDown={press}
        />
      </div>
    </div>
  );
}
