import type { RunInfo } from '../../engine/protocol.ts';
import { currentValue } from '../../scenario/patch.ts';
import { presentOf } from '../../store/index.ts';

type SourceTarget = { readonly kind: 'source' | 'coupling'; readonly index: number };

/**
 * What each training sample adds to the source J of a site, or to the coupling K of a bond. **exact**
 *    ring-shared:      J_n = Σ_l 2p² X_n (2X_n − X_{n−1} − X_{n+1}),  K_n = Σ_l 2p² X_n X_{n+1}
 *    ring-perceptron:  J_{2i} = Σ_l 2p² X_{i−1}(X_{i−1} + X_i),  J_{2i+1} = Σ_l 2p² X_i (X_i + X_{i−1}),
 *                      K_{2i} = −Σ_l 2p² X_{i−1} X_i,  K_{2i+1} = 0
 *  @returns [samples], or null where the system's sources are no such sums (other kinds)
 *  Source: physics.md 1.1, 1.4 A.
 */
export function sampleShares(info: RunInfo, target: SourceTarget): Float64Array | null {
  const { sampleCount, inputCount, inputs } = info.data;
  const { kind } = info.document.scenario.system;
  const p = currentValue(presentOf(info), 'system.p');
  const share = SHARES[kind];
  if (share === undefined || typeof p !== 'number' || sampleCount === 0) return null;
  return Float64Array.from({ length: sampleCount }, (_, sample) => {
    const row = sample * inputCount;
    const input = (i: number): number => inputs[row + (((i % inputCount) + inputCount) % inputCount)];
    return 2 * p * p * share(target, input);
  });
}

type Share = (target: SourceTarget, input: (i: number) => number) => number;

const SHARES: Readonly<Record<string, Share | undefined>> = {
  'ring-shared': ({ kind, index: n }, X) =>
    kind === 'source' ? X(n) * (2 * X(n) - X(n - 1) - X(n + 1)) : X(n) * X(n + 1),
  'ring-perceptron': ({ kind, index: n }, X) => {
    const i = n >> 1;
    const odd = n % 2 === 1;
    if (kind === 'coupling') return odd ? 0 : -X(i - 1) * X(i);
    return (odd ? X(i) : X(i - 1)) * (X(i - 1) + X(i));
  },
};

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
