import { largest } from '../../../scenario/plain.ts';
import { useEffect, useRef, type JSX, type KeyboardEvent, type PointerEvent } from 'react';
import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import { clamp, timeAt, timeX } from '../place.ts';
import type { ScheduleBoard } from './board.ts';
import { etaAtY, etaY } from './scale.ts';
import { LEAST_PART, movePoint, removePoint, type EtaTable } from './table.ts';

interface HandlesProps {
  readonly table: EtaTable;
  /** While a hand moves: shown at once. */
  readonly onMove: (table: EtaTable) => void;
  /** When it lets go, or a key was pressed. */
  readonly onCommit: (table: EtaTable) => void;
  /** When it gives up. */
  readonly onCancel: () => void;
  readonly board: ScheduleBoard;
}

/** A point in a hand: where it and the pointer were when it was taken. */
interface Grab {
  readonly table: EtaTable;
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly pointerX: number;
  readonly pointerY: number;
  /** Whether it has left its time, or its rate. */
  across: boolean;
  along: boolean;
}

/** Parts of the plot that a key moves a point by, in time and in rate. */
const STEP = 1 / 100;
const PAGE = 1 / 10;
/** Pixels that a hand may tremble: less changes neither time nor rate. */
const TREMBLE = 3;

/** The points of a table on its line: drag them, or move them by keys. Those outside stand at the plot's edge. */
export function Handles({ table, onMove, onCommit, onCancel, board }: HandlesProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const latest = useRef(table);
  const grab = useRef<Grab | null>(null);
  /** Index of the point that is to have the focus once the list has changed. */
  const wanted = useRef<number | null>(null);

  useEffect(() => {
    latest.current = table;
    const place = (): void => {
      const now = board.moment();
      if (now === null || list.current === null) return;
      const { left, right } = now.place;
      const { top, bottom } = board.scale;
      [...list.current.children].forEach((child, index) => {
        const { t, eta } = latest.current;
        if (!(child instanceof HTMLElement) || t[index] === undefined) return;
        const x = timeX(now.place, t[index]);
        const y = clamp(etaY(board.scale, eta[index]), top, bottom);
        child.classList.toggle('outside', x < left - 1 || x > right + 1);
        child.style.transform = `translate(${clamp(x, left, right).toFixed(1)}px, ${y.toFixed(1)}px)`;
      });
    };
    place();
    if (wanted.current !== null) {
      const neighbour = list.current?.children[Math.min(wanted.current, table.t.length - 1)];
      if (neighbour instanceof HTMLElement) neighbour.focus();
      wanted.current = null;
    }
    return board.onDrawn(place);
  }, [board, table]);
  useEffect(
    () => () => {
      if (grab.current !== null) useLab.getState().holdChanges(false);
    },
    [],
  );

  const take = (event: PointerEvent<HTMLElement>, index: number): void => {
    const now = board.moment();
    if (event.button !== 0 || now === null) return;
    const { place } = now;
    const { scale } = board;
    grab.current = {
      table: latest.current,
      index,
      x: clamp(timeX(place, latest.current.t[index]), place.left, place.right),
      y: clamp(etaY(scale, latest.current.eta[index]), scale.top, scale.bottom),
      pointerX: event.clientX,
      pointerY: event.clientY,
      across: false,
      along: false,
    };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus();
    useLab.getState().holdChanges(true);
  };
  const drag = (event: PointerEvent<HTMLElement>): void => {
    const now = board.moment();
    const held = grab.current;
    if (now === null || held === null) return;
    const { place } = now;
    const { scale } = board;
    const dx = event.clientX - held.pointerX;
    const dy = event.clientY - held.pointerY;
    held.across ||= Math.abs(dx) > TREMBLE;
    held.along ||= Math.abs(dy) > TREMBLE;
    const { table: before, index } = held;
    const t = held.across ? timeAt(place, clamp(held.x + dx, place.left, place.right)) : before.t[index];
    const eta = held.along ? etaAtY(scale, clamp(held.y + dy, scale.top, scale.bottom)) : before.eta[index];
    latest.current = movePoint(before, index, t, eta, LEAST_PART * scale.most);
    onMove(latest.current);
  };
  const release = (): void => {
    if (grab.current === null) return;
    grab.current = null;
    // Before the hold ends: what a hand does is one change.
    onCommit(latest.current);
    useLab.getState().holdChanges(false);
  };
  const giveUp = (): void => {
    if (grab.current === null) return;
    latest.current = grab.current.table;
    grab.current = null;
    onCancel();
    useLab.getState().holdChanges(false);
  };

  const key = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    const now = board.moment();
    if (now === null) return;
    if (grab.current !== null) {
      if (event.key !== 'Escape') return;
      // It gives up the drag, and closes nothing.
      event.preventDefault();
      event.stopPropagation();
      giveUp();
      return;
    }
    const { t, eta } = latest.current;
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      const next = removePoint(latest.current, index);
      if (next === latest.current) return;
      wanted.current = index;
      latest.current = next;
      onCommit(next);
      return;
    }
    const [dt, de] = stepOf(event.key, event.shiftKey ? PAGE : STEP);
    if (dt === 0 && de === 0) return;
    event.preventDefault();
    const { most } = board.scale;
    const across = now.place.to - now.place.from;
    latest.current = movePoint(
      latest.current,
      index,
      t[index] + dt * across,
      eta[index] + de * most,
      LEAST_PART * most,
    );
    onCommit(latest.current);
  };

  return (
    <div ref={list} className="schedule-points" role="group" aria-label={text('universe.points')}>
      {table.t.map((time, index) => (
        <div
          // A point keeps its place in the list while it moves: it never passes its neighbours.
          key={index}
          role="slider"
          tabIndex={0}
          className="schedule-point"
          aria-label={text('universe.point', { index: index + 1, count: table.t.length })}
          aria-orientation="vertical"
          aria-valuemin={0}
          aria-valuemax={largest(table.eta)}
          aria-valuenow={table.eta[index]}
          aria-valuetext={text('universe.pointValue', {
            time: formatShort(time, 4),
            eta: formatNumber(table.eta[index]),
          })}
          title={text('universe.pointHelp')}
          onKeyDown={(event) => key(event, index)}
          onPointerDown={(event) => take(event, index)}
          onPointerMove={drag}
          onLostPointerCapture={release}
        />
      ))}
    </div>
  );
}

/** Part of the plot that a key moves a point by. */
function stepOf(key: string, size: number): readonly [time: number, rate: number] {
  switch (key) {
    case 'ArrowLeft':
      return [-size, 0];
    case 'ArrowRight':
      return [size, 0];
    case 'ArrowUp':
      return [0, size];
    case 'ArrowDown':
      return [0, -size];
    case 'PageUp':
      return [0, PAGE];
    case 'PageDown':
      return [0, -PAGE];
    default:
      return [0, 0];
  }
}
