import type { Balls, Landscape } from '../../store/index.ts';
import { askDrawing } from '../scene/watch.ts';
import { groundOf, niceStep, widthsOf, type Ground } from './ground.ts';

/** Points along a side that a pointer can tell apart. */
export const PLACES = 401;

/** What a landscape shows beside the frames: written by the page when it is seen, read at every drawing. */
export interface LandscapeModel {
  readonly ground: Ground | null;
  readonly balls: Balls | null;
  /** Where a hand would drop a ball, in coordinates of the plane; null where it points at nothing. */
  readonly cursor: readonly [x: number, y: number] | null;
  /** Time whose way an arrow is as long as; 0 before anything moves. */
  readonly arrowTime: number;
  /** Counts the grounds. */
  readonly version: number;
}

/** Longest arrow of a velocity, in widths of the window. */
const LONGEST = 0.3;
/** A terminal velocity beyond this is not drawn: where friction is weak it may be any number of windows long. */
const LONGEST_TERMINAL = 0.6;

/** Whether a terminal velocity can be drawn. */
export function isDrawable(
  { ground, arrowTime }: LandscapeModel,
  terminal: readonly [number, number],
): boolean {
  return (
    ground !== null && widthsOf(ground, arrowTime * terminal[0], arrowTime * terminal[1]) <= LONGEST_TERMINAL
  );
}

export class LandscapeBoard implements LandscapeModel {
  ground: Ground | null = null;
  balls: Balls | null = null;
  cursor: readonly [number, number] | null = null;
  arrowTime = 0;
  version = 0;
  private dropped: (x: number, y: number) => void = () => undefined;
  /** Largest speed so far, in widths of the window: the arrows' scale never shrinks by itself. */
  private fastest = 0;
  private landscape: Landscape | null = null;

  setLandscape(landscape: Landscape | null): void {
    if (landscape === this.landscape) return;
    this.landscape = landscape;
    const before = this.ground?.plane.window;
    const ground = landscape === null ? null : groundOf(landscape);
    // A slice that begins anew leaves the old one until its coarse points are there.
    if (landscape !== null && ground === null) return;
    this.ground = ground;
    this.version++;
    const { x, y } = ground?.plane.window ?? {};
    if (before?.x[0] !== x?.[0] || before?.x[1] !== x?.[1] || before?.y[0] !== y?.[0]) this.fastest = 0;
    this.measure();
    askDrawing();
  }

  setBalls(balls: Balls | null): void {
    this.balls = balls;
    this.measure();
    askDrawing();
  }

  setCursor(cursor: LandscapeModel['cursor']): void {
    this.cursor = cursor;
    askDrawing();
  }

  /** A hand asks for the balls at a point of the plane. */
  drop(x: number, y: number): void {
    this.dropped(x, y);
  }

  /** @returns a function that ends it */
  onDrop(listener: (x: number, y: number) => void): () => void {
    this.dropped = listener;
    return () => {
      this.dropped = () => undefined;
    };
  }

  private measure(): void {
    const { ground, balls } = this;
    if (ground === null || balls === null) return;
    for (const { velocity } of balls.balls) {
      const speed = widthsOf(ground, velocity[0], velocity[1]);
      if (speed > this.fastest && speed < Infinity) this.fastest = speed;
    }
    this.arrowTime = this.fastest > 0 ? niceStep(LONGEST / this.fastest) : 0;
  }
}
