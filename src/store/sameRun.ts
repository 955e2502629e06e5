import { useLab } from './index.ts';

/** What is another as soon as another document is opened in the place of the run. */
export const arrival = (): unknown => useLab.getState().askedCharts;

/**
 * For a hand that takes hold of something of the run: whether it still is that run, and not another that was opened meanwhile,
 * or is made anew.
 */
export function sameRun(): () => boolean {
  const now = (): readonly unknown[] => [useLab.getState().info?.layout, arrival()];
  const before = now();
  return () => now().every((part, n) => part === before[n]);
}
