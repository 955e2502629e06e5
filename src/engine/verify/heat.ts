import { deSitter } from '../../physics/expansion/deSitter.ts';
import { integrators } from '../../physics/integrators/index.ts';
import { createRandom, type Random } from '../../physics/math/random.ts';
import { kineticBias } from '../../physics/observables/thermometers.ts';
import type { Expansion, IntegratorPart } from '../../physics/types.ts';
import { contextOf, quarticForce, run } from './motion.ts';
import { valuesOf } from './systems.ts';
import { compare, type Check } from './types.ts';

const STEPS = 4000;
/** A stream that gives what it is told. */
const fixed = (value: number): Random => ({ ...createRandom(1, 'noise'), normal: () => value });

/** What a method with a bath keeps of one harmonic mode. */
export interface Variances {
  readonly W: number;
  readonly V: number;
  readonly WV: number;
}

/**
 * ⟨W²⟩, ⟨V²⟩ and ⟨WV⟩ that a method's own steps keep: a step is linear, z ← M z + b N, so that Σ ← M Σ Mᵀ + b bᵀ is
 * iterated, step by step from time t, until nothing is left of its start. **exact**: no number is drawn.
 */
export function stationary(
  part: IntegratorPart,
  expansion: Expansion,
  { lambda, T, h }: { readonly lambda: number; readonly T: number; readonly h: number },
): Variances {
  const step = (W: number, V: number, at: number, noise: number): readonly [number, number] => {
    const context = {
      ...contextOf(quarticForce([lambda]), expansion, 1),
      temperature: T,
      random: fixed(noise),
    };
    const end = run(part.create(valuesOf(part), context), { weights: [W], velocity: [V] }, at, h, 1);
    return [end.weights[0], end.velocity[0]];
  };
  let [W, WV, V] = [T / lambda, 0.1, 2 * T];
  for (let n = 0; n < STEPS; n++) {
    const [a, c] = step(1, 0, n * h, 0);
    const [b, d] = step(0, 1, n * h, 0);
    const [p, q] = step(0, 0, n * h, 1);
    [W, WV, V] = [
      a * a * W + 2 * a * b * WV + b * b * V + p * p,
      a * c * W + (a * d + b * c) * WV + b * d * V + p * q,
      c * c * W + 2 * c * d * WV + d * d * V + q * q,
    ];
  }
  return { W, V, WV };
}

const T = 0.5;
const modes = [
  { lambda: 2, gamma: 1, h: 0.2 },
  { lambda: 2, gamma: 0.7, h: 1.4 },
  { lambda: 9, gamma: 0.4, h: 0.3 },
  { lambda: 2, gamma: 40, h: 1 },
];

export const heat: Check = {
  id: 'heat',
  label: 'Heat bath',
  help: 'What its steps keep of a mode in a bath, by their own covariance: λ⟨w²⟩/T = 1 and ⟨v²⟩/T = 1 − h²λ/4 at every stable step, also near its bound.',
  trials: () =>
    Object.values<IntegratorPart>(integrators)
      .filter(({ noise }) => noise !== undefined)
      .flatMap((part) =>
        modes.map(({ lambda, gamma, h }) => {
          const subject = `${part.kind}, λ = ${lambda}, γ = ${gamma}, h = ${h}`;
          return {
            subject,
            measure: () => {
              const { W, V } = stationary(part, deSitter.create({ gamma }, 1), { lambda, T, h });
              return [
                compare(`${subject}: λ⟨w²⟩/T`, (lambda * W) / T, 1, 1e-10),
                compare(`${subject}: ⟨v²⟩/T`, V / T, kineticBias(lambda, h), 1e-10),
              ];
            },
          };
        }),
      ),
};
