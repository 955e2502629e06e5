import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { RunInfo } from '../../../engine/protocol.ts';
import { formatInteger } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { expansionOf } from '../../../scenario/expansion.ts';
import { segmentsOf } from '../../../scenario/segments.ts';
import { presentOf, useLab } from '../../../store/index.ts';
import { scheduleSummary } from '../summary.ts';
import type { TimeWindow } from '../window.ts';
import type { ScheduleBoard } from './board.ts';

/** Part of the window by which it changes before it is told anew. */
const NEWS = 0.01;
/** Stretches that are told one by one. */
const TOLD = 12;

/** The window of time that is drawn, told when it is another. */
function useWindow(board: ScheduleBoard): TimeWindow | null {
  const [window, setWindow] = useState<TimeWindow | null>(null);
  useEffect(() => {
    let told: TimeWindow | null = null;
    return board.onDrawn(() => {
      const place = board.moment()?.place;
      if (place === undefined) return;
      const { from, to } = place;
      const apart = told === null ? Infinity : Math.max(Math.abs(from - told.from), Math.abs(to - told.to));
      if (apart <= NEWS * (to - from)) return;
      told = { from, to };
      setWindow(told);
    });
  }, [board]);
  return window;
}

/** The schedule as far as it is drawn in words, for who cannot see it. */
export function ScheduleWords({
  info,
  board,
}: {
  readonly info: RunInfo;
  readonly board: ScheduleBoard;
}): ReactNode {
  const gamma = useLab((state) => state.readouts?.gamma) ?? 0;
  const window = useWindow(board);
  const { expansion, segments } = useMemo(() => {
    const scenario = presentOf(info).scenario;
    const expansion = expansionOf(scenario, info.dimension);
    return {
      expansion,
      segments: window === null ? [] : segmentsOf(scenario.expansion, expansion, window.from, window.to),
    };
  }, [info, window]);
  const more = segments.length - TOLD;
  return (
    <p className="stage-words">
      {scheduleSummary(1 / gamma, gamma / expansion.dimension, segments.slice(0, TOLD))}
      {more > 0 ? ` ${text('universe.segmentsMore', { count: formatInteger(more) })}` : ''}
    </p>
  );
}
