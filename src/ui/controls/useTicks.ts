import { useMemo } from 'react';
import { useLab } from '../../store/index.ts';
import type { Tick } from './SliderTrack.tsx';

/** Two ticks closer than this would be one. */
const APART = 1.05;

/**
 * Values worth a mark on a parameter's slider, as values: friction at which the slowest and the fastest mode are
 * critical at this moment, and the stability bound of the time step.
 */
export function useTicks(path: string): readonly Tick[] {
  const largest = useLab((state) => state.readouts?.largestStep) ?? Infinity;
  const slowest = useLab((state) => state.readouts?.modes.slowest) ?? null;
  const fastest = useLab((state) => state.readouts?.modes.fastest) ?? null;
  return useMemo(() => {
    if (path === 'dynamics.dt') return Number.isFinite(largest) ? [{ name: 'bound', position: largest }] : [];
    if (path !== 'expansion.gamma') return [];
    const ticks: Tick[] = [];
    if (fastest !== null) ticks.push({ name: 'critical', position: fastest });
    if (slowest !== null && fastest !== null && fastest > APART * slowest) {
      ticks.push({ name: 'critical-slow', position: slowest });
    }
    return ticks;
  }, [path, largest, slowest, fastest]);
}
