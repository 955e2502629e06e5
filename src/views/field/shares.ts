import type { RunInfo } from '../../engine/protocol.ts';
import { partOf, valuesOf, type SourceTarget } from '../../scenario/sections.ts';
import { presentOf } from '../../store/index.ts';

/**
 * What each training sample adds to the source J of a site, or to the coupling K of a bond. **exact**
 *  @returns [samples], or null where the system's sources are no such sums (other kinds)
 */
export function sampleShares(info: RunInfo, target: SourceTarget): Float64Array | null {
  const { sampleCount, inputCount, inputs } = info.data;
  const { system } = presentOf(info).scenario;
  const part = partOf('system', system.kind);
  if (part.sampleShare === undefined || sampleCount === 0) return null;
  return Float64Array.from({ length: sampleCount }, (_, sample) => {
    const row = sample * inputCount;
    const input = (i: number): number => inputs[row + (((i % inputCount) + inputCount) % inputCount)];
    return part.sampleShare?.(valuesOf(system), target, input) ?? NaN;
  });
}

/** One sample and what it adds. */
export interface SampleShare {
  readonly sample: number;
  readonly value: number;
}

/** The samples that matter most, in their own order; shares under a thousandth of the largest are none. */
export function largestShares(
  shares: ArrayLike<number>,
  most: number,
): { shown: readonly SampleShare[]; others: number } {
  const all = Array.from(shares, (value, sample) => ({ sample, value }));
  const largest = all.reduce((size, { value }) => Math.max(size, Math.abs(value)), 0);
  const makers = all
    .filter(({ value }) => Math.abs(value) > 1e-3 * largest)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const shown = makers.slice(0, most).sort((a, b) => a.sample - b.sample);
  return { shown, others: makers.length - shown.length };
}
