import { estimateMean, type Estimate } from '../../../physics/math/statistics.ts';
import {
  addModeEnergies,
  gibbsDensity,
  gibbsWidths,
  isHeld,
  relaxationRate,
} from '../../../physics/observables/thermometers.ts';
import type { Modes } from '../../../physics/types.ts';
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
> & { readonly excess: Reading | null };

const unknown: Reading = { mean: NaN, error: NaN };

/** Keeps what thermometers on one track need, and reads them. */
export class Thermometer {
  /** Of a quadratic cost; null: kinetic thermometers alone. */
  modes: Modes | null = null;
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
    const { modes, size } = this;
    const scale = batchAtWork === null ? 1 : (batchScale * batchAtWork.length) / system.sampleCount;
    this.tape.take(
      step,
      (out) => {
        if (modes !== null) addModeEnergies(modes, weights, velocity, scale, out);
        else if (size > 0) for (let n = 0; n < size; n++) out[n] += velocity[n] * velocity[n];
        else for (const v of velocity) out[0] += (v * v) / velocity.length;
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
    const { tape, modes, simulation, track } = this;
    const { step, time, dt } = simulation;
    const gamma = track.expansion.gamma(time);
    const to = tape.upTo(step);
    const first = to === 0 ? step : tape.endOf(0) - tape.spacing;
    const column = new Float64Array(Math.max(to, 1));
    const total = new Float64Array(column.length);
    /** First block after a relaxation that goes at this rate. */
    const from = (rate: number): number => {
      const wait = gamma > 0 ? FORGETTING / (rate * dt) : 0;
      if (!(wait < Infinity)) return to;
      return Math.min(to, Math.max(0, Math.ceil((this.since + wait - first) / tape.spacing)));
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
      since: time - (step - Math.max(first, this.since)) * dt,
      blocks: to,
      blockTime: tape.spacing * dt,
    };
    const columns = Array.from({ length: Math.max(1, this.size) }, (_, n) => n);
    const still = from(gamma / 2);
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
    if (modes === null) {
      const rest = { configurational: null, meanConfigurational: null, excess: null, histogram: null };
      return { ...common, kinetic, meanKinetic, ...rest };
    }
    const size = modes.values.length;
    const largest = modes.values[size - 1];
    const held = columns.filter((k) => isHeld(modes.values[k], largest));
    // Without inertia a mode relaxes at ηλ = λ/γ, which is the slow rate's limit.
    const begins = held.map((k) => from(relaxationRate(modes.values[k], gamma)));
    const slowest = Math.max(0, ...begins);
    const positions = held.map((k) => size + k);
    const configurational = readings(positions, begins, size);
    const mean = isKnown(configurational, held)
      ? together(positions, slowest, 1 / Math.max(1, held.length))
      : unknown;
    return {
      ...common,
      kinetic,
      meanKinetic,
      configurational,
      meanConfigurational: mean,
      excess: { mean: (mean.mean * held.length) / 2, error: (mean.error * held.length) / 2 },
      histogram: temperature === null ? null : this.histogram(modes, temperature, slowest, to),
    };
  }

  private histogram(modes: Modes, temperature: number, from: number, to: number): Temperatures['histogram'] {
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
    const gibbs = density.map((_, bin) => gibbsDensity(widths, low + (bin + 0.5) * width));
    return { edges, density, gibbs };
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
    let stride = 1;
    while (this.modes !== null && 16 * stride < weightCount && stride < LONGEST_STRIDE) stride *= 2;
    this.stride = stride;
    const width = this.modes === null ? Math.max(1, this.size) : 2 * this.size;
    return new BlockTape(stride, width, this.modes === null ? 0 : weightCount);
  }
}

/** Whether each of some has an error to tell. */
function isKnown({ error }: Readings, which: readonly number[]): boolean {
  return which.every((n) => Number.isFinite(error[n]));
}
