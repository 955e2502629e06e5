import { typescriptKernels } from '../../src/kernels/index.ts';
import { fastestKernels } from '../../src/kernels/simd/index.ts';
import type { Kernels } from '../../src/kernels/types.ts';
import { systems } from '../../src/physics/systems.ts';
import type { OutputDerivatives, System } from '../../src/physics/types.ts';
import { valuesOf } from '../../src/engine/verify/systems.ts';
import { speedOf } from './speed.ts';

const SIZES = [64, 256, 256, 10];
const SAMPLES = 64;
/** Rows of Θ in a tile of the explicit way: its whole product takes half a minute. */
const TILE = 64;
/** Columns that are taken at a time, so that both sides of a tile stay in cache. */
const CHUNK = 512;

const wave = (length: number, swing: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => swing * Math.sin(0.7 * i));

type Network = Pick<System, 'weightCount' | 'outputCount'> & { readonly derivatives: OutputDerivatives };

function networkOf(kernels: Kernels): Network {
  const part = systems.dense;
  const data = {
    sampleCount: SAMPLES,
    inputs: wave(SAMPLES * SIZES[0], 1),
    targets: wave(SAMPLES * SIZES[3], 0.5),
  };
  const system = part.create(valuesOf(part, { sizes: SIZES, activation: 'tanh' }) as never, data, kernels);
  const { weightCount, outputCount, derivatives } = system;
  if (derivatives === undefined) throw new Error('no derivatives');
  return { weightCount, outputCount, derivatives };
}

/**
 * Seconds of processor time of Θ = J Jᵀ by J itself: J by back-propagation, row by row, measured whole; of the product one
 * 64 × 64 tile, in sums of four, times the tiles on and below the diagonal.
 */
function explicit(system: Network, weights: Float64Array, ms: number): number {
  const P = system.weightCount;
  const rows = SAMPLES * system.outputCount;
  const jacobian = new Float64Array(rows * P);
  const making = 1 / speedOf(() => system.derivatives.jacobian(weights, jacobian), ms);
  const out = new Float64Array(TILE * TILE);
  const tile = (): void => {
    out.fill(0);
    for (let from = 0; from < P; from += CHUNK) {
      const to = Math.min(P, from + CHUNK);
      for (let i = 0; i < TILE; i++) {
        for (let j = 0; j < TILE; j++) {
          const [a, b] = [i * P, (rows - TILE + j) * P];
          let [s0, s1, s2, s3] = [0, 0, 0, 0];
          let n = from;
          for (; n + 3 < to; n += 4) {
            s0 += jacobian[a + n] * jacobian[b + n];
            s1 += jacobian[a + n + 1] * jacobian[b + n + 1];
            s2 += jacobian[a + n + 2] * jacobian[b + n + 2];
            s3 += jacobian[a + n + 3] * jacobian[b + n + 3];
          }
          for (; n < to; n++) s0 += jacobian[a + n] * jacobian[b + n];
          out[i * TILE + j] += s0 + s1 + (s2 + s3);
        }
      }
    }
  };
  const across = rows / TILE;
  return making + (across * (across + 1)) / 2 / speedOf(tile, ms);
}

/** The tangent kernel of 64 samples of 64-256-256-10: times the explicit way, and milliseconds of processor time. */
export function tangentKernel(
  kind: 'simd' | 'typescript',
  ms: number,
): { times: number; milliseconds: number } {
  const system = networkOf(kind === 'simd' ? fastestKernels : typescriptKernels);
  const weights = wave(system.weightCount, 0.3);
  const rows = SAMPLES * system.outputCount;
  const out = new Float64Array(rows * rows);
  const seconds = 1 / speedOf(() => system.derivatives.tangentKernel(weights, null, out), ms);
  return { times: explicit(system, weights, ms) / seconds, milliseconds: 1000 * seconds };
}
