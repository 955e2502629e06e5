/**
 * Tells whenever there are more or fewer pixels of the screen to a CSS pixel: the page was zoomed, or moved to
 * another screen. What is drawn on a canvas is then drawn anew, or it would stay blurred.
 *  @returns what ends it
 */
export function onPixelRatio(listener: (ratio: number) => void): () => void {
  let known = window.devicePixelRatio;
  let query: MediaQueryList | null = null;
  const changed = (): void => {
    const ratio = window.devicePixelRatio;
    if (ratio === known) return;
    known = ratio;
    watch();
    listener(ratio);
  };
  // A query matches one ratio alone: it tells once, that it no longer does.
  const watch = (): void => {
    query?.removeEventListener('change', changed);
    query = window.matchMedia(`(resolution: ${known}dppx)`);
    query.addEventListener('change', changed);
  };
  watch();
  window.addEventListener('resize', changed);
  return () => {
    query?.removeEventListener('change', changed);
    window.removeEventListener('resize', changed);
  };
}
