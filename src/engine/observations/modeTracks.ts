import type { ModeBasis } from '../../physics/modes/basis.ts';
import { closedMode, type ClosedHistory } from '../../physics/modes/closedForm.ts';
import type { Amplitudes } from '../../physics/modes/fit.ts';
import type { Looked } from './modeMeter.ts';

/** A few modes through time. */
export interface TrackedModes {
  /** Their numbers among all modes. */
  readonly modes: readonly number[];
  /** [rows] */
  readonly times: Float64Array;
  /** [modes][rows] amplitude, of a wave the part that was larger at the start. */
  readonly measured: readonly Float64Array[];
  /** The same in closed form from the state at the first time; null where none is known. **exact** */
  readonly exact: readonly (Float64Array | null)[];
}

/** Modes that are followed. */
const MOST_MODES = 3;
/** Rows that are kept; then every second one goes. */
const MOST_ROWS = 512;
/** Modes with less than this part of the largest energy say nothing. */
const FAINT = 1e-6;

type Course = ((t: number) => number) | null;

/** Amplitudes of a few modes, step by step, beside their closed forms. */
export class ModeTracks {
  private readonly modes: readonly number[];
  private readonly imaginary: readonly boolean[];
  private readonly courses: readonly Course[];
  private readonly measured: number[][];
  private readonly exact: number[][];
  private times: number[] = [];
  private spacing = 1;
  private taken = 0;

  /** @param start, rates  amplitudes, and their rates, where it begins */
  constructor(run: Looked, basis: ModeBasis, start: Amplitudes, rates: Amplitudes, force: Amplitudes) {
    const lambda = (mode: number): number => basis.mass[mode] + run.stiffness(run.time) * basis.kappa[mode];
    const square = ({ re, im }: Amplitudes, mode: number): number => re[mode] ** 2 + im[mode] ** 2;
    const energies = basis.x.map(
      (_, mode) => square(rates, mode) + Math.abs(lambda(mode)) * square(start, mode),
    );
    this.modes = spread(energies);
    this.imaginary = this.modes.map((mode) => Math.abs(start.im[mode]) > Math.abs(start.re[mode]));
    const history: ClosedHistory = {
      gamma: run.steady ? run.expansion.gamma(run.time) : null,
      power: run.steady ? null : run.power,
      dimension: run.expansion.dimension,
    };
    this.courses = this.modes.map((mode, index): Course => {
      // Elsewhere modes are those of small waves; a force moves the place that they swing about.
      if (!basis.everywhere || !run.undriven || square(force, mode) > 0) return null;
      const part = this.imaginary[index] ? 'im' : 're';
      const kappa = run.stiffness(run.time) * basis.kappa[mode];
      const stretched = run.system.gradientEnergy !== undefined;
      return closedMode(
        history,
        { mass: basis.mass[mode], kappa, stretched },
        { t: run.time, w: start[part][mode], v: rates[part][mode] },
      );
    });
    this.measured = this.modes.map(() => []);
    this.exact = this.modes.map(() => []);
    this.add(start, run.time);
  }

  add({ re, im }: Amplitudes, time: number): void {
    if (this.taken++ % this.spacing !== 0) return;
    this.times.push(time);
    for (const [index, mode] of this.modes.entries()) {
      this.measured[index].push((this.imaginary[index] ? im : re)[mode]);
      this.exact[index].push(this.courses[index]?.(time) ?? NaN);
    }
    if (this.times.length > MOST_ROWS) this.thin();
  }

  read(): TrackedModes {
    return {
      modes: this.modes,
      times: Float64Array.from(this.times),
      measured: this.measured.map((values) => Float64Array.from(values)),
      exact: this.exact.map((values, index) =>
        this.courses[index] === null ? null : Float64Array.from(values),
      ),
    };
  }

  private thin(): void {
    this.spacing *= 2;
    for (const rows of [this.times, ...this.measured, ...this.exact]) {
      const kept = Math.ceil(rows.length / 2);
      for (let row = 1; row < kept; row++) rows[row] = rows[2 * row];
      rows.length = kept;
    }
  }
}

export function emptyTracks(): TrackedModes {
  return { modes: [], times: new Float64Array(0), measured: [], exact: [] };
}

/** The lowest, a middle and the highest of the modes that move. */
function spread(energies: Float64Array): readonly number[] {
  const most = energies.reduce((largest, value) => Math.max(largest, value), 0);
  const moving: number[] = [];
  energies.forEach((energy, mode) => {
    if (energy > FAINT * most) moving.push(mode);
  });
  const count = Math.min(MOST_MODES, moving.length);
  return Array.from(
    { length: count },
    (_, n) => moving[count === 1 ? 0 : Math.round((n * (moving.length - 1)) / (count - 1))],
  );
}
