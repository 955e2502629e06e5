import { formatInteger, formatNumber } from '../messages/format.ts';
import { text } from '../messages/index.ts';
import { useLab } from '../store/index.ts';
import { announce } from './uiState.ts';

/** The last frame of a run that was paused arrives a moment after the pause. */
const LAST_FRAME_MS = 250;

function announcePause(): void {
  const { readouts, playing, blowUp } = useLab.getState();
  if (readouts === null || playing || blowUp !== null) return;
  announce(
    text('live.paused', {
      step: formatInteger(readouts.step),
      time: formatNumber(readouts.time),
      cost: formatNumber(readouts.tracks[0]?.cost),
    }),
  );
}

/** Tells a screen reader where the run stands whenever it is paused. Returns a function that ends it. */
export function startAnnouncements(): () => void {
  const hold = (): void => useLab.getState().holdChanges(true);
  const release = (): void => useLab.getState().holdChanges(false);
  window.addEventListener('pointerdown', hold, true);
  for (const end of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(end, release);
  return useLab.subscribe((state, before) => {
    const { keptBranch, said } = state;
    if (said !== before.said) announce(said);
    if (keptBranch !== null && keptBranch !== before.keptBranch) {
      announce(text('live.kept', { step: formatInteger(keptBranch.step) }));
    }
    if (before.playing && !state.playing && state.info === before.info) {
      setTimeout(announcePause, LAST_FRAME_MS);
    }
  });
}
