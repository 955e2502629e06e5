import { useEffect, useRef, useState } from 'react';
import { text } from '../../messages/index.ts';
import { download } from '../files/save.ts';

/** A file that is being made. */
export interface Work {
  readonly running: boolean;
  readonly done: number;
  /** 0: nobody knows how long it takes. */
  readonly total: number;
  /** What came of the last one. */
  readonly said: string;
  readonly cancel: (() => void) | null;
}

const IDLE: Work = { running: false, done: 0, total: 0, said: '', cancel: null };

/** What a maker tells on its way. */
export interface Way {
  readonly tell: (done: number) => void;
  /** How it is given up. */
  readonly cancellable: (cancel: () => void) => void;
}

/** Makes one file at a time, saves it, and says what came of it; a dialog that closes gives it up. */
export function useWork(): readonly [
  Work,
  (name: string, total: number, make: (way: Way) => Promise<Blob>) => Promise<void>,
] {
  const [work, setWork] = useState(IDLE);
  const giveUp = useRef<(() => void) | null>(null);
  useEffect(() => () => giveUp.current?.(), []);
  const run = async (name: string, total: number, make: (way: Way) => Promise<Blob>): Promise<void> => {
    setWork({ ...IDLE, running: true, total });
    let cancelled = false;
    const way: Way = {
      tell: (done) => setWork((before) => ({ ...before, done })),
      cancellable(cancel) {
        const stop = (): void => {
          cancelled = true;
          cancel();
        };
        giveUp.current = stop;
        setWork((before) => ({ ...before, cancel: stop }));
      },
    };
    try {
      const blob = await make(way);
      download(blob, name);
      setWork({ ...IDLE, said: text('export.saved', { file: name }) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setWork({
        ...IDLE,
        said: cancelled ? '' : text('export.failed', { reason: reason.replace(/\.$/, '') }),
      });
    } finally {
      giveUp.current = null;
    }
  };
  return [work, run];
}
