import { flushSync } from 'react-dom';
import { create } from 'zustand';
import { text } from '../../messages/index.ts';
import { useLab, type LabState } from '../../store/index.ts';
import { announce } from '../uiState.ts';

/** Whether the worksheet stands in the page. */
export const usePrinting = create<{ readonly on: boolean }>(() => ({ on: false }));

/** Longest that printing waits for a chart: some never have anything to show, and are left out then. */
const LONGEST_WAIT_MS = 4000;
/** A frame that may not print ignores the call, without a word; so long after it that is known. */
const REFUSED_AFTER_MS = 1000;

/** Keeps what the screen watches while copies of its charts come and go. */
let watches: ReturnType<LabState['holdWatches']> | null = null;

/** Draws the worksheet at once: a browser that was told to print by its own menu waits for nothing. */
function stand(): void {
  watches ??= useLab.getState().holdWatches();
  flushSync(() => usePrinting.setState({ on: true }));
}

function leave(): void {
  flushSync(() => usePrinting.setState({ on: false }));
  watches?.end();
  watches = null;
}

/** Hands the worksheet to the browser whenever it prints. Returns a function that ends it. */
export function listenToPrinter(): () => void {
  window.addEventListener('beforeprint', stand);
  window.addEventListener('afterprint', leave);
  return () => {
    window.removeEventListener('beforeprint', stand);
    window.removeEventListener('afterprint', leave);
  };
}

/** Whether the sheet is there with everything on it: charts ask the engine for what they show. */
function complete(): boolean {
  return (
    document.querySelector('.worksheet-head') !== null &&
    document.querySelector('.worksheet .loading, .worksheet .chart-empty') === null
  );
}

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Draws the worksheet, waits for what is still on its way to it, and opens the browser's dialog of printing. */
export async function printWorksheet(): Promise<void> {
  if (usePrinting.getState().on) return;
  watches ??= useLab.getState().holdWatches();
  usePrinting.setState({ on: true });
  const last = performance.now() + LONGEST_WAIT_MS;
  await document.fonts.ready;
  do await frame();
  while (!complete() && performance.now() < last);
  let heard = false;
  const hear = (): void => void (heard = true);
  window.addEventListener('beforeprint', hear);
  window.print();
  setTimeout(() => {
    window.removeEventListener('beforeprint', hear);
    if (heard) return;
    leave();
    announce(text('live.noPrinting'));
  }, REFUSED_AFTER_MS);
}
