import { useCallback, useEffect, useRef, useState } from 'react';
import { useLab } from '../../store/index.ts';

/** How long a step that was asked for is shown before the run's own is shown again. */
const SETTLE_MS = 200;

export interface Scrub {
  /** Step that the hand asks for; null while it rests. */
  readonly asked: number | null;
  /** Goes to a step: shown at once, asked of the run once a frame, the latest wins. */
  readonly go: (step: number) => void;
  readonly begin: () => void;
  /** Lets go: a run that was playing plays on from there. */
  readonly end: () => void;
}

/** Joins the hand on the timeline to the run. */
export function useScrub(): Scrub {
  const [asked, setAsked] = useState<number | null>(null);
  const pending = useRef<number | null>(null);
  const request = useRef(0);
  const settle = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const wasPlaying = useRef(false);
  const dragging = useRef(false);

  const send = useCallback(() => {
    cancelAnimationFrame(request.current);
    request.current = 0;
    if (pending.current === null) return;
    useLab.getState().seek(pending.current);
    pending.current = null;
  }, []);
  const rest = useCallback(() => {
    clearTimeout(settle.current);
    settle.current = setTimeout(() => setAsked(null), SETTLE_MS);
  }, []);
  const go = useCallback(
    (step: number) => {
      setAsked(step);
      pending.current = step;
      if (request.current === 0) request.current = requestAnimationFrame(send);
      clearTimeout(settle.current);
      if (!dragging.current) rest();
    },
    [rest, send],
  );
  const begin = useCallback(() => {
    dragging.current = true;
    wasPlaying.current = useLab.getState().playing;
  }, []);
  const end = useCallback(() => {
    if (!dragging.current) return;
    dragging.current = false;
    send();
    if (wasPlaying.current) useLab.getState().play();
    rest();
  }, [rest, send]);
  useEffect(
    () => () => {
      cancelAnimationFrame(request.current);
      clearTimeout(settle.current);
    },
    [],
  );
  return { asked, go, begin, end };
}
