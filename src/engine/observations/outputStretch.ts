import { expansions } from '../../physics/expansion/index.ts';
import { eigenvaluesInPieces } from '../../physics/math/eigenvalues.ts';
import { FrozenKernel } from '../../physics/observables/frozenKernel.ts';
import { outputNorms, outputTerms, type OutputNorms } from '../../physics/observables/outputDynamics.ts';
import { kernelDrift, spacedSamples, tangentKernel } from '../../physics/observables/tangentKernel.ts';
import type { ExpansionPart, Reals, System } from '../../physics/types.ts';
import { valuesOf } from '../../scenario/sections.ts';
import { part } from '../parts.ts';
import type { Simulation } from '../simulation.ts';

/** Most rows of a kernel that is followed: its eigenvectors take some 40 ms. */
export const MOST_FOLLOWED = 160;
/** Outputs of which the course is drawn. */
const LINES = 5;
/** A forecast reaches so many periods, or so many times of decay, of the kernel's fastest mode, by at most so many steps. */
const PERIODS = 10;
const MOST_STEPS = 4096;
/** Instants of it at most. */
const FORECAST = 192;

/** Why the frozen kernel predicts nothing. */
export type NoPrediction = 'cost' | 'samples' | 'noise' | 'rows';

/** What the frozen kernel says of outputs from its start on, whatever the run has lived of it. */
export interface Forecast {
  /** [instants] rising from the start. */
  readonly times: Float64Array;
  /** [instants × lines] */
  readonly outputs: Float64Array;
}

/** Bend of the outputs along some direction, of their slope along it, under which it is round-off. */
const ROUND_OFF = 1e-12;

/** Whether outputs have no second derivative along a direction that is no one's own. */
function isLinear({ derivatives, sampleCount, outputCount }: System, weights: Reals): boolean {
  const direction = Float64Array.from(weights, (_, n) => 1 / (1 + (n % 7)));
  const [slope, bend] = [0, 0].map(() => new Float64Array(sampleCount * outputCount));
  derivatives?.alongDirection(weights, direction, slope, bend);
  const size = (of: Float64Array): number => of.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return size(bend) <= ROUND_OFF * size(slope);
}

/** The outputs at one step of a run. */
export interface OutputRow {
  readonly step: number;
  readonly time: number;
  readonly norms: OutputNorms;
  readonly drift: number;
  readonly outputs: Float64Array;
  readonly frozen: Float64Array | null;
  readonly apart: number;
}

/** Why the frozen kernel predicts nothing of a run. */
function obstacleOf({ tracks: [track] }: Simulation, samples: Int32Array | null): NoPrediction | null {
  const { cost } = track.scenario.system;
  if (cost !== undefined && cost !== 'squared') return 'cost';
  if (track.batchAtWork !== null) return 'samples';
  if (track.method.noise !== undefined && track.scenario.noise.temperature > 0) return 'noise';
  return samples === null ? null : 'rows';
}

/** ‖a − b‖ */
function distance(a: Float64Array, b: Float64Array): number {
  return Math.sqrt(a.reduce((sum, value, n) => sum + (value - b[n]) * (value - b[n]), 0));
}

/** Eigenvalues of a kernel, which is overwritten; ascending. */
function eigenvalues(kernel: Float64Array): Float64Array {
  const pieces = eigenvaluesInPieces(kernel, Math.sqrt(kernel.length));
  let next = pieces.next();
  while (next.done !== true) next = pieces.next();
  return next.value;
}

/** Everything about a stretch of a run without edits that does not change on it. */
export class OutputStretch {
  readonly step: number;
  readonly time: number;
  readonly samples: Int32Array | null;
  readonly lines: Int32Array;
  readonly without: NoPrediction | null;
  readonly startValues: Float64Array;
  readonly forecast: Forecast | null;
  /** Outputs are linear in the weights, as far as one generic direction tells. */
  readonly linear: boolean;
  private readonly kernel: Float64Array;
  private readonly frozen: FrozenKernel | null;
  /** ‖Z − Y‖ at the start. */
  private readonly scale: number;

  /** @param simulation  at the state where it begins */
  constructor(simulation: Simulation) {
    const [track] = simulation.tracks;
    const { system, weights, velocity, expansion, integrator, scenario } = track;
    this.step = simulation.step;
    this.time = simulation.time;
    this.samples = spacedSamples(system, MOST_FOLLOWED);
    this.without = obstacleOf(simulation, this.samples);
    const { targets } = track.data;
    const size = targets.length;
    const count = Math.min(LINES, size);
    this.lines = Int32Array.from({ length: count }, (_, n) => Math.floor(((n + 0.5) * size) / count));
    this.kernel = tangentKernel(system, weights, this.samples) ?? new Float64Array(0);
    const outputs = new Float64Array(size);
    system.outputs(weights, outputs);
    this.scale = distance(outputs, targets);
    const rate = new Float64Array(size);
    system.derivatives?.alongDirection(weights, velocity, rate, null);
    const eta = integrator.eta(this.time) === null ? null : (t: number) => integrator.eta(t) ?? 0;
    const history = part<ExpansionPart>(expansions, scenario.expansion);
    this.frozen =
      this.without === null
        ? new FrozenKernel(this.kernel, targets, outputs, rate, this.time, {
            expansion,
            steady: history.steady?.(valuesOf(scenario.expansion)) === true,
            eta,
            jumps: integrator.jump !== undefined,
            dt: simulation.dt,
          })
        : null;
    this.startValues = this.frozen?.values ?? eigenvalues(this.kernel.slice());
    this.forecast = this.ahead(simulation);
    this.linear = isLinear(system, weights);
  }

  /** The forecast in whole steps; null where the kernel moves nothing, or nothing is predicted. */
  private ahead({ dt, tracks: [{ expansion, integrator }] }: Simulation): Forecast | null {
    const kappa = 2 * (this.startValues.at(-1) ?? 0);
    if (this.frozen === null || !(kappa > 0)) return null;
    const eta = integrator.eta(this.time);
    const gamma = expansion.gamma(this.time);
    // At a big bang friction soon falls.
    const damped = gamma < Infinity ? gamma / kappa : 0;
    const decay = eta === null ? Math.max((2 * Math.PI) / Math.sqrt(kappa), damped) : 1 / (kappa * eta);
    const steps = Math.max(1, Math.min(MOST_STEPS, Math.ceil((PERIODS * decay) / dt)));
    const count = Math.min(FORECAST, steps);
    const times = Float64Array.from(
      { length: count + 1 },
      (_, n) => this.time + Math.round((n * steps) / count) * dt,
    );
    return { times, outputs: this.frozen.course(times, this.lines) };
  }

  /** What the run is at a later state; in order of time. */
  row(simulation: Simulation): OutputRow | null {
    const instant = simulation.instant();
    const terms = outputTerms(instant);
    if (terms === null) return null;
    const { system, weights } = instant;
    const { step, time } = simulation;
    const kernel = tangentKernel(system, weights, this.samples) ?? this.kernel;
    const Z = new Float64Array(terms.velocity.length);
    system.outputs(weights, Z);
    const predicted = this.frozen === null ? null : new Float64Array(Z.length);
    let apart = 0;
    if (this.frozen !== null && predicted !== null) {
      this.frozen.advance(time);
      this.frozen.outputs(predicted);
      apart = distance(Z, predicted) / (this.scale || 1);
    }
    const drawn = (of: Float64Array): Float64Array => Float64Array.from(this.lines, (line) => of[line]);
    return {
      step,
      time,
      norms: outputNorms(terms),
      drift: kernelDrift(kernel, this.kernel),
      outputs: drawn(Z),
      frozen: predicted === null ? null : drawn(predicted),
      apart,
    };
  }
}
