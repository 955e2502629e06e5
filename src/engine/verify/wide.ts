import { decimationLevels, type SpringRing } from '../../physics/lattice/decimation.ts';
import { createRandom } from '../../physics/math/random.ts';
import { activationNames } from '../../physics/parameters.ts';
import { edgeAt, levelLine } from '../../physics/wide/criticality.ts';
import { meanFieldOf } from '../../physics/wide/meanField.ts';
import { responseOf } from '../../physics/wide/response.ts';
import { bounded, compare, type Check, type Trial } from './types.ts';

/** σ_b and the σ_w of the edge of chaos of tanh there; physics.md 8, five digits. */
const EDGE = [
  [0, 1],
  [0.05, 1.12254],
  [0.1, 1.1934],
  [0.3, 1.39558],
] as const;

export const edge: Check = {
  id: 'edge-of-chaos',
  label: 'The edge of chaos',
  help: 'Weights and biases of wide networks at which small differences of inputs neither grow nor die out with depth: σ_w at a few σ_b for tanh, in all digits that are published, and χ₁ = 1 at the settled length along the line of every activation that has one.',
  trials: () => [
    ...EDGE.map(([sigmaB, sigmaW]): Trial => {
      const subject = `tanh, σ_b = ${sigmaB}`;
      return {
        subject,
        measure: () => compare(subject, edgeAt(responseOf('tanh'), sigmaB) ?? NaN, sigmaW, 5.1e-6),
      };
    }),
    ...activationNames.flatMap((activation): Trial[] => {
      const response = responseOf(activation);
      const line = levelLine(response, 1, 1);
      if (line.length === 0) return [];
      const subject = `${activation}, χ₁`;
      const start = line[Math.floor(line.length / 2)];
      return [
        { subject, measure: () => compare(subject, meanFieldOf(response, start).chi1 ?? NaN, 1, 1e-9) },
      ];
    }),
  ],
};

/** A ring with random positive couplings, and forces. */
export function randomRing(sites: number): SpringRing {
  const random = createRandom(sites, 'data');
  const row = (least: number, most: number): Float64Array =>
    Float64Array.from({ length: sites }, () => least + (most - least) * random.uniform());
  return { J: row(0.1, 1.5), K: row(0.3, 2), force: row(-1, 1) };
}

/** What a ring rests at: a few thousand sweeps of Gauss and Seidel, to round-off. */
export function restOf({ J, K, force }: SpringRing): Float64Array {
  const count = J.length;
  const w = new Float64Array(count);
  for (let sweep = 0; sweep < 4000; sweep++) {
    for (let n = 0; n < count; n++) {
      const [left, right] = [(n + count - 1) % count, (n + 1) % count];
      w[n] = (force[n] + K[left] * w[left] + K[n] * w[right]) / (J[n] + K[left] + K[n]);
    }
  }
  return w;
}

/** Largest difference of what levels rest at from what the same sites of the ring rest at. */
export function decimationError(ring: SpringRing, levels: readonly SpringRing[]): number {
  const fine = restOf(ring);
  return levels.reduce((worst, level, n) => {
    const rest = restOf(level);
    return rest.reduce((most, w, i) => Math.max(most, Math.abs(w - fine[i << (n + 1)])), worst);
  }, 0);
}

export const decimation: Check = {
  id: 'decimation',
  label: 'Decimation keeps what it keeps',
  help: 'Every second site of a ring with random J, K and forces integrated out, again and again: the sites that stay rest where they rested, at every level.',
  trials: () =>
    [8, 16, 64].map((sites): Trial => {
      const subject = `N = ${sites}`;
      const ring = randomRing(sites);
      return {
        subject,
        measure: () => bounded(subject, decimationError(ring, decimationLevels(ring)), 1e-12),
      };
    }),
};
