import { lines, scaleFactorTex as a } from '../formula.ts';
import { expm1, log, pow } from '../math/elementary.ts';
import { ParameterError, real, vector } from '../parameters.ts';
import type { Values } from '../parameters.ts';
import type { ExpansionPart, Pieces } from '../types.ts';
import { piecewiseLinear } from './piecewiseLinear.ts';
import { rate, spanOfTime } from './rateParameters.ts';
import { addKick, constantKick, scheduleHistory } from './scheduleHistory.ts';

const warmupParameters = {
  etaMax: rate('η max', 'full rate', 'Learning rate from the end of the warm-up on.', 1),
  T: spanOfTime('duration', 'Time in which the rate grows from 0 to its full value.', 5),
};

/**
 * Warm-up:  η = η_max t/T until T, constant after: γ = n/t with n = T/η_max, then de Sitter.
 *    w = −1 + 2/n > −1: not phantom; it accelerates for n > d and decelerates for n < d
 *    a = (t/T)^{n/d} until T, e^{(t−T)/dη_max} after;  a = 1 at t = T. **exact**
 *  Time begins at t = 0, as in every power law.
 */
export const warmup: ExpansionPart<typeof warmupParameters> = {
  kind: 'warmup',
  label: 'Warm-up',
  help: 'The rate grows evenly, then stays: a power law, γ = n/t with n = T/η max, that turns into de Sitter space.',
  source: 'Eqs. 8–10',
  parameters: warmupParameters,
  create: ({ etaMax, T }, dimension) => piecewiseLinear([0, T], [0, etaMax], dimension),
  corners: ({ T }) => [0, T],
  plannedEnd: ({ T }) => 1.6 * T,
  scaleFactor: () => [
    {
      id: 'closed-warmup-scale',
      tex: lines(`${a} = (t/T)^{n/d},\\quad n=T/\\eta_{\\max}`, '0\\le t\\le T'),
      plain: 'a = (t/T)^(n/d), n = T/η max, 0 ≤ t ≤ T',
    },
    {
      id: 'closed-warmup-after',
      tex: lines(`${a} = e^{(t-T)/(d\\,\\eta_{\\max})}`, 't\\ge T'),
      plain: 'a = e^((t−T)/(d η max)), t ≥ T',
    },
  ],
};

const stepParameters = {
  eta0: rate('η₀', 'first rate', 'Learning rate until the first step.', 1),
  factor: real({
    symbol: 'f',
    label: 'factor',
    help: 'What the rate is multiplied by at every step.',
    apply: 'live',
    default: 0.5,
    min: 0,
    exclusiveMin: true,
    slider: [0.1, 1],
    scale: 'linear',
    step: 0.01,
  }),
  every: {
    ...spanOfTime('time between steps', 'Time from one step of the rate to the next.', 10),
    symbol: 'Δ',
  },
};

/**
 * Step decay:  η = η₀ f^⌊t/Δ⌋ (η₀ before t = 0): jumps from one de Sitter space to the next.
 *    ∫_0^t dt/η = (Δ/η₀)(f^{−k} − 1)/(f^{−1} − 1) + (t − kΔ)/η,  k = ⌊t/Δ⌋. **exact**, and so are its kicks
 */
export const step: ExpansionPart<typeof stepParameters> = {
  kind: 'step',
  label: 'Step decay',
  help: 'The rate falls in steps: jumps from one de Sitter space to the next.',
  source: 'Eqs. 8–10',
  parameters: stepParameters,
  steady: ({ factor }) => factor === 1,
  stretch: ({ factor }) => (factor === 1 ? 'constant' : factor > 1 ? 'jumps' : 'steps'),
  corners({ every }, from) {
    const first = Math.max(1, Math.ceil(from / every));
    return Array.from({ length: MOST_JUMPS }, (_, k) => (first + k) * every);
  },
  jumps: ({ every }) => ({ every, parameter: 'every' }),
  plannedEnd: ({ every }) => 4 * every,
  scaleFactor: () => [
    {
      id: 'closed-step-scale',
      tex: lines(`${a} = a_k\\,e^{(t-k\\Delta)/(d\\,\\eta_0 f^k)}`, 'k=\\lfloor t/\\Delta\\rfloor\\ge 0'),
      plain: 'a = a_k e^((t−kΔ)/(d η₀ f^k)), k = ⌊t/Δ⌋ ≥ 0',
    },
    {
      id: 'closed-step-sum',
      tex: `a_k^d = \\exp\\Bigl[\\tfrac{\\Delta}{\\eta_0}\\,\\tfrac{f^{-k}-1}{f^{-1}-1}\\Bigr]`,
      plain: 'a_k^d = exp[(Δ/η₀) (f^(−k) − 1)/(1/f − 1)]',
    },
  ],
  create({ eta0, factor, every }, dimension) {
    const stretch = (t: number): number => Math.max(0, Math.floor(t / every));
    const rateIn = (k: number): number => eta0 * pow(factor, k);
    const growth = -log(factor);
    const sumOf = (k: number): number =>
      ((every / eta0) * (factor === 1 ? k : expm1(k * growth))) / (factor === 1 ? 1 : expm1(growth));
    return scheduleHistory(
      dimension,
      {
        eta: (t) => rateIn(stretch(t)),
        slope: () => 0,
        integral(t) {
          const k = stretch(t);
          return sumOf(k) + (t - k * every) / rateIn(k);
        },
        largest: (t) => (factor > 1 ? Infinity : rateIn(stretch(t))),
      },
      (t1, t2, out, at) => {
        if (factor === 1) {
          constantKick(1 / eta0, t2 - t1, out, at);
          return;
        }
        const first = stretch(t1);
        const end = Math.max(t1, Math.min(t2, (first + 1) * every));
        constantKick(1 / rateIn(first), end - t1, out, at);
        for (let k = first + 1, from = end; from < t2; k++) {
          const to = Math.min(t2, (k + 1) * every);
          constantKick(1 / rateIn(k), to - from, segment, 0);
          addKick(segment[0], segment[1], out, at);
          from = to;
        }
      },
    );
  },
};
/** Most jumps that are told. */
const MOST_JUMPS = 1000;
/** E and c of one stretch. */
const segment = new Float64Array(2);

const tableParameters = {
  t: vector({
    symbol: 't',
    label: 'times',
    help: 'Times of the points of the schedule, rising.',
    unit: 't',
    apply: 'live',
    default: [0, 10, 26, 38],
  }),
  eta: vector({
    symbol: 'η',
    label: 'rates',
    help: 'Learning rates at those times; straight lines between, constant before and after.',
    unit: 't',
    apply: 'live',
    default: [0.5, 2, 2, 0.4],
  }),
};
/** Most points of a table. */
const MOST_POINTS = 10_000;

/** Rate through given points, straight between them, constant before and after. **exact** (piecewiseLinear.ts) */
export const table: ExpansionPart<typeof tableParameters> = {
  kind: 'table',
  label: 'Table',
  help: 'A schedule of your own: points of η(t), joined by straight lines.',
  source: 'Eqs. 8–10',
  parameters: tableParameters,
  steady: ({ eta = [] }) => eta.every((rate) => rate === eta[0]),
  corners: ({ t = [] }) => t,
  pieces: piecesOf,
  plannedEnd: ({ t = [] }) => t.at(-1) ?? NaN,
  points({ t, eta }) {
    const isVector = (value: unknown): value is number[] =>
      Array.isArray(value) && value.every((entry) => typeof entry === 'number');
    return isVector(t) && isVector(eta) && t.length === eta.length && t.length > 0 ? { t, eta } : null;
  },
  create({ t = [], eta = [] }, dimension) {
    checkTable(t, eta);
    return piecewiseLinear(t, eta, dimension);
  },
};

/** w in every stretch of a table, before its first time and after its last: made once, for long ones. */
const known = new WeakMap<object, Pieces>();

/** w_eff = −1 + 2 dη/dt. **exact** */
function piecesOf(values: Values<typeof tableParameters>): Pieces {
  const before = known.get(values);
  if (before !== undefined) return before;
  const { t = [], eta = [] } = values;
  const states = new Float64Array(t.length + 1).fill(-1);
  for (let k = 1; k < t.length; k++) states[k] = -1 + (2 * (eta[k] - eta[k - 1])) / (t[k] - t[k - 1]);
  const made = { times: t, states };
  known.set(values, made);
  return made;
}

/** @throws ParameterError naming the entry that does not fit */
function checkTable(t: readonly number[], eta: readonly number[]): void {
  if (t.length === 0 || t.length > MOST_POINTS) {
    throw new ParameterError('t', t, `a list of 1 to ${MOST_POINTS} times`);
  }
  if (eta.length !== t.length) throw new ParameterError('eta', eta, `${t.length} rates, one for each time`);
  t.forEach((time, k) => {
    if (k > 0 && !(time > t[k - 1])) {
      throw new ParameterError(`t[${k}]`, time, `a time after ${t[k - 1]}, the one before it`);
    }
    if (!(eta[k] > 0)) throw new ParameterError(`eta[${k}]`, eta[k], 'a rate > 0: at 0 friction is infinite');
  });
}
