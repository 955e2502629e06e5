import { estimateMean, type Estimate } from '../../../physics/math/statistics.ts';
import {
  addModeEnergies,
  gibbsDensity,
  gibbsWidths,
  isHeld,
  relaxationRate,
} from '../../../physics/observables/thermometers.ts';
import { latticeSpectrum, uniformLattice } from '../../../physics/spectrum.ts';
import type { Modes, System } from '../../../physics/types.ts';
import type { Simulation } from '../../simulation.ts';
import type { Track } from '../../track.ts';
import { BlockTape } from './tape.ts';
import type { Reading, Readings, Temperatures } from './index.ts';

/** Modes up to so many weights: they are found in one stretch of some ten milliseconds. */
const MOST_MODES = 256;
/** Weights with a thermometer each. */
const MOST_WEIGHTS = 512;
/** Samples are taken so that a run of modes spends no more on them than on a few of its steps. */
const LONGEST_STRIDE = 16;
/** Relaxation times of an amplitude that are let pass: its trace in an energy is then e^−10. */
const FORGETTING = 5;
const BINS = 48;
/** Bins reach so many deviations of the widest weight to both sides. */
const REACH = 4;
/** Pieces of the curve of the Gibbs measure, which may be much narrower than the bins together. */
const CURVE = 192;

/** What is read whatever bath there is. */
type Read = Pick<
  Temperatures,
  | 'since'
  | 'blocks'
  | 'blockTime'
  | 'kinetic'
  | 'configurational'
  | 'meanKinetic'
  | 'meanConfigurational'
  | 'histogram'
  | 'ready'
> & { readonly excess: Reading | null };

/** Position's thermometers on the weights of a uniform lattice whose modes are not looked at one by one. */
interface Points {
  /** W* [P] */
  readonly shift: Float64Array;
  /** Smallest curvature; all are held. */
  readonly least: number;
  /** ∂²C/∂W_n², the same for all. */
  readonly diagonal: number;
  readonly force: Float64Array;
}

const unknown: Reading = { mean: NaN, error: NaN };
const none: Readings = { mean: new Float64Array(0), error: new Float64Array(0) };

/** Keeps what thermometers on one track need, and reads them. */
export class Thermometer {
  /** Of a quadratic cost that is small enough; null: thermometers stand on weights. */
  modes: Modes | null = null;
  /** Of a uniform lattice too large for modes; null: no thermometers of position on weights. */
  points: Points | null = null;
  private readonly simulation: Simulation;
  private readonly index: number;
  private tape: BlockTape;
  private system: Track['system'] | null = null;
  private stride = 1;
  /** Thermometers of each sort; 0: their average alone. */
  private size = 0;
  /** Step since which the run was left alone. */
  private since = 0;

  constructor(simulation: Simulation, index: number) {
    this.simulation = simulation;
    this.index = index;
    this.tape = this.begin();
  }

  private get track(): Track {
    return this.simulation.tracks[this.index];
  }

  next(): number {
    this.follow();
    const { step } = this.simulation;
    return (Math.floor(step / this.stride) + 1) * this.stride;
  }

  keep(): void {
    this.follow();
    const { step } = this.simulation;
    if (!this.tape.wants(step)) return;
    const { weights, velocity, batchAtWork, batchScale, system } = this.track;
    const { modes, points, size } = this;
    const scale = batchAtWork === null ? 1 : (batchScale * batchAtWork.length) / system.sampleCount;
    this.tape.take(
      step,
      (out) => {
        if (modes !== null) {
          addModeEnergies(modes, weights, velocity, scale, out);
          return;
        }
        // Each on its own, or their average.
        const share = size > 0 ? 1 : 1 / velocity.length;
        const at = (n: number): number => (size > 0 ? n : 0);
        for (let n = 0; n < velocity.length; n++) out[at(n)] += share * velocity[n] * velocity[n];
        if (points === null) return;
        const { shift, force } = points;
        system.force.gradient(weights, null, 1, force);
        for (let n = 0; n < force.length; n++) {
          out[Math.max(size, 1) + at(n)] += scale * share * (weights[n] - shift[n]) * force[n];
        }
      },
      weights,
    );
  }

  /** The future is another one, or the state was moved. */
  clear(): void {
    this.follow();
    this.tape.clear();
  }

  /** @param temperature  of the bath, for the curve of the histogram; null: none */
  read(temperature: number | null): Read {
    this.follow();
    const { tape, modes, points, simulation, track } = this;
    const { step, time, dt } = simulation;
    const gamma = track.expansion.gamma(time);
    const to = tape.upTo(step);
    const first = to === 0 ? step : tape.endOf(0) - tape.spacing;
    const column = new Float64Array(Math.max(to, 1));
    const total = new Float64Array(column.length);
    const timeOf = (at: number): number => time - (step - at) * dt;
    /** Step at which a relaxation that goes at this rate has forgotten the disturbance; Infinity: never. */
    const forgotten = (rate: number): number =>
      Math.max(first, this.since + (gamma > 0 ? FORGETTING / (rate * dt) : 0));
    /** First block after it. */
    const from = (rate: number): number => {
      const at = forgotten(rate);
      return at < Infinity ? Math.min(to, Math.ceil((at - first) / tape.spacing)) : to;
    };
    const estimate = (quantity: number, begin: number): Estimate => {
      tape.averages(quantity, begin, to, column);
      return begin < to ? estimateMean(column, to - begin) : { ...unknown, tau: NaN };
    };
    /** The average of some quantities at each time, which knows how they move together. */
    const together = (quantities: readonly number[], begin: number, weight: number): Reading => {
      if (quantities.length === 0 || begin >= to) return unknown;
      total.fill(0);
      for (const quantity of quantities) {
        tape.averages(quantity, begin, to, column);
        for (let b = 0; b < to - begin; b++) total[b] += weight * column[b];
      }
      const { mean, error } = estimateMean(total, to - begin);
      return { mean, error };
    };
    const readings = (quantities: readonly number[], begins: readonly number[], size: number): Readings => {
      const mean = new Float64Array(size).fill(NaN);
      const error = new Float64Array(size).fill(NaN);
      quantities.forEach((quantity, n) => {
        const found = estimate(quantity, begins[n]);
        mean[quantity % size] = found.mean;
        error[quantity % size] = found.error;
      });
      return { mean, error };
    };
    const common = {
      since: timeOf(Math.max(first, this.since)),
      blocks: to,
      blockTime: tape.spacing * dt,
    };
    const columns = Array.from({ length: Math.max(1, this.size) }, (_, n) => n);
    const still = from(gamma / 2);
    const calm = track.firstOrder ? Infinity : forgotten(gamma / 2);
    const kinetic = track.firstOrder
      ? null
      : readings(
          this.size === 0 ? [] : columns,
          columns.map(() => still),
          this.size,
        );
    // The slowest one decides when their average has an error.
    const meanKinetic =
      kinetic === null
        ? null
        : isKnown(kinetic, this.size === 0 ? [] : columns)
          ? together(columns, still, 1 / columns.length)
          : unknown;
    if (modes === null && points === null) {
      const rest = { configurational: null, meanConfigurational: null, excess: null, histogram: null };
      return { ...common, ready: timeOf(calm), kinetic, meanKinetic, ...rest };
    }
    const curvature = (n: number): number => modes?.values[n] ?? points?.least ?? NaN;
    const held =
      modes === null
        ? columns
        : columns.filter((k) => isHeld(curvature(k), modes.values[columns.length - 1]));
    // Without inertia a mode relaxes at ηλ = λ/γ, which is the slow rate's limit.
    const rates = held.map((k) => relaxationRate(curvature(k), gamma));
    const begins = rates.map(from);
    const slowest = Math.max(0, ...begins);
    const positions = held.map((k) => columns.length + k);
    const alone = modes === null && this.size === 0;
    const configurational = alone ? none : readings(positions, begins, columns.length);
    const mean =
      alone || isKnown(configurational, held)
        ? together(positions, slowest, 1 / Math.max(1, held.length))
        : unknown;
    const half = (alone ? track.system.weightCount : held.length) / 2;
    return {
      ...common,
      ready: timeOf(Math.min(calm, ...rates.map(forgotten))),
      kinetic,
      meanKinetic,
      configurational,
      meanConfigurational: mean,
      excess: { mean: mean.mean * half, error: mean.error * half },
      histogram:
        temperature === null || modes === null
          ? null
          : this.histogram(modes, temperature, {
              from: slowest,
              to,
              since: timeOf(first + slowest * tape.spacing),
            }),
    };
  }

  private histogram(
    modes: Modes,
    temperature: number,
    { from, to, since }: { readonly from: number; readonly to: number; readonly since: number },
  ): Temperatures['histogram'] {
    const widths = gibbsWidths(modes, temperature);
    if (widths === null || from >= to) return null;
    const reach = REACH * Math.max(...widths.deviation);
    const low = Math.min(...widths.mean) - reach;
    const high = Math.max(...widths.mean) + reach;
    const width = (high - low) / BINS;
    const edges = Float64Array.from({ length: BINS + 1 }, (_, bin) => low + bin * width);
    const density = new Float64Array(BINS);
    const share = 1 / ((to - from) * widths.mean.length * width);
    for (let block = from; block < to; block++) {
      for (const weight of this.tape.state(block)) {
        const bin = Math.floor((weight - low) / width);
        if (bin >= 0 && bin < BINS) density[bin] += share;
      }
    }
    const x = Float64Array.from({ length: CURVE + 1 }, (_, n) => low + ((high - low) * n) / CURVE);
    return { since, edges, density, curve: { x, y: x.map((at) => gibbsDensity(widths, at)) } };
  }

  /** Another system, or a disturbance: a stretch of its own begins. */
  private follow(): void {
    const { simulation, track } = this;
    const since = simulation.disturbed;
    if (track.system !== this.system) this.tape = this.begin();
    else if (since !== this.since) this.tape.clear();
    this.since = since;
  }

  private begin(): BlockTape {
    const { track } = this;
    const { system } = track;
    this.system = system;
    const { weightCount } = system;
    // Under redshift the modes move.
    const small = weightCount <= MOST_MODES && system.gradientEnergy === undefined;
    this.modes = small ? track.modes() : null;
    this.size = this.modes !== null || weightCount <= MOST_WEIGHTS ? weightCount : 0;
    this.points = this.modes === null ? pointsOf(system) : null;
    let stride = 1;
    while (
      (this.modes !== null || this.points !== null) &&
      16 * stride < weightCount &&
      stride < LONGEST_STRIDE
    )
      stride *= 2;
    this.stride = stride;
    const sorts = this.modes === null && this.points === null ? 1 : 2;
    const width = sorts * Math.max(1, this.size);
    return new BlockTape(stride, width, this.modes === null ? 0 : weightCount);
  }
}

/** Whether each of some has an error to tell. */
function isKnown({ error }: Readings, which: readonly number[]): boolean {
  return which.every((n) => Number.isFinite(error[n]));
}

/** Of a uniform lattice without flat modes: ⟨(W − W*)_n ∂C/∂W_n⟩ = T (H⁻¹H)_nn = T at every stable step. **exact** */
function pointsOf(system: System): Points | null {
  if (system.gradientEnergy !== undefined) return null;
  const spectrum = latticeSpectrum(system);
  const lattice = uniformLattice(system);
  const found = system.couplings(null);
  if (spectrum === null || lattice === null || found === null) return null;
  const { mass, kappa } = spectrum;
  const least = mass + kappa[0];
  if (!isHeld(least, mass + kappa[kappa.length - 1])) return null;
  const diagonal = lattice.J + (lattice.rows > 1 ? 4 : 2) * lattice.K;
  return { shift: found.shift, least, diagonal, force: new Float64Array(system.weightCount) };
}
