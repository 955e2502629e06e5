import { useEffect, useState } from 'react';
import type { FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { latestFrame, useLab } from '../../store/index.ts';

const INTERVAL_MS = 1000;

/** The picture in words: its label, renewed at most once a second, and what is spoken while it stands still. */
export interface Words {
  readonly label: string;
  readonly spoken: string;
}

export function useSummary(summary: (info: RunInfo, frame: FrameViews) => string, title: string): Words {
  const [words, setWords] = useState<Words>({ label: title, spoken: '' });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let at = -Infinity;
    const write = (): void => {
      timer = undefined;
      at = performance.now();
      const { info, playing } = useLab.getState();
      const frame = latestFrame();
      const fits = info !== null && frame !== null && frame.tracks.length === info.tracks.length;
      const label = fits ? `${title}. ${summary(info, frame)}` : title;
      // While a run plays a voice would never end: only the label follows.
      setWords((before) => {
        const spoken = playing || !fits ? '' : label;
        return before.label === label && before.spoken === spoken ? before : { label, spoken };
      });
    };
    const soon = (): void => {
      timer ??= setTimeout(write, Math.max(0, at + INTERVAL_MS - performance.now()));
    };
    const end = useLab.subscribe((state, before) => {
      if (
        state.readouts !== before.readouts ||
        state.playing !== before.playing ||
        state.info !== before.info
      ) {
        soon();
      }
    });
    soon();
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [summary, title]);
  return words;
}
