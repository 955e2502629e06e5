/** Where progress is shown: standard error, or what a test hands in. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** How a shard stands. */
export interface Counts {
  /** Points of the shard. */
  readonly total: number;
  /** Points that have their row. */
  readonly finished: number;
  /** Of them, runs that blew up. */
  readonly blown: number;
  /** Of them, points that failed. */
  readonly failed: number;
}

const WIDTH = 30;
/** The bar is drawn anew at most this often. */
const INTERVAL_MS = 100;

/** One line that says how far a sweep is. @param secondsLeft  null: not known */
export function progressLine({ total, finished, blown, failed }: Counts, secondsLeft: number | null): string {
  const part = total === 0 ? 1 : finished / total;
  const full = Math.floor(part * WIDTH);
  const notes = [
    blown > 0 ? `${blown} blew up` : '',
    failed > 0 ? `${failed} failed` : '',
    secondsLeft === null || finished === total ? '' : `about ${duration(secondsLeft)} left`,
  ].filter(Boolean);
  const bar = '#'.repeat(full) + '-'.repeat(WIDTH - full);
  const percent = String(Math.floor(100 * part)).padStart(3);
  return `[${bar}] ${percent}% ${finished}/${total}${notes.map((note) => `, ${note}`).join('')}`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/**
 * Shows how a sweep goes on: a bar that moves on a terminal, else a line at every tenth.
 *  @param now  clock in ms
 */
export function showProgress(
  stream: ProgressStream,
  begun: Counts,
  now: () => number,
): (counts: Counts) => void {
  const start = now();
  let shownAt = -Infinity;
  let tenth = Math.floor((10 * begun.finished) / Math.max(1, begun.total));
  const lineOf = (counts: Counts): string => {
    const ran = counts.finished - begun.finished;
    const rate = ran / (now() - start);
    return progressLine(counts, rate > 0 ? (counts.total - counts.finished) / rate / 1000 : null);
  };
  return (counts) => {
    const over = counts.finished === counts.total;
    if (stream.isTTY === true) {
      if (!over && now() - shownAt < INTERVAL_MS) return;
      shownAt = now();
      stream.write(`\r\x1b[K${lineOf(counts)}${over ? '\n' : ''}`);
      return;
    }
    const reached = Math.floor((10 * counts.finished) / Math.max(1, counts.total));
    if (reached <= tenth) return;
    tenth = reached;
    stream.write(`${lineOf(counts)}\n`);
  };
}
