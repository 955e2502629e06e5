import { lines, scaleFactorTex as a } from '../formula.ts';
import { atan, cos, exp, expm1, sin } from '../math/elementary.ts';
import { real } from '../parameters.ts';
import type { ExpansionPart } from '../types.ts';
import { decayRate, rate, spanOfTime } from './rateParameters.ts';
import { scheduleHistory } from './scheduleHistory.ts';

// Schedules that fall smoothly. Any decay of η is phantom, w_eff < −1 (physics.md 3.3).

const cosineParameters = {
  etaMin: rate('η min', 'last rate', 'Learning rate at the end of the cosine, and after it.', 0.05, {
    reason: 'with etaMin = 0 friction grows as 1/(T-t)² and the universe ends in a Big Rip at t = T',
  }),
  etaMax: rate('η max', 'first rate', 'Learning rate at the start of the cosine.', 1),
  T: spanOfTime('duration', 'Time in which the rate falls from its first to its last value.', 20),
};

/**
 * Cosine schedule:  η = η_min + (η_max − η_min)(1 + cos πt/T)/2 for 0 ≤ t ≤ T, constant outside.
 *    ∫_0^t dt/η = (2T/π√(η_min η_max)) atan(√(η_min/η_max) tan(πt/2T)). **exact**
 */
export const cosine: ExpansionPart<typeof cosineParameters> = {
  kind: 'cosine',
  label: 'Cosine schedule',
  help: 'The rate falls along half a cosine: a phantom universe, w < −1, that ends in de Sitter space at η min.',
  source: 'Eqs. 8–10',
  parameters: cosineParameters,
  steady: ({ etaMin, etaMax }) => etaMin === etaMax,
  corners: ({ T }) => [0, T],
  plannedEnd: ({ T }) => 1.1 * T,
  scaleFactor: () => [
    {
      id: 'closed-cosine-scale',
      tex: lines(
        `${a}^d = \\exp\\bigl[c\\arctan(r\\tan\\tfrac{\\pi t}{2T})\\bigr]`,
        'c=\\tfrac{2T}{\\pi\\sqrt{\\eta_{\\min}\\eta_{\\max}}},\\quad r=\\sqrt{\\tfrac{\\eta_{\\min}}{\\eta_{\\max}}}',
        '0\\le t\\le T',
      ),
      plain: 'a^d = exp[c arctan(r tan(πt/2T))], c = 2T/(π√(η min η max)), r = √(η min/η max), 0 ≤ t ≤ T',
    },
    {
      id: 'closed-cosine-after',
      tex: lines(
        `${a}^d = \\exp\\Bigl[\\tfrac{T}{\\sqrt{\\eta_{\\min}\\eta_{\\max}}}+\\tfrac{t-T}{\\eta_{\\min}}\\Bigr]`,
        't\\ge T',
      ),
      plain: 'a^d = exp[T/√(η min η max) + (t−T)/η min], t ≥ T',
    },
  ],
  create({ etaMin, etaMax, T }, dimension) {
    const half = (etaMax - etaMin) / 2;
    const within = (t: number): boolean => t > 0 && t < T;
    const scale = (2 * T) / (Math.PI * Math.sqrt(etaMin) * Math.sqrt(etaMax));
    const ratio = Math.sqrt(etaMin / etaMax);
    const eta = (t: number): number => {
      if (t <= 0) return etaMax;
      return t >= T ? etaMin : etaMin + half * (1 + cos((Math.PI * t) / T));
    };
    return scheduleHistory(dimension, {
      eta,
      slope: (t) => (within(t) ? ((-half * Math.PI) / T) * sin((Math.PI * t) / T) : 0),
      integral(t) {
        if (t <= 0) return t / etaMax;
        if (t >= T) return (scale * Math.PI) / 2 + (t - T) / etaMin;
        const angle = (Math.PI * t) / (2 * T);
        return scale * atan((ratio * sin(angle)) / cos(angle));
      },
      largest: (t) => Math.max(eta(t), etaMin),
    });
  },
};

/** Friction that grows without end: three decay times of the rate are seen. */
const decayed = ({ k }: { readonly k: number }, start: number): number =>
  start + Math.min(60, 3 / Math.abs(k));

const exponentialParameters = {
  eta0: rate('η₀', 'first rate', 'Learning rate at t = 0.', 1),
  k: real({ ...decayRate, help: 'The rate falls as e^{−kt}; negative values make it grow.' }),
};

/** Exponential decay:  η = η₀ e^{−kt},  ∫_0^t dt/η = (e^{kt} − 1)/kη₀: a little rip for k > 0. **exact** */
export const exponential: ExpansionPart<typeof exponentialParameters> = {
  kind: 'exponential',
  label: 'Exponential decay',
  help: 'The rate falls exponentially: friction and expansion grow without end, a little rip.',
  source: 'Eqs. 8–10',
  parameters: exponentialParameters,
  steady: ({ k }) => k === 0,
  falls: 'littleRip',
  plannedEnd: decayed,
  scaleFactor: () => [
    {
      id: 'closed-exponential-scale',
      tex: `${a} = \\exp\\frac{e^{kt}-1}{k\\,\\eta_0 d}`,
      plain: 'a = exp[(e^(kt) − 1)/(k η₀ d)]',
    },
  ],
  create({ eta0, k }, dimension) {
    const eta = (t: number): number => eta0 * exp(-k * t);
    return scheduleHistory(dimension, {
      eta,
      slope: (t) => -k * eta(t),
      integral: (t) => (Math.abs(k * t) < 1e-16 ? t : expm1(k * t) / k) / eta0,
      largest: (t) => (k >= 0 ? eta(t) : Infinity),
    });
  },
};

const inverseParameters = {
  eta0: rate('η₀', 'first rate', 'Learning rate at t = 0.', 1),
  k: real({ ...decayRate, help: 'The rate falls as 1/(1 + kt).', min: 0 }),
};

/** Inverse-time decay:  η = η₀/(1 + kt),  ∫_0^t dt/η = (t + kt²/2)/η₀. **exact** */
export const inverse: ExpansionPart<typeof inverseParameters> = {
  kind: 'inverse',
  label: 'Inverse-time decay',
  help: 'The rate falls as 1/(1 + kt): friction grows evenly with time, a little rip.',
  source: 'Eqs. 8–10',
  parameters: inverseParameters,
  steady: ({ k }) => k === 0,
  falls: 'littleRip',
  corners: () => [0],
  plannedEnd: decayed,
  scaleFactor: (_values, start) => [
    {
      id: 'closed-inverse-scale',
      tex: `${a} = \\exp\\frac{t+kt^2/2}{\\eta_0 d}${start < 0 ? ',\\quad t\\ge 0' : ''}`,
      plain: `a = exp[(t + kt²/2)/(η₀ d)]${start < 0 ? ', t ≥ 0' : ''}`,
    },
  ],
  create({ eta0, k }, dimension) {
    // Before t = 0 the rate stays as it is there, so that it has no pole.
    const growth = (t: number): number => 1 + k * Math.max(0, t);
    return scheduleHistory(dimension, {
      eta: (t) => eta0 / growth(t),
      slope: (t) => (t < 0 ? 0 : (-eta0 * k) / (growth(t) * growth(t))),
      integral: (t) => (t <= 0 ? t : t + 0.5 * k * t * t) / eta0,
      largest: (t) => eta0 / growth(t),
    });
  },
};
