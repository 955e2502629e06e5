import { fetchSweeper } from '../engine/sweep/client.ts';
import { Later } from './later.ts';

/** The program of the pool's workers, which sweeps and ensembles share. */
export const sweeper = new Later(fetchSweeper);

const MOST_WORKERS = 8;

/** Workers for so many points: one core is the run's own. */
export function mostWorkers(points: number): number {
  const cores = Math.max(1, (navigator.hardwareConcurrency || 2) - 1);
  return Math.min(cores, MOST_WORKERS, Math.max(1, points));
}
