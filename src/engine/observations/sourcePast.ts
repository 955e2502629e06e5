import { sourcesOf, type Sources } from '../../physics/observables/sources.ts';
import type { Simulation } from '../simulation.ts';
import { joined, pastObserver, pastParameters, type LaterRows, type PastRows } from './rowTape.ts';
import { observation } from './types.ts';

/** What drove some weights and bonds of the main track, step by step up to the present. */
export interface SourcePast {
  /** `couplings`: J per site and K per bond; `expansion`: J₁ and the diagonal of J₂ per weight, about the current point. */
  readonly form: Sources['form'];
  readonly sites: readonly number[];
  readonly bonds: readonly number[];
  /** Steps between rows, a power of two. */
  readonly spacing: number;
  /** Whether no row is missing. */
  readonly complete: boolean;
  /** [rows] the last one is the present. */
  readonly steps: Float64Array;
  readonly times: Float64Array;
  /** [rows × sites], [rows × bonds], of the samples at work, weighted. */
  readonly J: Float64Array;
  readonly K: Float64Array;
  /** [rows × drawn] samples at work; empty for the full batch. */
  readonly samples: Int32Array;
  readonly drawn: number;
  /** [sites], [bonds] of all samples, at the present. */
  readonly fullJ: Float64Array;
  readonly fullK: Float64Array;
}

interface Row {
  readonly time: number;
  readonly samples: readonly number[];
  readonly J: Float64Array;
  readonly K: Float64Array;
}

/** Most numbers that states may hold whose sources are still to be found. */
const MOST_HELD = 2 ** 21;

/** Whole numbers below a count: those asked for, or all. */
function within(asked: readonly number[] | null, count: number): readonly number[] {
  return asked === null ? Array.from({ length: count }, (_, n) => n) : asked.filter((index) => index < count);
}

/** The past of J and K. **exact** */
export const sourcePast = observation({
  id: 'source-past',
  parameters: {
    sites: { type: 'indices', default: null, help: 'Weights whose J is wanted.' },
    bonds: {
      type: 'indices',
      default: null,
      help: 'Bonds whose K is wanted; weights where J₂ stands for it.',
    },
    ...pastParameters,
  },
  shape:
    '{ form, sites, bonds, spacing, complete, steps, times, J [rows × sites], K [rows × bonds], samples, drawn, fullJ, fullK }',
  cadence: 'step',
  create({ sites: askedSites, bonds: askedBonds, ...window }, run) {
    const [main] = run.simulation.tracks;
    const { system } = main;
    const quadratic = system.couplings(null) !== null;
    const sites = within(askedSites, system.weightCount);
    const bonds = within(askedBonds, quadratic ? system.layout.bonds.length / 2 : system.weightCount);

    const pick = ({ J, K }: Sources): Pick<Row, 'J' | 'K'> => ({
      J: Float64Array.from(sites, (site) => J[site]),
      K: quadratic ? Float64Array.from(bonds, (bond) => K[bond]) : K,
    });
    const at = ({ tracks, time }: Simulation): Row => {
      const [track] = tracks;
      const { batchAtWork: batch, batchScale, stiffness } = track;
      const found = sourcesOf(track.system, track.weights, batch, batchScale, stiffness, bonds);
      return { ...pick(found), time, samples: batch === null ? [] : Array.from(batch) };
    };
    /** Two gradients a weight: as many steps would be lost with each of those that are looked at. */
    const later: LaterRows<Row> = {
      take({ tracks: [track], time }) {
        const { system: of, batchScale, stiffness } = track;
        const weights = Float64Array.from(track.weights);
        const batch = track.batchAtWork?.slice() ?? null;
        const samples = batch === null ? [] : Array.from(batch);
        return () => ({
          ...pick(sourcesOf(of, weights, batch, batchScale, stiffness, bonds)),
          time,
          samples,
        });
      },
      most: MOST_HELD / system.weightCount,
    };
    const tell = ({ rows, ...past }: PastRows<Row>): SourcePast => {
      const full = pick(sourcesOf(main.system, main.weights, null, 1, main.stiffness, bonds));
      return {
        form: quadratic ? 'couplings' : 'expansion',
        sites,
        bonds,
        ...past,
        times: Float64Array.from(rows, (row) => row.time),
        J: joined(rows.map(({ J }) => J)),
        K: joined(rows.map(({ K }) => K)),
        samples: Int32Array.from(rows.flatMap(({ samples }) => samples)),
        drawn: rows[rows.length - 1].samples.length,
        fullJ: full.J,
        fullK: full.K,
      };
    };
    return pastObserver(run, window, at, tell, quadratic ? null : later);
  },
});
