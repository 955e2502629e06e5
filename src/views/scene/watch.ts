import { HEADER, type FrameViews } from '../../engine/frame.ts';
import { latestFrame, useLab } from '../../store/index.ts';

/**
 * Tells drawings that something changed. While a run plays, the newest frame is looked at once per
 * display frame; while it does not, nothing runs at all and the store's readouts tell of single frames.
 */
const listeners = new Set<() => void>();
let request = 0;
let step = NaN;
let run = NaN;
let shown: FrameViews | null = null;

function tell(): void {
  for (const listener of listeners) listener();
}

function look(): void {
  request = 0;
  const frame = latestFrame();
  if (frame !== null) {
    const { header } = frame;
    if (frame !== shown || header[HEADER.step] !== step || header[HEADER.run] !== run) {
      shown = frame;
      step = header[HEADER.step];
      run = header[HEADER.run];
      tell();
    }
  }
  schedule();
}

function schedule(): void {
  if (request === 0 && listeners.size > 0 && useLab.getState().playing) request = requestAnimationFrame(look);
}

/** Asks for a drawing: what a picture shows beside frames has changed. */
export function askDrawing(): void {
  tell();
}

let unsubscribe: (() => void) | null = null;

/** Calls back whenever the pictures may have to be drawn again. Returns a function that ends it. */
export function onNewFrame(listener: () => void): () => void {
  listeners.add(listener);
  unsubscribe ??= useLab.subscribe((state, before) => {
    if (
      state.readouts !== before.readouts ||
      state.hovered !== before.hovered ||
      state.selected !== before.selected ||
      state.hiddenTracks !== before.hiddenTracks ||
      state.magnified !== before.magnified
    ) {
      tell();
    }
    schedule();
  });
  schedule();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    unsubscribe?.();
    unsubscribe = null;
    cancelAnimationFrame(request);
    request = 0;
  };
}
