import type { FrameViews } from '../engine/frame.ts';
import type { Traces } from '../engine/traces.ts';
import type { Engine } from './types.ts';

/** The engine that the store's actions speak to; null until the app connects one. */
let current: Engine | null = null;

export function engine(): Engine | null {
  return current;
}

export function setEngine(next: Engine | null): void {
  current = next;
}

/** Newest frame, for useFrame; never through React. */
export function latestFrame(): FrameViews | null {
  return current?.frame() ?? null;
}

/** Traces of the run, for charts. */
export function latestTraces(): Traces | null {
  return current?.traces() ?? null;
}
