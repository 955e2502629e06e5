import { useEffect, useRef, type JSX, type KeyboardEvent, type PointerEvent } from 'react';
import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import { timeAt, timeX } from '../place.ts';
import type { ScheduleBoard } from './board.ts';
import { etaAtY, etaY } from './scale.ts';
import { movePoint, removePoint, type EtaTable } from './table.ts';

interface HandlesProps {
  readonly table: EtaTable;
  /** While a hand moves: shown at once. */
  readonly onMove: (table: EtaTable) => void;
  /** When it lets go, or a key was pressed. */
  readonly onCommit: (table: EtaTable) => void;
  readonly board: ScheduleBoard;
}

/** Parts of the plot that a key moves a point by, in time and in rate. */
const STEP = 1 / 100;
const PAGE = 1 / 10;

/** The points of a table on its line: drag them, or move them by keys. */
export function Handles({ table, onMove, onCommit, board }: HandlesProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const latest = useRef(table);

  useEffect(() => {
    latest.current = table;
    const place = (): void => {
      const now = board.moment();
      if (now === null || list.current === null) return;
      const { left, right } = now.place;
      [...list.current.children].forEach((child, index) => {
        const { t, eta } = latest.current;
        if (!(child instanceof HTMLElement) || t[index] === undefined) return;
        const x = timeX(now.place, t[index]);
        child.hidden = x < left - 1 || x > right + 1;
        child.style.transform = `translate(${x.toFixed(1)}px, ${etaY(board.scale, eta[index]).toFixed(1)}px)`;
      });
    };
    place();
    return board.onDrawn(place);
  }, [board, table]);

  const drag = (event: PointerEvent<HTMLElement>, index: number): void => {
    const now = board.moment();
    const host = list.current;
    if (now === null || host === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = host.getBoundingClientRect();
    const next = movePoint(
      latest.current,
      index,
      timeAt(now.place, event.clientX - box.left),
      etaAtY(board.scale, Math.max(board.scale.top, event.clientY - box.top)),
    );
    onMove(next);
  };
  const key = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    const now = board.moment();
    if (now === null) return;
    const { t, eta } = latest.current;
    const across = now.place.to - now.place.from;
    const [dt, de] = stepOf(event.key, event.shiftKey ? PAGE : STEP);
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      const next = removePoint(latest.current, index);
      const children = list.current?.children;
      onCommit(next);
      requestAnimationFrame(() => {
        const neighbour = children?.[Math.min(index, next.t.length - 1)];
        if (neighbour instanceof HTMLElement) neighbour.focus();
      });
      return;
    }
    if (dt === 0 && de === 0) return;
    event.preventDefault();
    onCommit(movePoint(latest.current, index, t[index] + dt * across, eta[index] + de * board.scale.most));
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
          aria-valuemax={Math.max(...table.eta)}
          aria-valuenow={table.eta[index]}
          aria-valuetext={text('universe.pointValue', {
            time: formatShort(time, 4),
            eta: formatNumber(table.eta[index]),
          })}
          title={text('universe.pointHelp')}
          onKeyDown={(event) => key(event, index)}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            event.currentTarget.focus();
            useLab.getState().holdChanges(true);
          }}
          onPointerMove={(event) => drag(event, index)}
          onLostPointerCapture={() => {
            onCommit(latest.current);
            useLab.getState().holdChanges(false);
          }}
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
