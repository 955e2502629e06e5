import { useLab } from '../../store/index.ts';
import { sway } from './sharedView.ts';

/** Half of the way that a drifting camera goes round, and the time of there and back. */
const WIDTH = (13 * Math.PI) / 180;
const PERIOD_SECONDS = 44;
/** It sets out from rest within so many seconds. */
const EASE_SECONDS = 4;

/** Angular speed of the drift, radians a second, so long after it set out: zero at first, then WIDTH sin(2πt/T)'s. */
export function driftSpeed(seconds: number): number {
  const omega = (2 * Math.PI) / PERIOD_SECONDS;
  return WIDTH * omega * Math.cos(omega * seconds) * Math.min(1, seconds / EASE_SECONDS);
}

/**
 * Lets the camera of the pictures in space go slowly to and fro while a run plays, where its document asks for it
 * (`view.drift`) or a hand has chosen it. The first touch of a picture (press, wheel, key) ends it, and there is none
 * where reduced motion is asked. Off it costs nothing; a run at rest stands still.
 *  @returns a function that ends it
 */
export function startDrift(): () => void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  let asked = 0;
  let before = 0;
  let seconds = 0;
  const turn = (now: number): void => {
    asked = requestAnimationFrame(turn);
    // A tab that was hidden must not leap.
    const passed = Math.min(0.05, (now - before) / 1000);
    before = now;
    seconds += passed;
    sway(driftSpeed(seconds) * passed);
  };
  const stop = (): void => {
    cancelAnimationFrame(asked);
    asked = 0;
  };
  const follow = (): void => {
    const { drift, playing } = useLab.getState();
    const moves = drift && playing && !still.matches;
    if (!drift) seconds = 0;
    if (moves === (asked !== 0)) return;
    if (!moves) {
      stop();
      return;
    }
    before = performance.now();
    asked = requestAnimationFrame(turn);
  };
  const touch = ({ target }: Event): void => {
    const { drift, setDrift } = useLab.getState();
    // The tools of a picture stand beside it: one of them switches this.
    if (drift && target instanceof Element && target.closest('.stage-picture') !== null) setDrift(false);
  };
  const touches = ['pointerdown', 'wheel', 'keydown'] as const;
  const ends = useLab.subscribe(follow);
  still.addEventListener('change', follow);
  for (const kind of touches) window.addEventListener(kind, touch, { capture: true, passive: true });
  follow();
  return () => {
    stop();
    ends();
    still.removeEventListener('change', follow);
    for (const kind of touches) window.removeEventListener(kind, touch, true);
  };
}
