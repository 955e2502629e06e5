import { describe, expect, it } from 'vitest';
import type { RunInfo } from '../../../src/engine/protocol.ts';
import { largestShares, sampleShares } from '../../../src/views/field/shares.ts';
import { makersWords } from '../../../src/views/field/inspect.ts';
import { parseRunDocument } from '../../../src/scenario/document.ts';
import { readReference } from '../../helpers/reference.ts';

type Rows = number[][];

function infoOf(kind: string, N: number, p: number, X: Rows, Y: Rows): RunInfo {
  const document = parseRunDocument(
    JSON.stringify({ version: 1, system: { kind, N, p, q: 0 }, data: { kind: 'explicit', X, Y } }),
  );
  const data = { sampleCount: X.length, inputCount: N, inputs: Float64Array.from(X.flat()) };
  return { document, applied: 0, data } as unknown as RunInfo;
}

const sum = (shares: Float64Array | null): number =>
  Array.from(shares ?? [], Number).reduce((a, b) => a + b, 0);
// Sums of at most eight products: 1e-11 leaves room for round-off and for the reference's own order.
const within = (a: number, b: number): void =>
  expect(Math.abs(a - b)).toBeLessThan(1e-11 * Math.max(1, Math.abs(b)));

interface Ex1 {
  name: string;
  N: number;
  p: number;
  X: Rows;
  Y: Rows;
  expected: { J: number[]; K: number[] };
}

describe('shares of samples', () => {
  for (const { name, N, p, X, Y, expected } of readReference<{ cases: Ex1[] }>('ex1_ring').cases) {
    it(`${name}: the samples' shares add up to J and K of the reference to 1e-11`, () => {
      const info = infoOf('ring-perceptron', N, p, X, Y);
      for (let n = 0; n < 2 * N; n++) {
        within(sum(sampleShares(info, { kind: 'source', index: n })), expected.J[n]);
        within(sum(sampleShares(info, { kind: 'coupling', index: n })), expected.K[n]);
      }
    });
  }

  it('ring-shared: the samples’ shares add up to J and K of the reference to 1e-11', () => {
    const [ring] = readReference<{ cases: [Ex1] }>('architectures').cases;
    const info = infoOf('ring-shared', ring.N, ring.p, ring.X, ring.Y);
    for (let n = 0; n < ring.N; n++) {
      within(sum(sampleShares(info, { kind: 'source', index: n })), ring.expected.J[n]);
      within(sum(sampleShares(info, { kind: 'coupling', index: n })), ring.expected.K[n]);
    }
  });

  it('other systems: none are claimed', () => {
    const info = infoOf('ring-shared', 3, 1, [[1, 2, 3]], [[0, 0, 0]]);
    const dense = {
      ...info,
      document: { ...info.document, scenario: { ...info.document.scenario, system: { kind: 'dense' } } },
    } as RunInfo;
    expect(sampleShares(dense, { kind: 'source', index: 0 })).toBeNull();
  });

  it('largest: in the order of the samples; the rest is counted, a thousandth of the largest is none', () => {
    const { shown, others } = largestShares([0.2, -1, 0.5, 0.0005, 0.3], 3);
    expect(shown.map(({ sample }) => sample)).toEqual([1, 2, 4]);
    expect(others).toBe(1);
  });

  it('words: name each sample with its share, or the one at work', () => {
    const info = infoOf(
      'ring-shared',
      3,
      1,
      [
        [1, 0, 0],
        [2, 1, 0],
      ],
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
    );
    expect(makersWords(info, 'source', 0, -1)).toBe('from samples 1 (+4.00), 2 (+12.0)');
    expect(makersWords(info, 'coupling', 0, -1)).toBe('from sample 2 (+4.00)');
    expect(makersWords(info, 'coupling', 0, 1)).toBe('from sample 2, at work');
  });
});
