import { useMemo } from 'react';
import { useLab } from '../../store/index.ts';
import { regimeOf } from './regime.ts';
import { largestStep } from './stepBound.ts';
import type { Tick } from './Track.tsx';

/** Two ticks closer than this would be one. */
const APART = 1.05;

/**
 * Values worth a mark on a parameter's slider, as values: critical friction 2√λ of the slowest and the fastest
 * mode, and the stability bound of the time step.
 */
export function useTicks(path: string): readonly Tick[] {
  const info = useLab((state) => state.info);
  const scenario = useLab((state) => state.document?.scenario);
  return useMemo(() => {
    if (info === null || scenario === undefined) return [];
    if (path === 'dynamics.dt') {
      const position = largestStep(info, scenario);
      return position === null ? [] : [{ name: 'bound', position }];
    }
    if (path !== 'expansion.gamma') return [];
    const { slowest, fastest } = regimeOf(0, info.curvatureRange, info.tracks[0].curvature);
    const ticks: Tick[] = [];
    if (fastest !== null) ticks.push({ name: 'critical', position: fastest });
    if (slowest !== null && fastest !== null && fastest > APART * slowest) {
      ticks.push({ name: 'critical-slow', position: slowest });
    }
    return ticks;
  }, [info, scenario, path]);
}
