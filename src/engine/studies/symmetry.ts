import { cos, exp } from '../../physics/math/elementary.ts';
import {
  lorentzFactor,
  packetAt,
  packetWaves,
  type BoostedPacket,
  type PacketWave,
  type RelativisticField,
} from '../../physics/observables/boost.ts';
import type { Kernels } from '../../kernels/types.ts';
import { studyObstacle } from '../../scenario/studies.ts';
import type { Scenario } from '../../scenario/types.ts';
import { createData, createSystem } from '../parts.ts';
import { measured, withPoint } from './fit.ts';
import {
  StudyRefusal,
  type Study,
  type StudyFindings,
  type StudyProgress,
  type StudySeries,
} from './types.ts';

/** Sites per width of the packet at rest, coarse to fine. */
const FINENESS = [3, 4, 6, 8, 12] as const;
/** γT and δ that break the symmetry. */
const BREAKING = [0.02, 0.04, 0.08, 0.16] as const;
/** Sites per width of the runs that friction and non-uniform sources break: each beside the unbroken one on the same lattice. */
const FINE = 12;
/** The ring, in widths at rest: the packet never meets itself. */
const RING = 24;
/** Time of the journey, in which light runs so many widths. */
const JOURNEY = 6;
/** h ω of the fastest wave of the lattice: the step's own error is a tenth of what is measured. */
const PHASE = 0.05;

/** What breaks the symmetry in one run. */
interface Breaking {
  /** Sites per width. */
  readonly fine: number;
  /** γT */
  readonly friction: number;
  /** J_n = J (1 + δ cos(2πn/N)). */
  readonly uneven: number;
}

/** One run: the packet on a lattice, and the same in a frame of its own. All in units of the width at rest and of c. */
interface Ring {
  readonly N: number;
  readonly waves: readonly PacketWave[];
  readonly w: Float64Array;
  readonly v: Float64Array;
  readonly J: Float64Array;
  readonly h: number;
  readonly steps: number;
  readonly time: number;
}

function prepare({ fine, uneven }: Breaking, mass2: number, speed: number): Ring {
  const N = Math.round(RING * fine);
  // In sites: c = 1, width = fine.
  const field: RelativisticField = { K: 1, J: mass2 / (fine * fine) };
  const packet: BoostedPacket = { center: 0, width: fine, speed, amplitude: 1 };
  const waves = packetWaves(N, field, packet);
  const w = new Float64Array(N);
  const v = new Float64Array(N);
  for (let n = 0; n < N; n++) {
    const at = packetAt(waves, placeOf(n, N), 0);
    w[n] = at.w;
    v[n] = at.v;
  }
  const time = JOURNEY * fine;
  const fastest = Math.sqrt(4 + field.J * (1 + uneven));
  const steps = Math.ceil((time * fastest) / PHASE);
  const J = Float64Array.from({ length: N }, (_, n) => field.J * (1 + uneven * cos((2 * Math.PI * n) / N)));
  return { N, waves, w, v, h: time / steps, steps, time, J };
}

/** Place of a site of a ring, from −N/2 on: the packet begins at 0. */
const placeOf = (n: number, N: number): number => (n < N / 2 ? n : n - N);

/** Damped kick-drift-kick of Eq. 5 with K = 1 (physics.md 4.1), one step. */
function step({ N, w, v, h, J }: Ring, gamma: number, force: Float64Array): void {
  const E = exp((-gamma * h) / 2);
  const c = gamma === 0 ? h / 2 : (1 - E) / gamma;
  const kick = (): void => {
    for (let n = 0; n < N; n++) v[n] = E * v[n] + c * force[n];
  };
  kick();
  for (let n = 0; n < N; n++) w[n] += h * v[n];
  push(w, J, force);
  kick();
}

/** −∂C/∂w of a ring of K = 1. */
function push(w: Float64Array, J: Float64Array, force: Float64Array): void {
  const N = w.length;
  for (let n = 0; n < N; n++) {
    force[n] = w[(n + 1) % N] - 2 * w[n] + w[(n + N - 1) % N] - J[n] * w[n];
  }
}

/**
 * |φ − φ′|/|φ′| of a run and the same packet that rests, and loses e^{−γt′/2}, in its own frame, seen from the lattice.
 *  @param free  φ without friction at the end: of the boost itself, or of the same lattice, of whose loss nothing is counted
 */
function apart({ N, w, time }: Ring, free: (n: number) => number, gamma: number, speed: number): number {
  const factor = lorentzFactor(speed);
  let [difference, size] = [0, 0];
  for (let n = 0; n < N; n++) {
    const own = factor * (time - speed * placeOf(n, N));
    const covariant = exp((-gamma * own) / 2) * free(n);
    difference += (w[n] - covariant) * (w[n] - covariant);
    size += covariant * covariant;
  }
  return Math.sqrt(difference / size);
}

/** Mean place of the energy: it moves with momentum over energy, which a boost makes βc exactly. */
function placeOfEnergy({ N, w, v, J }: Ring): number {
  let [sum, first] = [0, 0];
  for (let n = 0; n < N; n++) {
    const rise = w[(n + 1) % N] - w[n];
    const own = v[n] * v[n] + J[n] * w[n] * w[n];
    const bond = rise * rise;
    const x = placeOf(n, N);
    sum += own + bond;
    // The energy of a bond stands in its middle.
    first += x * own + (x + 0.5) * bond;
  }
  return first / sum;
}

/** w between two sites. */
function between({ N, w }: Ring, x: number): number {
  const n = Math.floor(x);
  const at = (site: number): number => w[((site % N) + N) % N];
  return at(n) + (x - n) * (at(n + 1) - at(n));
}

/** Mass² and speed of the scenario's packet, in units of its width. @throws StudyRefusal */
function packetOf(scenario: Scenario, kernels: Kernels): { readonly mass2: number; readonly speed: number } {
  const system = createSystem(scenario, createData(scenario, kernels), kernels);
  const couplings = system.couplings(null);
  const { width, speed } = scenario.initial;
  if (couplings === null || typeof width !== 'number' || typeof speed !== 'number') {
    throw new StudyRefusal('no-packet');
  }
  const mean = (of: Float64Array): number => of.reduce((sum, value) => sum + value, 0) / of.length;
  const mass2 = (mean(couplings.J) / mean(couplings.K)) * width * width;
  if (!(mass2 > 0) || speed === 0) throw new StudyRefusal('at-rest');
  return { mass2, speed };
}

/**
 * How far a boosted packet is from the same packet at rest, seen from a frame that moves: 0 where the field is Lorentz
 * covariant, as it is in the continuum at γ = 0 with uniform K and J (Klein-Gordon).
 *    by the lattice: over a/s, falls as a² (ω² − c²k² = m² − c²a²k⁴/12 + …);
 *    by friction: over γT, for friction has a frame of its own, in which everything decays alike: (γT/2)(1 − 1/Γ) and more;
 *    by non-uniform data: over δ, J = J₀(1 + δ cos), for sources that stand somewhere have one too.
 *  Mass and speed are the scenario's. The speed of its energy and the rate of its clock, Γ times slower, are measured on the finest lattice.
 *  Source: physics.md 1.4, 3.1; arXiv:2503.08827, Eq. 17.
 */
function* run(scenario: Scenario, kernels: Kernels): Generator<StudyProgress, StudyFindings> {
  if (studyObstacle('symmetry', scenario) !== null) throw new StudyRefusal('no-packet');
  const { mass2, speed } = packetOf(scenario, kernels);
  const jobs = [
    ...FINENESS.map((fine) => ({ id: 'lattice', x: 1 / fine, breaking: { fine, friction: 0, uneven: 0 } })),
    ...BREAKING.map((friction) => ({
      id: 'friction',
      x: friction,
      breaking: { fine: FINE, friction, uneven: 0 },
    })),
    ...BREAKING.map((uneven) => ({ id: 'uneven', x: uneven, breaking: { fine: FINE, friction: 0, uneven } })),
  ];
  let series: readonly StudySeries[] = [
    { id: 'lattice', points: [], fit: null, expected: 2, source: 'Eq. 17' },
    { id: 'friction', points: [], fit: null, expected: 1, source: 'Eq. 5' },
    { id: 'uneven', points: [], fit: null, expected: 1, source: 'Eq. 17' },
  ];
  const { made: unbroken, run: measuredSpeed, clock } = unbrokenRun(mass2, speed);
  const facts = [
    { name: 'speed', value: speed },
    { name: 'factor', value: lorentzFactor(speed) },
    { name: 'run', value: measuredSpeed },
    // The middle of the packet swings with its own time, t/Γ.
    { name: 'clock', value: clock / unbrokenRun(mass2, 0).clock },
  ];
  for (const [index, { id, x, breaking }] of jobs.entries()) {
    const made = prepare(breaking, mass2, speed);
    const gamma = breaking.friction / made.time;
    const force = new Float64Array(made.N);
    push(made.w, made.J, force);
    for (let n = 0; n < made.steps; n++) {
      step(made, gamma, force);
      if (n % 16 === 0) yield { done: (index + n / made.steps) / jobs.length, series, facts };
    }
    const { waves, N, time } = made;
    const boosted = (site: number): number => packetAt(waves, placeOf(site, N), time).w;
    const y = apart(made, id === 'lattice' ? boosted : (site) => unbroken.w[site], gamma, speed);
    series = series.map((one) => (one.id === id ? withPoint(one, x, y) : one));
  }
  return { series: series.map(measured), facts };
}

/** The packet's run with nothing but its lattice to break it; its speed, and the time at which its middle first is 0. */
function unbrokenRun(
  mass2: number,
  speed: number,
): { readonly made: Ring; readonly run: number; readonly clock: number } {
  const made = prepare({ fine: FINE, friction: 0, uneven: 0 }, mass2, speed);
  const begun = placeOfEnergy(made);
  const force = new Float64Array(made.N);
  push(made.w, made.J, force);
  let clock = NaN;
  let before = made.w[0];
  for (let n = 1; n <= made.steps; n++) {
    step(made, 0, force);
    const now = between(made, speed * n * made.h);
    if (clock !== clock && now <= 0) clock = (n - now / (now - before)) * made.h;
    before = now;
  }
  return { made, run: (placeOfEnergy(made) - begun) / made.time, clock };
}

export const symmetry: Study<'symmetry'> = { id: 'symmetry', run };
