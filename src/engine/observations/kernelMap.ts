import { eigenvaluesInPieces } from '../../physics/math/eigenvalues.ts';
import { spacedSamples, tangentKernel } from '../../physics/observables/tangentKernel.ts';
import { inSlices } from './inSlices.ts';
import { MOST_FOLLOWED } from './outputStretch.ts';
import { observation } from './types.ts';

/** The tangent kernel of this moment, for a picture. */
export interface KernelMap {
  readonly step: number;
  /** S */
  readonly rows: number;
  readonly outputCount: number;
  /** Samples that it is of; null: all. */
  readonly samples: Int32Array | null;
  /** [S × S], row l·outputs + o. */
  readonly kernel: Float32Array;
  readonly largest: number;
  /** Eigenvalues, ascending [S]. */
  readonly values: Float64Array;
}

/** The tangent kernel with its eigenvalues, of up to 160 rows: of more, of samples evenly spaced. **exact** */
export const kernelMap = observation({
  id: 'kernel-map',
  parameters: {},
  shape:
    '{ step, rows: S, outputCount, samples, kernel [S × S], largest, values: eigenvalues ascending [S] }, null for fields',
  cadence: 'frame',
  create: (_query, { simulation }) =>
    inSlices(simulation, function* (run): Generator<unknown, KernelMap | null> {
      const { system, weights } = run.instant();
      const samples = spacedSamples(system, MOST_FOLLOWED);
      const { step } = run;
      const found = tangentKernel(system, weights, samples);
      if (found === null) return null;
      yield;
      const rows = Math.sqrt(found.length);
      const kernel = Float32Array.from(found);
      const values = yield* eigenvaluesInPieces(found, rows);
      return {
        step,
        rows,
        outputCount: system.outputCount,
        samples,
        kernel,
        largest: kernel.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
        values,
      };
    }),
});
