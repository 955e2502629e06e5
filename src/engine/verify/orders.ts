import { dampedMode } from '../../physics/exactModes.ts';
import { deSitter } from '../../physics/expansion/deSitter.ts';
import { powerLaw } from '../../physics/expansion/powerLaw.ts';
import { integrators } from '../../physics/integrators/index.ts';
import { cos, exp, log, sin } from '../../physics/math/elementary.ts';
import type { Expansion, IntegratorPart } from '../../physics/types.ts';
import { largestDifference } from './errors.ts';
import { contextOf, quarticForce, run } from './motion.ts';
import { valuesOf, type Settings } from './systems.ts';
import { compare, type Check } from './types.ts';

const lambda = [1, 0.64, 0.25];
const amplitude = [1, -0.8, 0.5];
const rest = [0, 0, 0];

/** A motion that is known in closed form. */
export interface Law {
  readonly name: string;
  readonly expansion: Expansion;
  readonly origin: number;
  readonly span: number;
  /** Weights at the end, of second-order and of first-order kinds. */
  readonly field: readonly number[];
  readonly flow: readonly number[];
}
const gamma = 0.8;
const matter = powerLaw.create({ n: 2 }, 1);

/** n = 2, from rest at 0: w = sin(ωt)/(ωt). From t0 = 1: a sin(ωt)/t + b cos(ωt)/t. physics.md 3.1, 3.3 */
export const laws: readonly Law[] = [
  {
    name: deSitter.kind,
    expansion: deSitter.create({ gamma }, 1),
    origin: 0,
    span: 2,
    field: lambda.map((l, i) => dampedMode(l, gamma, amplitude[i], 0, 2).w),
    flow: lambda.map((l, i) => amplitude[i] * exp((-l / gamma) * 2)),
  },
  {
    name: `${powerLaw.kind}, n = 2 from t = 1`,
    expansion: matter,
    origin: 1,
    span: 2,
    field: lambda.map((l, i) => {
      // w(1) = amplitude, w'(1) = 0
      const s = Math.sqrt(l);
      const phase = 2 * s;
      return (amplitude[i] * (cos(phase) + sin(phase) / s)) / 3;
    }),
    flow: lambda.map((l, i) => amplitude[i] * exp((-l * (9 - 1)) / 4)),
  },
  {
    name: `${powerLaw.kind}, n = 2 from its big bang`,
    expansion: matter,
    origin: 0,
    span: 2,
    field: lambda.map((l, i) => (amplitude[i] * sin(2 * Math.sqrt(l))) / (2 * Math.sqrt(l))),
    flow: lambda.map((l, i) => amplitude[i] * exp((-l * 4) / 4)),
  },
];

/**
 * Defaults on the clock's own step, and one pair of sub-steps where a method would take as many as it needs: the
 * measured order is the method's, not a limit's.
 */
const loose: Settings = { dt: 'auto', phase: 1e9 };

/** Steps at which each order shows: far from stability limits and from round-off. */
const stepsFor = { 1: 256, 2: 64, 4: 32 } as const;

/**
 * log₂ of the errors at the end of a law's span, with a number of steps and with twice as many. Where a method declares
 * h² ln(1/h) from a big bang, the logarithm's share is taken out.
 */
export function measuredOrder(part: IntegratorPart, law: Law): number {
  if (part.order === 'exact') return NaN;
  const exact = part.firstOrder ? law.flow : law.field;
  const errorWith = (count: number): number => {
    const force = contextOf(quarticForce(lambda), law.expansion, 1);
    const integrator = part.create(valuesOf(part, loose), force);
    const start = { weights: amplitude, velocity: rest };
    const { weights, done } = run(integrator, start, law.origin, law.span / count, count);
    return done === count ? largestDifference(weights, exact) : NaN;
  };
  const steps = stepsFor[part.order];
  const h = law.span / steps;
  const slow = part.logarithm === true && law.expansion.gamma(law.origin) === Infinity;
  const share = slow ? log(h) / log(h / 2) : 1;
  return log(errorWith(steps) / errorWith(2 * steps) / share) / log(2);
}

/** Integrators that have an order; closed forms are measured by `modes.ts`. */
export const methods: readonly IntegratorPart[] = Object.values(integrators).filter(
  (part: IntegratorPart) => part.order !== 'exact',
);

/** The order that a method declares, beside the one that is measured. */
export function orderFinding(part: IntegratorPart, law: Law) {
  return compare(`${part.kind}, ${law.name}`, measuredOrder(part, law), Number(part.order), 0.1);
}

export const orders: Check = {
  id: 'order',
  label: 'Order of each integrator',
  help: 'How fast the error falls with the step, on motions known in closed form: the power of the step, from two steps.',
  trials: () =>
    methods.flatMap((part) =>
      laws.map((law) => ({
        subject: `${part.kind}, ${law.name}`,
        measure: () => orderFinding(part, law),
      })),
    ),
};
