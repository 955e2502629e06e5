import { formatInteger, formatNumber } from '../messages/format.ts';
import { text } from '../messages/index.ts';
import { useLab } from '../store/index.ts';
import { announce } from './uiState.ts';

/** Tells a screen reader where the run stands when a hand stops it. */
export function announcePause(): void {
  const { readouts } = useLab.getState();
  if (readouts === null) return;
  announce(
    text('live.paused', {
      step: formatInteger(readouts.step),
      time: formatNumber(readouts.time),
      cost: formatNumber(readouts.tracks[0]?.cost),
    }),
  );
}
