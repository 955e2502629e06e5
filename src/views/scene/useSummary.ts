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

type Summary = (info: RunInfo, frame: FrameViews) => string;
/** The chosen weight in words. */
export type Chosen = (info: RunInfo, frame: FrameViews, weight: number) => string;

export function useSummary(summary: Summary, title: string, chosen?: Chosen): Words {
  const [words, setWords] = useState<Words>({ label: title, spoken: '' });
  useEffect(() => watchWords(summary, title, chosen, setWords), [summary, title, chosen]);
  return words;
}

/** Tells the words after changes of the run, once a second at most. Returns a function that ends it. */
function watchWords(
  summary: Summary,
  title: string,
  chosen: Chosen | undefined,
  tell: (renew: (before: Words) => Words) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let at = -Infinity;
  let spokenFor = useLab.getState().selected;
  const write = (): void => {
    timer = undefined;
    at = performance.now();
    const { info, playing, selected } = useLab.getState();
    const frame = latestFrame();
    const fits =
      info !== null &&
      frame !== null &&
      frame.tracks.length === info.tracks.length &&
      frame.tracks[0].weights.length === info.tracks[0].weightCount;
    const more = fits && selected !== null ? (chosen?.(info, frame, selected) ?? '') : '';
    const label = fits ? `${title}. ${summary(info, frame)}${more === '' ? '' : `. ${more}`}` : title;
    // A weight that was just chosen is said alone, and newest only; the picture round it stands in the label.
    const choosing = selected !== spokenFor;
    spokenFor = selected;
    // While a run plays a voice would never end: only the label follows.
    const spoken = choosing ? more : playing || !fits ? '' : label;
    tell((before) => (before.label === label && before.spoken === spoken ? before : { label, spoken }));
  };
  const soon = (): void => {
    timer ??= setTimeout(write, Math.max(0, at + INTERVAL_MS - performance.now()));
  };
  const end = useLab.subscribe((state, before) => {
    const renewed =
      state.readouts !== before.readouts ||
      state.seen !== before.seen ||
      state.playing !== before.playing ||
      state.selected !== before.selected ||
      state.info !== before.info;
    if (renewed) soon();
  });
  soon();
  return () => {
    end();
    clearTimeout(timer);
  };
}
