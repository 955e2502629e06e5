import { expm1 } from '../../physics/math/elementary.ts';
import { findModeBasis, type ModeBasis } from '../../physics/modes/basis.ts';
import { ModeFit, type Amplitudes, type Changes } from '../../physics/modes/fit.ts';
import { ModeTracks } from './modeTracks.ts';
import type { Expansion, Reals, System } from '../../physics/types.ts';

/** What the meter looks at: one track of a run, at a step. */
export interface Looked {
  readonly time: number;
  readonly system: System;
  readonly weights: Reals;
  readonly velocity: Reals;
  readonly expansion: Expansion;
  readonly stiffness: (t: number) => number;
  /** Friction is the same at all times. */
  readonly steady: boolean;
  /** Exponent n of γ = n/t; null where it is none. */
  readonly power: number | null;
  /** Nothing but its forces and friction moves it. */
  readonly undriven: boolean;
}

/** How far the force along a mode may be from what is linear in the waves. */
const LINEAR = 0.003;
/** Steps between two looks at that: it takes a gradient and a product with H. */
const LOOK = 2;
/** Steps on a clock differ by round-off alone. */
const SAME = 1e-9;

type Instant = Amplitudes & { time: number };

/** Follows the modes of a run step by step and measures them. */
export class ModeMeter {
  readonly basis: ModeBasis;
  readonly from: number;
  /** Time up to which was measured. */
  until: number;
  /** Modes that have left what is linear: nothing is added to them any more [modes]. */
  readonly bent: Uint8Array;
  readonly fit: ModeFit;
  readonly constant: boolean;
  /** A few of the modes through time. */
  readonly tracks: ModeTracks;
  private readonly system: System;
  private readonly held: Float64Array;
  private readonly force: Amplitudes;
  private readonly rest: Float64Array;
  /** The last two instants, and room for the next. */
  private instants: [Instant, Instant, Instant];
  private taken = 1;

  private constructor(run: Looked, basis: ModeBasis) {
    const { system, time } = run;
    this.basis = basis;
    this.system = system;
    this.from = time;
    this.until = time;
    const modes = basis.x.length;
    const s = run.stiffness(time);
    const scale = basis.kappa.map((kappa, mode) => Math.abs(basis.mass[mode] + s * kappa));
    // A flat mode is weighed as the softest curved one.
    const least = scale.reduce((most, value) => Math.max(most, value), 0) * 1e-3;
    const constant = run.steady && system.gradientEnergy === undefined;
    this.fit = new ModeFit(
      scale.map((value) => Math.max(value, least)),
      constant,
    );
    this.constant = constant;
    this.held = new Float64Array(system.weightCount);
    this.rest = new Float64Array(system.weightCount);
    system.force.gradient(basis.center, null, s, this.rest);
    this.bent = new Uint8Array(modes);
    this.force = { re: new Float64Array(modes), im: new Float64Array(modes) };
    basis.project(
      this.rest.map((value) => -value),
      this.force.re,
      this.force.im,
    );
    this.instants = [emptyInstant(modes), emptyInstant(modes), emptyInstant(modes)];
    this.take(run, this.instants[1]);
    this.tracks = this.followed(run);
  }

  /** The modes that are followed through time, with their closed forms from here on. */
  private followed(run: Looked): ModeTracks {
    const { basis, force } = this;
    const rates = emptyInstant(basis.x.length);
    // A rate has no centre.
    basis.project(run.velocity, rates.re, rates.im);
    return new ModeTracks(run, basis, this.instants[1], rates, force);
  }

  /** @returns null where the system has no modes that can be told */
  static of(run: Looked): ModeMeter | null {
    const basis = findModeBasis(run.system, run.weights);
    return basis === null ? null : new ModeMeter(run, basis);
  }

  /** Adds the state that the run is in now, a step after the one before it. */
  add(run: Looked): void {
    const { basis, instants } = this;
    const [before, now, after] = instants;
    this.take(run, after);
    if (!basis.everywhere && this.taken % LOOK === 0) this.findBent(run, after);
    const h = after.time - now.time;
    const even = this.taken > 1 && Math.abs(now.time - before.time - h) <= SAME * h;
    if (even) {
      const drag = h * run.expansion.gamma(now.time);
      const eta = drag > 0 ? (-h * h * expm1(-drag)) / drag : h * h;
      const changes = this.constant ? null : this.changes(run);
      this.fit.add(instants, h, changes, eta, this.force, this.bent);
    }
    if (this.bent.includes(0)) this.until = run.time;
    this.tracks.add(after, after.time);
    this.instants = [now, after, before];
    this.taken++;
  }

  /** |w|² of the modes now. */
  power(): Float64Array {
    const { re, im } = this.instants[1];
    return re.map((value, mode) => value * value + im[mode] * im[mode]);
  }

  private changes(run: Looked): Changes {
    const { mass, kappa } = this.basis;
    const [{ time: t0 }, { time: t1 }, { time: t2 }] = this.instants;
    const between = (a: number, b: number): number => (run.steady ? 1 : run.expansion.gamma(0.5 * (a + b)));
    const start = run.stiffness(this.from);
    const factors = [run.stiffness(t0), run.stiffness(t1), run.stiffness(t2)] as const;
    return {
      friction: [between(t0, t1), between(t1, t2)],
      stretch(mode, at) {
        const whole = mass[mode] + start * kappa[mode];
        return whole === 0 ? 1 : (mass[mode] + factors[at] * kappa[mode]) / whole;
      },
    };
  }

  private take(run: Looked, out: Instant): void {
    const { held, basis } = this;
    for (let i = 0; i < held.length; i++) held[i] = run.weights[i] - basis.center[i];
    basis.project(held, out.re, out.im);
    out.time = run.time;
  }

  /** Marks the modes along which ∂C(W) − ∂C(c) − H δ is no small part of H δ. */
  private findBent({ weights, time, stiffness }: Looked, { re, im }: Amplitudes): void {
    const { system, basis, held, rest, bent } = this;
    const image = new Float64Array(held.length);
    const gradient = new Float64Array(held.length);
    for (let i = 0; i < held.length; i++) held[i] = weights[i] - basis.center[i];
    system.hessianVector(basis.center, held, stiffness(time), image);
    system.force.gradient(weights, null, stiffness(time), gradient);
    const off = { re: new Float64Array(re.length), im: new Float64Array(re.length) };
    basis.project(
      gradient.map((value, i) => value - rest[i] - image[i]),
      off.re,
      off.im,
    );
    for (let mode = 0; mode < bent.length; mode++) {
      const lambda = basis.mass[mode] + basis.kappa[mode];
      const most = (LINEAR * lambda) ** 2 * (re[mode] ** 2 + im[mode] ** 2);
      if (!(off.re[mode] ** 2 + off.im[mode] ** 2 <= most)) bent[mode] = 1;
    }
  }
}

function emptyInstant(modes: number): Instant {
  return { time: 0, re: new Float64Array(modes), im: new Float64Array(modes) };
}
