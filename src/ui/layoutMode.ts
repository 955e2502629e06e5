import { useSyncExternalStore } from 'react';
import { useLab, type Ground } from '../store/index.ts';
import { useUi } from './uiState.ts';

/**
 * How the instrument arranges itself (mock/README.md, Widths):
 * wide from 1440; medium from 1100, right rail folded; narrow from 800, left rail behind a button;
 * stacked from 600, panes one above the other; phone below, one picture at a time.
 */
export type LayoutMode = 'wide' | 'medium' | 'narrow' | 'stacked' | 'phone';

/** Below this height the drawer starts closed. */
export const LOW_HEIGHT = 700;

/** Projector type is about half as large again, so its words need the room of a wider window. */
const PROJECTOR_SCALE = 1.4;

/** Mode for a width in CSS pixels. */
export function layoutMode(width: number): LayoutMode {
  if (width >= 1440) return 'wide';
  if (width >= 1100) return 'medium';
  if (width >= 800) return 'narrow';
  if (width >= 600) return 'stacked';
  return 'phone';
}

function listen(notify: () => void): () => void {
  window.addEventListener('resize', notify);
  return () => window.removeEventListener('resize', notify);
}

/** How much room type takes: windows count as that much smaller. */
export function typeScale(ground: Ground): number {
  return ground === 'projector' ? PROJECTOR_SCALE : 1;
}

/** Part of a pane's width that a picture fills; height of its head and foot on ordinary grounds; its own form. */
const FILLED = 0.77;
const HEAD_AND_FOOT = 92;
const FORM = 0.95;

/** How large a picture is in a pane, pixels. */
function pictureIn(width: number, height: number, scale: number): number {
  return Math.min(FILLED * width, (height - scale * HEAD_AND_FOOT) / FORM);
}

/** A pane that cannot hold the key of its colours, in pixels of plain type. */
const NARROWEST_PANE = 180;

/** Whether two pictures are larger one above the other than beside each other, in what is left for both. */
export function standAbove(width: number, height: number, scale: number): boolean {
  if (width / 2 < NARROWEST_PANE * scale) return true;
  return pictureIn(width, height / 2, scale) > pictureIn(width / 2, height, scale);
}

/** Width of the speaker's notes (ui/talk/speaker.css); in narrow windows they lie below. */
const NOTES = 320;

/** What the notes leave of a window's width. */
function besideNotes(width: number, notes: boolean): number {
  return notes && width >= 800 ? width - NOTES : width;
}

/** The mode of the window as it is now. */
export function useLayoutMode(): LayoutMode {
  const scale = useLab((state) => typeScale(state.ground));
  const notes = useUi((state) => state.notes);
  return useSyncExternalStore(listen, () => layoutMode(besideNotes(window.innerWidth, notes) / scale));
}
