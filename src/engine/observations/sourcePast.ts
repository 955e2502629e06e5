import { sourcesOf, type Sources } from '../../physics/observables/sources.ts';
import type { Simulation } from '../simulation.ts';
import { gridOf, type Grid } from './fieldTape.ts';
import { Reliving } from './reliving.ts';
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

/** Rows are forgotten when there are this many times those of a window. */
const SPARE = 4;

/** Whole numbers below a count: those asked for, or all. */
function within(asked: readonly number[] | null, count: number): readonly number[] {
  return asked === null ? Array.from({ length: count }, (_, n) => n) : asked.filter((index) => index < count);
}

/**
 * The past of J and K: at every multiple of `spacing` steps from the start, or at each of the last `last` steps. What
 * passed while it was watched is kept, the rest is lived again from the same draws: complete after a seek too. **exact**
 */
export const sourcePast = observation({
  id: 'source-past',
  parameters: {
    sites: { type: 'indices', default: null, help: 'Weights whose J is wanted.' },
    bonds: {
      type: 'indices',
      default: null,
      help: 'Bonds whose K is wanted; weights where J₂ stands for it.',
    },
    rows: { type: 'count', default: 192, help: 'At most so many rows, the present among them.' },
    last: {
      type: 'count',
      default: 0,
      help: 'Each of the last so many steps; 0: all steps from the start, thinned.',
    },
  },
  shape:
    '{ form, sites, bonds, spacing, complete, steps, times, J [rows × sites], K [rows × bonds], samples, drawn, fullJ, fullK }',
  cadence: 'step',
  create({ sites: askedSites, bonds: askedBonds, rows, last }, { simulation, history, kernels }) {
    const reliving = new Reliving(kernels);
    const tape = new Map<number, Row>();
    let stuck = false;
    const { system } = simulation.tracks[0];
    const quadratic = system.couplings(null) !== null;
    const sites = within(askedSites, system.weightCount);
    const bonds = within(askedBonds, quadratic ? system.layout.bonds.length / 2 : system.weightCount);

    const pick = ({ J, K }: Sources): Pick<Row, 'J' | 'K'> => ({
      J: Float64Array.from(sites, (site) => J[site]),
      K: quadratic ? Float64Array.from(bonds, (bond) => K[bond]) : K,
    });
    const at = ({ tracks, time }: Simulation): Row => {
      const [main] = tracks;
      const { batchAtWork: batch, batchScale, stiffness } = main;
      const found = sourcesOf(main.system, main.weights, batch, batchScale, stiffness, bonds);
      return { ...pick(found), time, samples: batch === null ? [] : Array.from(batch) };
    };
    const grid = (): Grid => {
      if (last === 0) return gridOf(simulation, { rows, from: -Infinity });
      return { spacing: 1, first: Math.max(0, simulation.step - last + 1) };
    };
    const missing = (): number | null => {
      const { spacing, first } = grid();
      for (let step = first; step < simulation.step; step += spacing) if (!tape.has(step)) return step;
      return null;
    };
    const thin = (): void => {
      if (tape.size <= SPARE * Math.max(rows, last)) return;
      const { spacing, first } = grid();
      for (const step of tape.keys()) if (step % spacing !== 0 || step < first) tape.delete(step);
    };
    return {
      next() {
        const { spacing } = grid();
        return (Math.floor(simulation.step / spacing) + 1) * spacing;
      },
      keep() {
        tape.set(simulation.step, at(simulation));
        thin();
      },
      read(): SourcePast {
        stuck = false;
        const { spacing, first } = grid();
        const steps: number[] = [];
        const found: Row[] = [];
        for (let step = first; step < simulation.step; step += spacing) {
          const row = tape.get(step);
          if (row === undefined) continue;
          steps.push(step);
          found.push(row);
        }
        const now = at(simulation);
        // The next look begins here: what was just made need not be made again.
        tape.set(simulation.step, now);
        steps.push(simulation.step);
        found.push(now);
        const [main] = simulation.tracks;
        const full = pick(sourcesOf(main.system, main.weights, null, 1, main.stiffness, bonds));
        return {
          form: quadratic ? 'couplings' : 'expansion',
          sites,
          bonds,
          spacing,
          complete: missing() === null,
          steps: Float64Array.from(steps),
          times: Float64Array.from(found, (row) => row.time),
          J: joined(found.map(({ J }) => J)),
          K: joined(found.map(({ K }) => K)),
          samples: Int32Array.from(found.flatMap(({ samples }) => samples)),
          drawn: now.samples.length,
          fullJ: full.J,
          fullK: full.K,
        };
      },
      pending: () => !stuck && missing() !== null,
      work(mayGoOn) {
        let made = false;
        do {
          const wanted = missing();
          if (wanted === null) return made;
          const state = reliving.towards(wanted, simulation.document, history, mayGoOn);
          stuck = state === null;
          if (state === null || state.step < wanted) return made;
          tape.set(wanted, at(state));
          made = true;
        } while (mayGoOn());
        return made;
      },
      truncate() {
        // An edit makes other sources at its very step.
        for (const step of tape.keys()) if (step >= simulation.step) tape.delete(step);
        reliving.drop();
        stuck = false;
      },
    };
  },
});

/** Rows one after the other. */
function joined(rows: readonly Float64Array[]): Float64Array {
  const width = rows[0].length;
  const out = new Float64Array(rows.length * width);
  rows.forEach((row, index) => out.set(row, index * width));
  return out;
}
