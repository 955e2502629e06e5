import { hessianInPieces } from '../../physics/denseHessian.ts';
import { findEnds } from '../../physics/curvature.ts';
import { dampingShare, type Spectrum } from '../../physics/spectrum.ts';
import { createRandom } from '../../physics/math/random.ts';
import type { System } from '../../physics/types.ts';
import { eigenvaluesInPieces } from '../../physics/math/eigenvalues.ts';
import { modeFactsOf, scaled, type ModeFacts } from '../regime.ts';
import type { Simulation } from '../simulation.ts';
import { observation } from './types.ts';

/** Hessians up to this size are diagonalised beside the run: 8 MB, and seconds in pieces. */
const LARGEST = 1000;
/** Products with the Hessian that beyond them refine its largest curvature. */
const PRODUCTS = 64;
/** Weights × samples that may be gone through for every look at what was refined. */
const WORK_PER_LOOK = 2 ** 24;
/** Weights whose curvatures are found anew at every look; of more at every (P/256)³rd. */
const QUICK = 256;

/** Curvatures of where the weights were at a step: all of them, or a bound of the largest from below. */
interface Found {
  readonly step: number;
  readonly spectrum: Spectrum | null;
  readonly least: number;
}

/** Curvatures of a run's main track as it stands now, a piece at a time. */
function* curvaturesOf(simulation: Simulation): Generator<void, Found> {
  const [{ system, stiffness }] = simulation.tracks;
  const weights = Float64Array.from(simulation.tracks[0].weights);
  const { step } = simulation;
  const size = system.weightCount;
  if (size > LARGEST) {
    const product = (vector: Float64Array, out: Float64Array): void =>
      system.hessianVector(weights, vector, stiffness, out);
    const { largest } = yield* findEnds(product, size, PRODUCTS, createRandom(0, 'noise'));
    return { step, spectrum: null, least: largest };
  }
  const matrix = yield* hessianInPieces(system, weights, stiffness);
  if (!matrix.every(Number.isFinite)) return { step, spectrum: null, least: NaN };
  const kappa = yield* eigenvaluesInPieces(matrix, size);
  return { step, spectrum: { mass: 0, kappa, stretched: false }, least: NaN };
}

/** Looks after which they are found anew, so that this stays a small part of the run's own work. */
function looksBetween({ weightCount: size, sampleCount }: System): number {
  if (size > LARGEST) return Math.ceil((PRODUCTS * size * Math.max(1, sampleCount)) / WORK_PER_LOOK);
  return Math.ceil((size / QUICK) ** 3);
}

/**
 * What friction makes of the modes where the weights are now, all of them counted: curvatures of a cost that is not
 * quadratic are found again and again while the run goes, in pieces between its steps; the Hessian's index is `growing`.
 * Of drawn samples it is the mean force whose modes are counted.
 * null without inertia. **exact** at `foundAt` and the friction of this moment; of more than 1000 weights only the largest
 * is refined, from below, and `counted` says so.
 */
export const regimeNow = observation({
  id: 'regime',
  parameters: {},
  shape: '{ regime, growing (the index), flat, creeping, swinging, slowest, fastest, counted, foundAt }',
  cadence: 'frame',
  create(_query, { simulation }) {
    let work: Generator<void, Found> | null = null;
    let found: Found | null = null;
    let system = simulation.tracks[0].system;
    let looks = 0;
    const needed = (): boolean => {
      const facts = simulation.modeFacts();
      const stretched = simulation.tracks[0].system.gradientEnergy !== undefined;
      if (facts === null || stretched) return false;
      if (facts.counted && facts.foundAt === null) return false;
      if (found === null) return true;
      return facts.foundAt !== null && found.step !== simulation.step && looks >= looksBetween(system);
    };
    const forget = (): void => {
      work = null;
      found = null;
      looks = 0;
      system = simulation.tracks[0].system;
    };
    return {
      pending() {
        if (system !== simulation.tracks[0].system) forget();
        return work !== null || needed();
      },
      work(mayGoOn) {
        if (system !== simulation.tracks[0].system) forget();
        work ??= curvaturesOf(simulation);
        do {
          const next = work.next();
          if (next.done === true) {
            if (next.value.spectrum !== null || Number.isFinite(next.value.least)) found = next.value;
            looks = 0;
            work = null;
            return true;
          }
        } while (mayGoOn());
        return false;
      },
      truncate: forget,
      read(): ModeFacts | null {
        looks++;
        const facts = simulation.modeFacts();
        if (facts === null || found === null || system !== simulation.tracks[0].system) return facts;
        const { expansion, stiffness, meanShare } = simulation.tracks[0];
        const foundAt = facts.foundAt === null ? null : found.step;
        const known = scaled({ system, spectrum: found.spectrum, least: found.least, foundAt }, meanShare);
        const gamma = simulation.gamma();
        const share = dampingShare(expansion, simulation.time);
        const bound = system.curvatureBound(stiffness);
        return modeFactsOf(known, stiffness, gamma, share, bound === null ? null : meanShare * bound);
      },
    };
  },
});
