import { onFrame, useLab } from '../../store/index.ts';

/**
 * Share of the time that drawing one chart may take: more where the run rests and a hand waits for it. While it plays two charts
 * leave a display frame to the pictures: 1 ms of it each, but twice a second they are drawn whatever they cost.
 */
const PLAYING_SHARE = 1 / 15;
const SLOWEST_MS = 500;
const RESTING_SHARE = 0.5;
/** While a run plays, what is written beside a plot changes no more often than the readouts. */
const PLAYING_MS = 100;

/**
 * Time from the beginning of a drawing to the next, ms.
 *  @param cost  of the last one, ms
 *  @param least while it plays, ms
 */
export function pauseOf(cost: number, playing: boolean, least = PLAYING_MS): number {
  if (!playing) return cost / RESTING_SHARE;
  return Math.max(least, 2 * cost, Math.min(SLOWEST_MS, cost / PLAYING_SHARE));
}

/** When a chart is drawn. */
export interface Cadence {
  /** Something else may have to be drawn. */
  readonly ask: () => void;
  readonly end: () => void;
}

/**
 * Has a chart drawn when frames, observations or choices come: at the display's rate while the run rests, as far as its
 * cost allows; less often while it plays. What came last is always drawn; where nothing comes nothing runs.
 *  @param draw  draws what is news. @returns whether anything was
 *  @param least from one drawing to the next while it plays, ms
 */
export function createCadence(draw: () => boolean, least = PLAYING_MS): Cadence {
  let request = 0;
  let begun = -Infinity;
  let cost = 0;
  const look = (now: number): void => {
    request = 0;
    if (now - begun < pauseOf(cost, useLab.getState().playing, least)) {
      ask();
      return;
    }
    const start = performance.now();
    if (!draw()) return;
    begun = now;
    cost = performance.now() - start;
  };
  const ask = (): void => {
    if (request === 0) request = requestAnimationFrame(look);
  };
  const ends = [onFrame(ask), useLab.subscribe(ask)];
  return {
    ask,
    end() {
      for (const end of ends) end();
      cancelAnimationFrame(request);
    },
  };
}
