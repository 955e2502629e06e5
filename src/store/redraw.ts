/**
 * One more drawing of everything on the screen. A picture in space keeps its pixels no longer than the frame in which they are
 * drawn: whoever wants them asks for a drawing, and reads them in a callback of the same frame.
 */
const pictures = new Set<() => void>();

/** Names what draws a picture in the next frame. @returns what ends it */
export function onRedraw(draw: () => void): () => void {
  pictures.add(draw);
  return () => void pictures.delete(draw);
}

/** Has every picture drawn in the next frame. */
export function redraw(): void {
  for (const draw of pictures) draw();
}
