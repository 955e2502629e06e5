import { useSyncExternalStore } from 'react';
import { useLab, type Ground } from '../store/index.ts';

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

/** The mode of the window as it is now. */
export function useLayoutMode(): LayoutMode {
  const scale = useLab((state) => typeScale(state.ground));
  return useSyncExternalStore(listen, () => layoutMode(window.innerWidth / scale));
}
