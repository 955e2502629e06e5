/** Time between two beats. */
const BEAT_MS = 1000;

/**
 * Calls back once a second, also in a page that is covered or behind others: browsers hold back the timers of such pages for
 * up to a minute, those of a worker they do not. @returns what ends it
 */
export function startPulse(beat: () => void): () => void {
  try {
    const program = `setInterval(() => postMessage(0), ${BEAT_MS})`;
    const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
    const worker = new Worker(address);
    worker.addEventListener('message', beat);
    return () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    };
  } catch {
    // No worker from a text here: as well as the page's own clock can.
    const timer = setInterval(beat, BEAT_MS);
    return () => clearInterval(timer);
  }
}
