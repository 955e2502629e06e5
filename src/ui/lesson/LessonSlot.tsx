import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import type { ChartPicture } from '../../store/pictures.ts';
import { later } from '../../store/later.ts';
import type { LayoutMode } from '../layoutMode.ts';
import { Part } from '../parts/Part.tsx';
import { useUi } from '../uiState.ts';

const LessonPanel = later(async () => (await import('./LessonPanel.tsx')).LessonPanel);

/** Beside the pictures, or below them with a peek. */
export type LessonPosition = 'rail' | 'sheet';

/**
 * Where a lesson stands in a window: below the pictures where these are taller than wide (phones, tablets held upright),
 * else in the place of the right rail.
 */
export function lessonPosition(mode: LayoutMode, width: number, height: number): LessonPosition {
  return mode === 'phone' || (mode === 'stacked' && height > width) ? 'sheet' : 'rail';
}

/** Where the lesson that is open stands; null where none is, or the readouts have its place. */
export function useLessonPosition(mode: LayoutMode): LessonPosition | null {
  const open = useLab((state) => state.lesson !== null);
  const aside = useUi((state) => state.lessonAside);
  if (!open) return null;
  const position = lessonPosition(mode, window.innerWidth, window.innerHeight);
  return position === 'rail' && aside ? null : position;
}

interface LessonSlotProps {
  readonly position: LessonPosition;
  readonly charts: readonly ChartPicture[];
}

/** The panel of a lesson, loaded when one is opened. */
export function LessonSlot({ position, charts }: LessonSlotProps): JSX.Element {
  return (
    <aside className={`lesson ${position}`} aria-label={text('part.lesson')}>
      <Part name={text('part.lesson')} close={() => useLab.getState().setLesson(null)}>
        <LessonPanel position={position} charts={charts} />
      </Part>
    </aside>
  );
}
