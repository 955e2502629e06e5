import { useEffect, useId, useRef, useState, type JSX, type KeyboardEvent, type PointerEvent } from 'react';
import { text } from '../../messages/index.ts';
import { timeOfStep, useLab } from '../../store/index.ts';
import { Sym } from '../math/Sym.tsx';
import { axisEnd, stepOfX, xOfStep, type Axis } from './layout.ts';
import { marksNear } from './marks.ts';
import { RidgeCanvas } from './RidgeCanvas.tsx';
import { TimelineTip } from './TimelineTip.tsx';
import { useMarks } from './useMarks.ts';
import { useScrub } from './useScrub.ts';
import { useSize } from './useSize.ts';
import { positionText } from './words.ts';

/** Page keys go a twentieth of what is known. */
const PAGES = 20;
/** Room for half a thumb at both ends. */
const INSET = 8;
/** Edits that a description tells one by one. */
const MOST_TOLD = 8;

/** The axis for what is known; it never flickers back and forth while a run goes on. */
function useAxis(width: number): Axis {
  const lastStep = useLab((state) => state.lastStep);
  const [end, setEnd] = useState(() => axisEnd(lastStep, 0));
  const wanted = axisEnd(lastStep, end);
  if (wanted !== end) setEnd(wanted);
  return { width, inset: INSET, end: wanted };
}

/**
 * The scrubber of the run: its cost is the ridge, what was played is light, the known future dimmer, edits are
 * triangles. A slider of steps for hands, keys and screen readers.
 */
export function Timeline(): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const helpId = useId();
  const idle = useLab((state) => state.info === null);
  const dt = useLab((state) => state.info?.dt ?? 0);
  const playing = useLab((state) => state.playing);
  const lastStep = useLab((state) => state.lastStep);
  const present = useLab((state) => state.readouts?.step ?? 0);
  const lost = useLab((state) => state.blowUp);
  const { width } = useSize(host);
  const axis = useAxis(width);
  const marks = useMarks(axis);
  const { asked, go, begin, end } = useScrub();
  const [hovered, setHovered] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const [spoken, setSpoken] = useState(0);

  const step = asked ?? present;
  const at = xOfStep(axis, step);
  // A focused slider that moves ten times a second would never stop talking: while it plays it holds still.
  const still = playing && focused && asked === null;
  if (!still && spoken !== step) setSpoken(step);
  const told = still ? spoken : step;
  useEffect(() => {
    host.current?.style.setProperty('--at', `${at}px`);
  }, [at]);

  const goTo = (next: number): void => go(Math.max(0, next));
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const page = Math.max(1, Math.round(lastStep / PAGES));
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: step + 1,
      ArrowUp: step + 1,
      ArrowLeft: step - 1,
      ArrowDown: step - 1,
      PageUp: Math.max(step, Math.min(step + page, lastStep)),
      PageDown: step - page,
      Home: 0,
      End: lastStep,
    };
    const next = targets[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    goTo(next);
  };
  const stepUnder = (event: PointerEvent<HTMLDivElement>): number =>
    stepOfX(axis, event.clientX - event.currentTarget.getBoundingClientRect().left);
  const down = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0 || idle) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    input.current?.focus({ focusVisible: false });
    begin();
    go(stepUnder(event));
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const dragging = event.currentTarget.hasPointerCapture(event.pointerId);
    if (dragging) go(stepUnder(event));
    if (event.pointerType === 'mouse' || dragging) setHovered(stepUnder(event));
  };
  const tipStep = hovered ?? (focused ? told : null);
  const edits = marks
    .slice(-MOST_TOLD)
    .map(({ mark, label }) => text('timeline.editAt', { edit: label, step: mark.first }));
  const here = marksNear(marks, xOfStep(axis, told)).map(({ label }) => label);
  return (
    <div
      ref={host}
      className={idle ? 'timeline idle' : 'timeline'}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onPointerLeave={() => setHovered(null)}
    >
      <RidgeCanvas axis={axis} />
      <span className="timeline-base" />
      <span className="timeline-known" style={{ width: xOfStep(axis, lastStep) - INSET }} />
      <span className="timeline-past" />
      {lost === null ? null : (
        <span
          className="timeline-lost"
          style={{
            left: xOfStep(axis, lost.resumedAt),
            width: xOfStep(axis, lost.step) - xOfStep(axis, lost.resumedAt),
          }}
        />
      )}
      {marks.map(({ mark, x, label, symbol, labelled }) => (
        <span
          key={`${mark.first} ${mark.path}`}
          className="timeline-mark"
          style={{ left: x }}
          aria-hidden="true"
        >
          {labelled ? (
            <span>
              {symbol === '' ? null : <Sym of={symbol} />}
              {label.slice(symbol.length)}
            </span>
          ) : null}
        </span>
      ))}
      <span className="timeline-thumb" />
      <input
        ref={input}
        type="range"
        min={0}
        max={axis.end}
        step={1}
        value={Math.min(told, axis.end)}
        disabled={idle}
        aria-label={text('timeline.name')}
        aria-valuetext={[positionText(timeOfStep(told, dt), told), ...here].join(', ')}
        aria-describedby={helpId}
        onChange={(event) => goTo(event.currentTarget.valueAsNumber)}
        onKeyDown={press}
        onFocus={(event) => setFocused(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => setFocused(false)}
      />
      <p id={helpId} className="vh">
        {text('timeline.help')}
        {edits.length === 0 ? null : ` ${text('timeline.edits', { edits: edits.join('; ') })}`}
      </p>
      {tipStep === null || idle ? null : (
        <TimelineTip x={xOfStep(axis, tipStep)}>
          {[
            positionText(timeOfStep(tipStep, dt), tipStep),
            ...marksNear(marks, xOfStep(axis, tipStep)).map(({ label }) => label),
            ...(lost !== null && tipStep > lost.resumedAt && tipStep <= lost.step
              ? [text('timeline.lost')]
              : []),
          ]}
        </TimelineTip>
      )}
    </div>
  );
}
