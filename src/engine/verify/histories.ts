import { expansions } from '../../physics/expansion/index.ts';
import { exp, log } from '../../physics/math/elementary.ts';
import type { Expansion, ExpansionPart } from '../../physics/types.ts';
import { valuesOf } from './systems.ts';
import { bounded, compare, type Check, type Finding } from './types.ts';

/** d: not 1, so that H = γ/d is not γ. */
export const DIMENSION = 3;
/** Times at which laws are tried: before, at and after the corners of schedules. */
const TIMES = [0.3, 1, 2.7, 11, 24] as const;
/** Stretches of kicks, from a big bang and across corners too. */
const STRETCHES = [
  [0, 0.05],
  [0, 2],
  [0.05, 0.1],
  [1, 1.125],
  [0.5, 4],
  [40, 40.0625],
] as const;

/** Gauss-Legendre nodes and weights of order 8. */
const NODES = [0.9602898564975363, 0.7966664774136267, 0.525532409916329, 0.1834346424956498];
const WEIGHTS = [0.10122853629037626, 0.22238103445337448, 0.31370664587788727, 0.362683783378362];
/** Panels graded towards the start, where power laws have their singular point: 2^(−60/1.5) up to 1. */
const EDGES = [0, ...Array.from({ length: 61 }, (_, k) => exp(((k - 60) / 1.5) * log(2)))];

/** ∫_a^b f by Gauss-Legendre on panels graded towards a. */
function integrate(f: (t: number) => number, a: number, b: number): number {
  let sum = 0;
  for (let k = 0; k < EDGES.length - 1; k++) {
    const low = a + (b - a) * EDGES[k];
    const high = a + (b - a) * EDGES[k + 1];
    const [center, half] = [(low + high) / 2, (high - low) / 2];
    for (let n = 0; n < NODES.length; n++) {
      sum += half * WEIGHTS[n] * (f(center + half * NODES[n]) + f(center - half * NODES[n]));
    }
  }
  return sum;
}

/** E and c of a kick by quadrature of γ alone; E from t1 = 0 of a singular history is 0. */
function kickByQuadrature(expansion: Expansion, t1: number, t2: number): { E: number; c: number } {
  const starts = expansion.gamma(0) < Infinity;
  const damping = (s: number): number =>
    exp(-integrate((u) => (s > 0 || starts ? expansion.gamma(u) : 0), s, t2));
  return { E: expansion.gamma(t1) === Infinity ? 0 : damping(t1), c: integrate(damping, t1, t2) };
}

/** Errors of a kick's E, absolute, and of its c, relative. */
export function kickErrors(expansion: Expansion, t1: number, t2: number): { E: number; c: number } {
  const kick = new Float64Array(2);
  expansion.kick(t1, t2, kick, 0);
  const { E, c } = kickByQuadrature(expansion, t1, t2);
  return { E: Math.abs(kick[0] - E), c: Math.abs(kick[1] / c - 1) };
}

const worst = (errors: readonly number[]): number =>
  errors.reduce((most, error) => (Number.isNaN(error) || error > most ? error : most), 0);

/** Largest |d ln a/dt − γ/d| / (1 + γ/d), by central differences of fourth order. */
export function hubbleError(expansion: Expansion): number {
  return worst(
    TIMES.map((t) => {
      const step = 1e-3 * Math.min(t, 3);
      const ln = (k: number): number => expansion.logScaleFactor(t + k * step);
      const slope = (8 * (ln(1) - ln(-1)) - (ln(2) - ln(-2))) / (12 * step);
      const hubble = expansion.gamma(t) / expansion.dimension;
      return Math.abs(slope - hubble) / (1 + hubble);
    }),
  );
}

/** Largest |w_eff − (−1 − 2γ̇/γ²)|; Infinity where it is given though γ = 0, or not given though γ > 0. */
export function equationOfStateError(expansion: Expansion): number {
  return worst(
    TIMES.map((t) => {
      const w = expansion.equationOfState(t);
      const gamma = expansion.gamma(t);
      if (gamma === 0 || w === null) return (gamma === 0) === (w === null) ? 0 : Infinity;
      const step = 1e-4 * t;
      const slope = (expansion.gamma(t + step) - expansion.gamma(t - step)) / (2 * step);
      return Math.abs(w - (-1 - (2 * slope) / (gamma * gamma)));
    }),
  );
}

/**
 * Kicks against quadrature: exact ones to round-off; those of constant γ over a stretch by their order, 3 in E (or exact,
 * where γ is linear), from halving the stretch.
 */
export function kickFinding(subject: string, expansion: Expansion): Finding {
  if (expansion.approximateKicks !== true) {
    const errors = STRETCHES.flatMap(([t1, t2]) => Object.values(kickErrors(expansion, t1, t2)));
    return bounded(subject, worst(errors), 1e-13);
  }
  const [coarse, fine] = [0.05, 0.025].map((h) => kickErrors(expansion, 3, 3 + h).E);
  if (coarse < 1e-14) return bounded(subject, coarse, 1e-14);
  return compare(`${subject}, order`, log(coarse / fine) / log(2), 3, 0.2);
}

const overHistories = (find: (subject: string, expansion: Expansion) => Finding): Check['trials'] => {
  const parts: readonly ExpansionPart[] = Object.values(expansions);
  return () =>
    parts.map((part) => ({
      subject: part.kind,
      measure: () => find(part.kind, part.create(valuesOf(part), DIMENSION)),
    }));
};

export const hubble: Check = {
  id: 'hubble',
  label: 'Expansion',
  help: 'd ln a/dt = H = γ/d of every history, by differences of ln a; relative to 1 + H.',
  trials: overHistories((subject, expansion) => bounded(subject, hubbleError(expansion), 1e-9)),
};

export const equationOfState: Check = {
  id: 'equation-of-state',
  label: 'Equation of state',
  help: 'w = −1 − 2γ̇/γ² of every history, by differences of γ.',
  trials: overHistories((subject, expansion) => bounded(subject, equationOfStateError(expansion), 1e-7)),
};

export const kicks: Check = {
  id: 'kicks',
  label: 'Damped kicks',
  help: 'What friction does to the velocity in a step, against quadrature of γ; of schedules without a closed form, the order of its error.',
  trials: overHistories(kickFinding),
};
