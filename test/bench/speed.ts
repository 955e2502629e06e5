/**
 * Repeats a piece of work for so many milliseconds of processor time. The clock is read seldom: reading it can take longer
 * than the work.
 * @returns repetitions a second of processor time
 */
export function speedOf(work: () => void, ms: number): number {
  const start = process.cpuUsage();
  let done = 0;
  for (let more = 1; ; more = Math.max(1, done >> 1)) {
    for (let n = 0; n < more; n++) work();
    done += more;
    const { user, system } = process.cpuUsage(start);
    if (user + system > 1000 * ms) return done / (1e-6 * (user + system));
  }
}
