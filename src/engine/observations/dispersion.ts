import type { BandLines, ModeAxis } from '../../physics/modes/basis.ts';
import { integrators } from '../../physics/integrators/index.ts';
import { swingingFriction } from '../../physics/spectrum.ts';
import type { IntegratorPart } from '../../physics/types.ts';
import { isSteady, powerOf } from '../../scenario/expansion.ts';
import { part } from '../parts.ts';
import type { Simulation } from '../simulation.ts';
import { ModeMeter, type Looked } from './modeMeter.ts';
import { Reliving } from './reliving.ts';
import { emptyTracks, type TrackedModes } from './modeTracks.ts';
import { observation } from './types.ts';

/** Why nothing is measured: motion without inertia, samples that change, or no modes that can be told. */
export type DispersionObstacle = 'first-order' | 'samples' | 'no-modes' | 'lost';

/** ω over k as measured from the run, beside the exact bands; [modes] each, NaN where nothing could be told. */
export interface Dispersion {
  readonly axis: ModeAxis;
  /** Weights of one cell. */
  readonly cell: number;
  readonly x: Float64Array;
  readonly band: Uint8Array;
  /** Exact ω² at the stiffness of this moment. */
  readonly omega2: Float64Array;
  readonly lines: { readonly x: Float64Array; readonly omega2: readonly Float64Array[] };
  /** |w|² of each mode now. */
  readonly power: Float64Array;
  readonly measured: {
    readonly omega2: Float64Array;
    readonly omega2Error: Float64Array;
    readonly gamma: Float64Array;
    readonly gammaError: Float64Array;
  };
  /** A few of the modes through time, measured and in closed form. */
  readonly tracks: TrackedModes;
  /** Times from and up to which was measured. */
  readonly from: number;
  readonly until: number;
  /** Whether all of that has been gone through. */
  readonly complete: boolean;
  /** The cost is quadratic: modes are the same everywhere. */
  readonly everywhere: boolean;
  /** How many modes have outgrown what is linear in them and are measured no more, of a cost that is not quadratic. */
  readonly bent: number;
  readonly gamma: number;
  /** Modes above half of it swing: γ, of a changing one γ√−w (approximate). */
  readonly swinging: number;
  readonly steady: boolean;
  /** A heat bath drives it: kicks of its noise count as motion, and what is measured is biased towards larger γ. */
  readonly hot: boolean;
  readonly obstacle: DispersionObstacle | null;
}

/** Steps back from the present that are measured at most. */
const MOST_STEPS = 16384;
/** Larger states would be transformed too slowly between steps. */
const MOST_WEIGHTS = 16384;

function lookedAt(simulation: Simulation): Looked {
  const [track] = simulation.tracks;
  const { system, weights, velocity, expansion } = track;
  const steady = isSteady(track.scenario);
  const power = powerOf(track.scenario.expansion, expansion);
  const { time } = simulation;
  const undriven = track.heat === null;
  const stiffness = (t: number): number => track.stiffnessAt(t);
  return { time, system, weights, velocity, expansion, steady, power, undriven, stiffness };
}

function obstacleOf({ tracks: [track] }: Simulation): DispersionObstacle | null {
  if (track.firstOrder) return 'first-order';
  if (track.batchAtWork !== null) return 'samples';
  return track.system.weightCount > MOST_WEIGHTS ? 'no-modes' : null;
}

/**
 * Frequency and friction of every mode, by least squares on its track since the last edit, over the exact bands.
 * What passed before it was asked for is lived again. **approximate**: as its errors say; its theory is **exact**.
 */
export const dispersion = observation({
  id: 'dispersion',
  parameters: {},
  shape:
    '{ axis, x, band, omega2, power: [modes] each, lines { x, omega2: [points] each band }, measured { omega2, omega2Error, gamma, gammaError: [modes] each }, tracks { modes, times, measured, exact: [times] each mode }, from, until, complete, bent, gamma, swinging, obstacle }',
  cadence: 'step',
  create(_query, { simulation, history, kernels }) {
    const reliving = new Reliving(kernels);
    let meter: ModeMeter | null = null;
    /** Step up to which was measured. */
    let at = -1;
    let obstacle = obstacleOf(simulation);
    const restart = (): void => {
      meter = null;
      at = -1;
      obstacle = obstacleOf(simulation);
      reliving.drop();
    };
    const origin = (): number => {
      const made = simulation.document.edits[simulation.applied - 1]?.step ?? 0;
      return Math.max(made, simulation.step - MOST_STEPS);
    };
    /** Begins at the state of a run, or adds it. */
    const look = (run: Simulation): void => {
      if (meter !== null) meter.add(lookedAt(run));
      else {
        meter = ModeMeter.of(lookedAt(run));
        if (meter === null) obstacle = 'no-modes';
      }
      at = run.step;
    };
    return {
      next: () => (at === simulation.step && obstacle === null ? at + 1 : Infinity),
      keep: () => {
        if (at === simulation.step - 1 && obstacle === null) look(simulation);
      },
      pending() {
        if (at > simulation.step) restart();
        return obstacle === null && at !== simulation.step;
      },
      work(mayGoOn) {
        do {
          const wanted = at < 0 ? origin() : at + 1;
          const state =
            wanted === simulation.step
              ? simulation
              : reliving.towards(wanted, simulation.document, history, mayGoOn);
          if (state === null) {
            obstacle = 'lost';
            return true;
          }
          if (state.step === wanted) look(state);
        } while (obstacle === null && at < simulation.step && mayGoOn());
        return true;
      },
      truncate: restart,
      read(): Dispersion {
        // Wound back, what was measured is of a later time than the present.
        if (at > simulation.step) restart();
        return meter === null || obstacle !== null
          ? nothing(obstacle)
          : read(meter, simulation, at === simulation.step);
      },
    };
  },
});

function nothing(obstacle: DispersionObstacle | null): Dispersion {
  const none = (): Float64Array => new Float64Array(0);
  return {
    axis: 'number',
    cell: 0,
    x: none(),
    band: new Uint8Array(0),
    omega2: none(),
    lines: { x: none(), omega2: [] },
    power: none(),
    measured: { omega2: none(), omega2Error: none(), gamma: none(), gammaError: none() },
    tracks: emptyTracks(),
    from: 0,
    until: 0,
    complete: false,
    everywhere: false,
    bent: 0,
    gamma: 0,
    swinging: 0,
    steady: true,
    hot: false,
    obstacle,
  };
}

function read(meter: ModeMeter, simulation: Simulation, complete: boolean): Dispersion {
  const { basis, fit, from, until } = meter;
  const [track] = simulation.tracks;
  const { expansion, scenario, stiffness } = track;
  const steady = isSteady(scenario);
  const gamma = simulation.gamma();
  const modes = basis.x.length;
  const measured = {
    omega2: new Float64Array(modes).fill(NaN),
    omega2Error: new Float64Array(modes).fill(NaN),
    gamma: new Float64Array(modes).fill(NaN),
    gammaError: new Float64Array(modes).fill(NaN),
  };
  const start = track.stiffnessAt(from);
  // A method of second order changes ω by a part (hω)²/24 of it: physics.md 4.3.
  const shifts = part<IntegratorPart>(integrators, scenario.dynamics).order === 2;
  const h = simulation.instant().dt;
  const omega2 = basis.kappa.map((kappa, mode) => basis.mass[mode] + stiffness * kappa);
  for (let mode = 0; mode < modes; mode++) {
    const found = fit.read(mode);
    if (found === null) continue;
    // What was measured is ω² at the start and, of a changing friction, the part of it that is at work.
    const whole = basis.mass[mode] + start * basis.kappa[mode];
    const stretch = whole === 0 ? 1 : omega2[mode] / whole;
    const drag = steady ? 1 : gamma;
    const shift = (h * h * found.omega2 * found.omega2) / 12;
    // Where coefficients change the fit itself errs so in γ.
    const slip = meter.constant ? 0 : Math.abs((h * h * found.omega2 * found.gamma) / 12);
    measured.omega2[mode] = stretch * found.omega2;
    measured.omega2Error[mode] = Math.abs(stretch) * Math.hypot(found.omega2Error, shifts ? shift : 0);
    measured.gamma[mode] = drag * found.gamma;
    measured.gammaError[mode] = drag * Math.hypot(found.gammaError, slip);
  }
  return {
    axis: basis.axis,
    cell: basis.cell,
    x: basis.x.slice(),
    band: basis.band.slice(),
    omega2,
    lines: linesOf(basis.lines, stiffness),
    power: meter.power(),
    measured,
    tracks: meter.tracks.read(),
    from,
    until,
    complete,
    everywhere: basis.everywhere,
    bent: meter.bent.reduce((sum, is) => sum + is, 0),
    gamma,
    swinging: swingingFriction(expansion, simulation.time),
    steady,
    hot: track.heat !== null,
    obstacle: null,
  };
}

function linesOf({ x, mass, kappa }: BandLines, stiffness: number): Dispersion['lines'] {
  const omega2 = kappa.map((values, band) => values.map((value, n) => mass[band][n] + stiffness * value));
  return { x: x.slice(), omega2 };
}
