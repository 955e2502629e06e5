import { bendsInPieces, slopesOf } from '../../physics/observables/sources.ts';
import type { Simulation } from '../simulation.ts';
import { inSlices } from './inSlices.ts';
import { observation } from './types.ts';

/** What takes the place of J and K about the current point, for a picture that follows the run. */
export interface LocalSources {
  /** J₁ = s ∂c/∂W of the samples at work, now [P]. **exact** */
  readonly J: Float64Array;
  /** The same of all samples; null where those at work are all. */
  readonly fullJ: Float64Array | null;
  /** Weights along which J₂ is looked up. */
  readonly along: readonly number[];
  /** Diagonal of J₂ along them; null until it was found. */
  readonly bends: Bends | null;
  /** [sheets] largest |J₁| and |J₂| of each, since the run's start or its last edit, as far as was looked. */
  readonly largestJ: Float64Array;
  readonly largestK: Float64Array;
}

/** s/2 ∂²c/∂W_n² along some weights. */
export interface Bends {
  /** Step that it is of: it takes a while. */
  readonly step: number;
  /** [along] of the samples at work: of a batch **approximate**, of all **exact**. */
  readonly K: Float64Array;
  /** [along] of all samples; null where those at work are all. */
  readonly fullK: Float64Array | null;
}

/** J₂ of a run's main track as it stands now, a weight at a time. */
function* bendsOf({ tracks: [main], step }: Simulation, along: readonly number[]): Generator<void, Bends> {
  const { system, batchScale, stiffness } = main;
  const weights = Float64Array.from(main.weights);
  // Samples are drawn into the same array at every step.
  const batch = main.batchAtWork?.slice() ?? null;
  const K = yield* bendsInPieces(system, weights, batch, batchScale, stiffness, along);
  const fullK = batch === null ? null : yield* bendsInPieces(system, weights, null, 1, stiffness, along);
  return { step, K, fullK };
}

/**
 * J₁ and the diagonal of J₂ about the current point: a gradient for every look, and J₂ in slices beside the run, a tenth of
 * its time at most. Of a quadratic cost J₂ is the same everywhere; `couplings` has its J and K where bonds have a place.
 *  Source: physics.md 7; arXiv:2503.08827, Eq. 11.
 */
export const localSources = observation({
  id: 'local-sources',
  parameters: {
    along: { type: 'indices', default: null, help: 'Weights whose J₂ is wanted; left out: all.' },
  },
  shape: '{ J [P], fullJ, along, bends: { step, K [along], fullK }, largestJ [sheets], largestK }',
  cadence: 'frame',
  create({ along: asked }, { simulation }) {
    const { weightCount } = simulation.tracks[0].system;
    const everyone = Array.from({ length: weightCount }, (_, n) => n);
    const along = asked === null ? everyone : asked.filter((weight) => weight < weightCount);
    const found = inSlices(simulation, (run) => bendsOf(run, along), true);
    const { sheets } = simulation.tracks[0].system.layout;
    const largestJ = new Float64Array(sheets.length);
    const largestK = new Float64Array(sheets.length);
    const sheetOf = new Int32Array(weightCount).fill(-1);
    sheets.forEach(({ weight }, sheet) => {
      for (const n of weight) if (n >= 0) sheetOf[n] = sheet;
    });
    const join = (largest: Float64Array, weights: readonly number[], values: Float64Array | null): void => {
      values?.forEach((value, k) => {
        const size = Math.abs(value);
        const sheet = sheetOf[weights[k]];
        if (sheet >= 0 && size > largest[sheet] && size < Infinity) largest[sheet] = size;
      });
    };
    /** What was found is of before the last edit. */
    let stale = false;
    return {
      pending: () => along.length > 0 && found.pending?.() === true,
      work(mayGoOn) {
        const made = found.work?.(mayGoOn) === true;
        if (made) stale = false;
        return made;
      },
      truncate() {
        found.truncate?.();
        stale = true;
        largestJ.fill(0);
        largestK.fill(0);
      },
      read(): LocalSources {
        const { system, weights, batchAtWork, batchScale, stiffness } = simulation.tracks[0];
        const J = slopesOf(system, weights, batchAtWork, batchScale, stiffness);
        const fullJ = batchAtWork === null ? null : slopesOf(system, weights, null, 1, stiffness);
        const bends = found.read();
        for (const values of [J, fullJ]) join(largestJ, everyone, values);
        for (const values of stale || bends === null ? [] : [bends.K, bends.fullK])
          join(largestK, along, values);
        return { J, fullJ, along, bends, largestJ: largestJ.slice(), largestK: largestK.slice() };
      },
    };
  },
});
