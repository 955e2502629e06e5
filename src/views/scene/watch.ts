import { onFrame, useLab } from '../../store/index.ts';

const listeners = new Set<() => void>();

/** Asks for a drawing: what a picture shows beside frames has changed. */
export function askDrawing(): void {
  for (const listener of listeners) listener();
}

/**
 * Calls back whenever the pictures may have to be drawn again: a frame came, whether the run plays or rests, or the hand
 * points at something else. Whoever draws asks for one drawing per display frame, so that of several frames that come
 * between two the newest is drawn. Where nothing changes nothing runs. Returns a function that ends it.
 */
export function onNewFrame(listener: () => void): () => void {
  listeners.add(listener);
  const ends = [
    onFrame(listener),
    useLab.subscribe((state, before) => {
      if (
        state.hovered !== before.hovered ||
        state.selected !== before.selected ||
        state.hiddenTracks !== before.hiddenTracks ||
        state.magnified !== before.magnified
      ) {
        listener();
      }
    }),
  ];
  return () => {
    listeners.delete(listener);
    for (const end of ends) end();
  };
}
