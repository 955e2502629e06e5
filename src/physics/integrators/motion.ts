import { role, type Formula } from '../formula.ts';

/** The equation that a method solves, the function whose motion it is, and where the paper states it. */
export interface Motion {
  readonly equation: Formula;
  /** null where no function is known whose motion it is. */
  readonly stationary: Formula | null;
  readonly source: string;
}

/** Friction, which has a control and no colour. */
const gammaTex = role('friction', '\\gamma');

/** What a run moves in: the cost C of all samples, or c of those at work, which change from step to step. */
export type MovedBy = 'C' | 'c';

const named = (id: string, cost: MovedBy): string => (cost === 'C' ? id : `${id}-samples`);

/**
 * Second order. What is stationary (Eq. 8) is kinetic energy less the cost, with the factor of the expanding space, for
 * L alone knows no friction.
 */
export const inertial = (cost: MovedBy): Motion => ({
  equation: {
    id: named('inertial', cost),
    tex: `${role('second', '\\ddot w_n')} + ${gammaTex}\\, ${role('second', '\\dot w_n')} + \\tfrac{\\partial ${cost}}{\\partial w_n} = 0`,
    plain: `ẅₙ + γ ẇₙ + ∂${cost}/∂wₙ = 0`,
  },
  stationary: {
    id: named('lagrangian', cost),
    tex: `\\begin{aligned} S &= \\int e^{\\int\\!\\gamma\\,dt}\\, L \\,dt \\\\ L &= T - ${cost} = \\tfrac12 \\sum_n ${role('second', '\\dot w_n')}^{\\,2} - ${cost} \\end{aligned}`,
    plain: `S = ∫ e^(∫γ dt) L dt, L = T − ${cost} = ½ Σ ẇₙ² − ${cost}`,
  },
  source: 'Eq. 5',
});

/** Of a bath that is hot: at T = 0 it is damped motion, which comes to rest. */
const gibbs: Formula = {
  id: 'gibbs',
  tex: `P(${role('second', 'w, \\dot w')}) \\propto \\exp\\Bigl[-\\tfrac{1}{${role('heat', 'T')}} \\Bigl(\\tfrac12 \\sum_n ${role('second', '\\dot w_n')}^{\\,2} + C\\Bigr)\\Bigr], \\quad ${role('heat', 'T')} > 0`,
  plain: 'P(w, ẇ) ∝ exp(−(½ Σ ẇₙ² + C)/T), T > 0',
};

/** In a bath no path is stationary; the Gibbs measure is, of the cost of all samples. Of drawn ones none is known. */
export const thermal = (cost: MovedBy): Motion => ({
  equation: {
    id: named('langevin', cost),
    tex: `${role('second', '\\ddot w_n')} + ${gammaTex}\\, ${role('second', '\\dot w_n')} + \\tfrac{\\partial ${cost}}{\\partial w_n} = \\sqrt{2${gammaTex} ${role('heat', 'T')}}\\, ${role('heat', '\\xi_n')}`,
    plain: `ẅₙ + γ ẇₙ + ∂${cost}/∂wₙ = √(2γT) ξₙ`,
  },
  stationary: cost === 'C' ? gibbs : null,
  source: 'Eq. 5 with noise',
});

/** Without inertia there is no Lagrangian; the motion takes the least of Rayleigh's function and the cost's rate. */
export const flow = (cost: MovedBy): Motion => ({
  equation: {
    id: named('first-order', cost),
    tex: `${role('ghost', '\\dot w_n')} = -\\eta\\, \\tfrac{\\partial ${cost}}{\\partial w_n}`,
    plain: `ẇₙ = −η ∂${cost}/∂wₙ`,
  },
  stationary: {
    id: named('rayleigh', cost),
    tex: `\\min_{${role('ghost', '\\dot w')}} \\Bigl( \\tfrac{1}{2\\eta} \\sum_n ${role('ghost', '\\dot w_n')}^{\\,2} + \\dot ${cost} \\Bigr)`,
    plain: `min ( ½ Σ ẇₙ²/η + ${cost === 'C' ? 'Ċ' : 'ċ'} )`,
  },
  source: 'Eq. 4',
});

/**
 * Descent in steps, which is no flow: a step takes the least of the same with the cost on its tangent.
 *  @param unit  whether a step is 1 long; else its length has a letter of its own
 *  @param cost  what it descends
 */
export function descent(unit: boolean, cost: MovedBy): Motion {
  const long = unit ? '\\eta' : '\\eta\\, \\Delta t';
  return {
    equation: {
      id: named(unit ? 'unit-step' : 'other-step', cost),
      tex: `${role('ghost', 'w_n')} \\leftarrow ${role('ghost', 'w_n')} - ${long}\\, \\tfrac{\\partial ${cost}}{\\partial w_n}`,
      plain: `wₙ ← wₙ − ${unit ? 'η' : 'η Δt'} ∂${cost}/∂wₙ`,
    },
    stationary: {
      id: named(unit ? 'proximal' : 'proximal-step', cost),
      tex: `\\begin{aligned} \\min_{\\Delta w} \\Bigl( &\\tfrac{1}{2${long}} \\sum_n \\Delta w_n^{\\,2} \\\\ &+ \\sum_n \\tfrac{\\partial ${cost}}{\\partial w_n} \\Delta w_n \\Bigr) \\end{aligned}`,
      plain: `min ( ½ Σ Δwₙ²/${unit ? 'η' : '(η Δt)'} + Σ ∂${cost}/∂wₙ Δwₙ )`,
    },
    source: 'Eq. 3',
  };
}
