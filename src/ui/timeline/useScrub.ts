import { useCallback, useEffect, useRef, useState } from 'react';
import { useLab } from '../../store/index.ts';

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
  const [asked, setAsked] = useState<{ readonly step: number; readonly sent: boolean } | null>(null);
  // The step that was asked for is shown until the engine has come there; then the run's own is.
  const over = useLab((state) => asked?.sent === true && state.settled);
  if (over) setAsked(null);
  const pending = useRef<number | null>(null);
  const request = useRef(0);
  const wasPlaying = useRef(false);
  const dragging = useRef(false);

  const send = useCallback(() => {
    cancelAnimationFrame(request.current);
    request.current = 0;
    const step = pending.current;
    pending.current = null;
    if (step !== null) useLab.getState().seek(step);
    if (!dragging.current) setAsked((last) => (last === null ? null : { ...last, sent: true }));
  }, []);
  const go = useCallback(
    (step: number) => {
      setAsked({ step, sent: false });
      pending.current = step;
      if (request.current === 0) request.current = requestAnimationFrame(send);
    },
    [send],
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
  }, [send]);
  useEffect(() => () => cancelAnimationFrame(request.current), []);
  return { asked: asked === null || over ? null : asked.step, go, begin, end };
}
