import { useCallback, useEffect, useRef, useState } from 'react';
import { useLab } from '../../store/index.ts';
import { arrival } from '../../store/sameRun.ts';

export interface ParameterHandle<T> {
  /** The hand's value while it moves, else the run's. */
  readonly shown: T;
  /** While the hand moves: shown at once; live parameters reach the run once a frame, the latest wins. */
  readonly move: (value: T) => void;
  /** When the hand lets go: reaches the run if it has not yet. */
  readonly commit: (value: T) => void;
  /** When the hand is gone, however it went: what it moved last is taken. */
  readonly release: () => void;
}

/** Joins a control to one parameter of the run. */
export function useParameter<T>(path: string, value: T, live: boolean): ParameterHandle<T> {
  const [draft, setDraft] = useState<{ readonly value: T; readonly moving: boolean } | null>(null);
  // A value that was sent is shown until the engine has done what it was told; then the run's is.
  const over = useLab((state) => draft !== null && !draft.moving && state.settled);
  if (over) setDraft(null);
  const pending = useRef<{ value: T; request: number } | null>(null);
  const sent = useRef<{ value: T } | null>(null);
  /** The hand's value from its first move until it is committed. */
  const moving = useRef<{ value: T; readonly run: unknown } | null>(null);

  const send = useCallback(
    (next: T) => {
      sent.current = { value: next };
      useLab.getState().setParameter(path, next);
    },
    [path],
  );
  const cancel = useCallback(() => {
    if (pending.current !== null) cancelAnimationFrame(pending.current.request);
    pending.current = null;
  }, []);

  const move = useCallback(
    (next: T) => {
      moving.current = { value: next, run: moving.current?.run ?? arrival() };
      setDraft({ value: next, moving: true });
      // One drag is one change, however long the hand rests on the way.
      useLab.getState().holdChanges(true);
      if (!live) return;
      if (pending.current !== null) {
        pending.current.value = next;
        return;
      }
      const request = requestAnimationFrame(() => {
        const latest = pending.current;
        pending.current = null;
        if (latest !== null && moving.current?.run === arrival()) send(latest.value);
      });
      pending.current = { value: next, request };
    },
    [live, send],
  );
  const commit = useCallback(
    (next: T) => {
      cancel();
      // Another run was opened while the hand held this one's: it keeps what it came with.
      const isGone = moving.current !== null && moving.current.run !== arrival();
      const already = live && sent.current !== null && Object.is(sent.current.value, next);
      moving.current = null;
      setDraft(isGone ? null : { value: next, moving: false });
      if (!already && !isGone) send(next);
      useLab.getState().holdChanges(false);
      sent.current = null;
    },
    [cancel, live, send],
  );
  const release = useCallback(() => {
    if (moving.current !== null) commit(moving.current.value);
  }, [commit]);
  useEffect(
    () => () => {
      cancel();
      useLab.getState().holdChanges(false);
    },
    [cancel],
  );
  return { shown: draft === null || over ? value : draft.value, move, commit, release };
}
