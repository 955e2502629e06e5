import { hessianInPieces } from '../../physics/denseHessian.ts';
import { dampingShare, type Spectrum } from '../../physics/spectrum.ts';
import { eigenvaluesInPieces } from '../../physics/math/eigenvalues.ts';
import { modeFactsOf, type ModeFacts } from '../regime.ts';
import type { Simulation } from '../simulation.ts';
import { observation } from './types.ts';

/** Hessians up to this size are diagonalised beside the run: 8 MB, and seconds in pieces. */
const LARGEST = 1000;
/** Weights whose curvatures are found anew at every look; of more at every (P/256)³rd. */
const QUICK = 256;

/** Curvatures of where the weights were at a step. */
interface Found {
  readonly step: number;
  readonly spectrum: Spectrum;
}

/** Curvatures of a run's main track as it stands now, a piece at a time. */
function* curvaturesOf(simulation: Simulation): Generator<void, Found> {
  const [{ system, weights, stiffness }] = simulation.tracks;
  const { step } = simulation;
  const matrix = yield* hessianInPieces(system, Float64Array.from(weights), stiffness);
  if (!matrix.every(Number.isFinite)) return { step, spectrum: EMPTY };
  const kappa = yield* eigenvaluesInPieces(matrix, system.weightCount);
  return { step, spectrum: { mass: 0, kappa, stretched: false } };
}

const EMPTY: Spectrum = { mass: 0, kappa: new Float64Array(0), stretched: false };

/**
 * What friction makes of the modes where the weights are now, all of them counted: curvatures of a cost that is not
 * quadratic are found again and again while the run goes, in pieces between its steps; the Hessian's index is `growing`.
 * null without inertia. **exact** at `foundAt` and the friction of this moment; what is too large stays as the run told it.
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
      const size = simulation.tracks[0].system.weightCount;
      const stretched = simulation.tracks[0].system.gradientEnergy !== undefined;
      if (facts === null || stretched || size > LARGEST) return false;
      if (facts.counted && facts.foundAt === null) return false;
      if (found === null) return true;
      const every = Math.ceil((size / QUICK) * (size / QUICK) * (size / QUICK));
      return facts.foundAt !== null && found.step !== simulation.step && looks >= every;
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
            found = next.value.spectrum.kappa.length > 0 ? next.value : found;
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
        const { expansion, stiffness } = simulation.tracks[0];
        const known = {
          system,
          spectrum: found.spectrum,
          least: NaN,
          foundAt: facts.foundAt === null ? null : found.step,
        };
        const gamma = simulation.gamma();
        return modeFactsOf(known, stiffness, gamma, dampingShare(expansion, simulation.time), null);
      },
    };
  },
});
