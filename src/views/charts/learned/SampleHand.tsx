import { useEffect, useRef, useState, type JSX, type KeyboardEvent, type PointerEvent } from 'react';
import { formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { addedSample, movedSample, removedSample, type Samples } from '../../../scenario/samples.ts';
import { useLab } from '../../../store/index.ts';
import { createSampleHand, type SampleHand } from '../../../store/sampleHand.ts';
import { ChartPicker } from '../ChartPicker.tsx';
import type { Figure } from '../figure.ts';
import type { Geometry } from '../geometry.ts';
import { classOf, classTargets, MOST_NUMBERS, nearestSample, placeOf, sampleAt, type Plane } from './hand.ts';

/** Reach of a pointer around a sample, in pixels: a mouse's, and a finger's. */
const REACH = 10;
const FINGER = 22;
/** A drag is sent at most so often: each change of it is an edit of the run. */
const EVERY_MS = 60;
/** Steps of an arrow key, as parts of the picture's width: plain, and with Shift. */
const [STEP, FINE] = [0.02, 0.004];

/** The choice of a hand: shared by the picture and the buttons beside it. */
export interface SampleHandState {
  /** The sample that is held; null: none. */
  readonly chosen: number | null;
  /** Class of new samples. */
  readonly kind: number;
}

/** What a hand may do, beside its picture. */
export interface ChartHand extends SampleHand {
  readonly classes: readonly (readonly number[])[];
}

export function useSampleHand(): ChartHand {
  const [hand] = useState(createSampleHand);
  const data = useLab((state) => state.info?.data ?? null);
  return { ...hand, classes: data === null ? [] : classTargets(data) };
}

interface Props {
  readonly hand: ChartHand;
  readonly figure: Figure;
  readonly geometry: Geometry;
  readonly curve: boolean;
  readonly state: SampleHandState;
  readonly onState: (state: SampleHandState) => void;
}

/** Lies over a map or a curve: a press adds a sample or takes one, which then follows; arrows and Delete do so by keys. */
export function SamplePlane({ hand, figure, geometry, curve, state, onState }: Props): JSX.Element {
  const ring = useRef<HTMLSpanElement>(null);
  const [{ y }] = figure.panels;
  const plane: Plane = { box: geometry.panels[0], x: figure.x.span, y: y.span, curve };
  const data = useLab((lab) => lab.info?.data ?? null);
  const held = useRef<{ at: number; plane: Plane; timer: number; last: { x: number; y: number } } | null>(
    null,
  );
  const arrows = useRef(false);
  useEffect(() => () => clearTimeout(held.current?.timer), []);

  const chosen =
    state.chosen !== null && data !== null && state.chosen < data.sampleCount ? state.chosen : null;
  const sample = chosen === null ? null : rowOf(hand.now(), chosen);
  const place = sample === null ? null : placeOf(plane, sample.x, sample.y);

  const pick = (index: number | null): void => {
    onState({ ...state, chosen: index });
    if (index !== null) useLab.getState().setSample(index);
  };
  const spot = (event: PointerEvent<HTMLDivElement>): { x: number; y: number } => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: plane.box.left + event.clientX - box.left, y: plane.box.top + event.clientY - box.top };
  };
  const send = (): void => {
    const now = held.current;
    if (now === null) return;
    now.timer = 0;
    const samples = hand.now();
    const row = rowOf(samples, now.at);
    if (samples === null || row === null) return;
    const next = sampleAt(now.plane, now.last, row.x, row.y);
    if (same(next.x, row.x) && same(next.y, row.y)) return;
    void hand.change(movedSample(samples, now.at, next.x, next.y), false);
  };

  const press = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button > 0) return;
    arrows.current = false;
    const samples = hand.now();
    if (samples === null) return;
    const at = spot(event);
    const reach = event.pointerType === 'touch' ? FINGER : REACH;
    let index = nearestSample(plane, samples, at, reach);
    useLab.getState().grab();
    useLab.getState().holdChanges(true);
    if (index < 0) {
      const near = nearestSample(plane, samples, at, Infinity);
      const target = hand.classes[Math.min(state.kind, hand.classes.length - 1)] ?? samples.Y[near];
      const made = sampleAt(plane, at, samples.X[near], target);
      index = samples.X.length;
      void hand.change(addedSample(samples, made.x, made.y), false);
    }
    // The picture keeps its axes while a hand holds a sample, whatever they grow to.
    held.current = { at: index, plane, timer: 0, last: at };
    event.currentTarget.setPointerCapture(event.pointerId);
    pick(index);
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const now = held.current;
    if (now === null) return;
    now.last = spot(event);
    const { current } = ring;
    if (current !== null) {
      const { box } = now.plane;
      current.style.left = `${Math.min(box.width, Math.max(0, now.last.x - box.left))}px`;
      current.style.top = `${Math.min(box.height, Math.max(0, now.last.y - box.top))}px`;
    }
    if (now.timer === 0) now.timer = window.setTimeout(send, EVERY_MS);
  };
  const drop = (): void => {
    if (held.current === null) return;
    clearTimeout(held.current.timer);
    send();
    held.current = null;
    useLab.getState().holdChanges(false);
  };

  const key = (event: KeyboardEvent<HTMLDivElement>): void => {
    keyed(event);
    // Arrows that follow each other are one move; what was done before them is another change.
    arrows.current = event.key.startsWith('Arrow');
  };
  const keyed = (event: KeyboardEvent<HTMLDivElement>): void => {
    const samples = hand.now();
    if (samples === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const count = samples.X.length;
    const row = chosen === null ? null : rowOf(samples, chosen);
    const step = event.shiftKey ? FINE : STEP;
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (by !== undefined && row !== null && chosen !== null) {
      const from = placeOf(plane, row.x, row.y);
      const to = { x: from.x + by[0] * step * plane.box.width, y: from.y + by[1] * step * plane.box.width };
      const next = sampleAt(plane, to, row.x, row.y);
      void hand.change(movedSample(samples, chosen, next.x, next.y), !arrows.current);
    } else if (event.key === 'PageDown' || by !== undefined) pick(((chosen ?? -1) + 1) % count);
    else if (event.key === 'PageUp') pick(((chosen ?? count) - 1 + count) % count);
    else if (event.key === 'Insert' || event.key === 'Enter') {
      const { box } = plane;
      const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const near = nearestSample(plane, samples, middle, Infinity);
      const made = sampleAt(plane, middle, samples.X[near], hand.classes[state.kind] ?? samples.Y[near]);
      void hand.change(addedSample(samples, made.x, made.y), true);
      pick(count);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && chosen !== null && count > 1) {
      void hand.change(removedSample(samples, chosen), true);
      onState({ ...state, chosen: null });
    } else if (/^[1-9]$/.test(event.key) && row !== null && chosen !== null) {
      const target = hand.classes[Number(event.key) - 1];
      if (target !== undefined) void hand.change(movedSample(samples, chosen, row.x, target), true);
    } else if (event.key === 'Escape' && chosen !== null) pick(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const { box } = plane;
  return (
    // A plane of samples has no tag of its own: it is pointed at, and its keys are told.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="sample-plane"
      style={box}
      role="application"
      aria-label={text('chart.hand.plane')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={drop}
      onPointerCancel={drop}
      onKeyDown={key}
    >
      {place === null ? null : (
        <span
          ref={ring}
          className="sample-ring"
          style={{ left: place.x - box.left, top: place.y - box.top }}
        />
      )}
      <span className="vh" role="status">
        {sample === null || chosen === null ? '' : saidOf(chosen, sample, hand.classes)}
      </span>
    </div>
  );
}

/** Buttons of the hand: class of new samples, and what becomes of the one that is held. */
export function SampleTools({
  hand,
  state,
  onState,
}: Pick<Props, 'hand' | 'state' | 'onState'>): JSX.Element {
  const count = useLab((lab) => lab.info?.data.sampleCount ?? 0);
  const { chosen, kind } = state;
  const holds = chosen !== null && chosen < count;
  const act = (change: (samples: Samples, at: number) => Samples): void => {
    const samples = hand.now();
    if (samples !== null && chosen !== null) void hand.change(change(samples, chosen), true);
  };
  const { classes } = hand;
  return (
    <div className="sample-tools">
      {classes.length === 0 ? null : (
        <ChartPicker
          name={text('chart.hand.kind')}
          options={classes.map((_, n) => ({ value: n, name: text('chart.hand.class', { n: n + 1 }) }))}
          value={Math.min(kind, classes.length - 1)}
          onPick={(next) => onState({ ...state, kind: next })}
        />
      )}
      <div className="sample-buttons">
        {classes.length === 0 ? null : (
          <button
            type="button"
            className="text-button"
            disabled={!holds}
            onClick={() =>
              act((samples, at) => {
                const next = (classOf(classes, samples.Y[at]) + 1) % classes.length;
                return movedSample(samples, at, samples.X[at], classes[next]);
              })
            }
          >
            {text('chart.hand.nextClass')}
          </button>
        )}
        <button
          type="button"
          className="text-button"
          disabled={!holds || count < 2}
          onClick={() => {
            act(removedSample);
            onState({ ...state, chosen: null });
          }}
        >
          {text('chart.hand.remove')}
        </button>
      </div>
      <p>{text('chart.hand.help')}</p>
    </div>
  );
}

/** Whether the samples of the run are few enough to be changed one by one. */
export function isInHand({
  sampleCount,
  inputCount,
  outputCount,
  testCount,
}: Readonly<Record<'sampleCount' | 'inputCount' | 'outputCount' | 'testCount', number>>): boolean {
  return (sampleCount + testCount) * (inputCount + outputCount) <= MOST_NUMBERS;
}

const same = (a: readonly number[], b: readonly number[]): boolean => a.every((value, n) => value === b[n]);

function rowOf(
  samples: Samples | null,
  at: number,
): { readonly x: readonly number[]; readonly y: readonly number[] } | null {
  const x = samples?.X[at];
  const y = samples?.Y[at];
  return x === undefined || y === undefined ? null : { x, y };
}

function saidOf(
  at: number,
  { x, y }: { readonly x: readonly number[]; readonly y: readonly number[] },
  classes: readonly (readonly number[])[],
): string {
  const of = classOf(classes, y);
  const place = [...x, ...(of < 0 ? y : [])].map((value) => formatShort(value)).join(', ');
  const said = text('chart.hand.said', { n: at + 1, place });
  return of < 0 ? said : `${said}, ${text('chart.hand.class', { n: of + 1 })}`;
}
