import { role, type Formula } from '../formula.ts';

/** The equation that a method solves, the function whose motion it is, and where the paper states it. */
export interface Motion {
  readonly equation: Formula;
  readonly stationary: Formula;
  readonly source: string;
}

/**
 * Second order. What is stationary (Eq. 8) is kinetic energy less the cost, with the factor of the expanding space, for
 * L alone knows no friction.
 */
export const inertial: Motion = {
  equation: {
    id: 'inertial',
    tex: `${role('second', '\\ddot w_n')} + \\gamma\\, ${role('second', '\\dot w_n')} + \\tfrac{\\partial C}{\\partial w_n} = 0`,
    plain: 'ẅₙ + γ ẇₙ + ∂C/∂wₙ = 0',
  },
  stationary: {
    id: 'lagrangian',
    tex: `\\begin{aligned} S &= \\int e^{\\int\\!\\gamma\\,dt}\\, L \\,dt \\\\ L &= T - C = \\tfrac12 \\sum_n ${role('second', '\\dot w_n')}^{\\,2} - C \\end{aligned}`,
    plain: 'S = ∫ e^(∫γ dt) L dt, L = T − C = ½ Σ ẇₙ² − C',
  },
  source: 'Eq. 5',
};

/** In a bath no path is stationary; the Gibbs measure is. */
export const thermal: Motion = {
  equation: {
    id: 'langevin',
    tex: `${role('second', '\\ddot w_n')} + \\gamma\\, ${role('second', '\\dot w_n')} + \\tfrac{\\partial C}{\\partial w_n} = \\sqrt{2\\gamma ${role('heat', 'T')}}\\, ${role('heat', '\\xi_n')}`,
    plain: 'ẅₙ + γ ẇₙ + ∂C/∂wₙ = √(2γT) ξₙ',
  },
  stationary: {
    id: 'gibbs',
    tex: `P(${role('second', 'w, \\dot w')}) \\propto \\exp\\Bigl[-\\tfrac{1}{${role('heat', 'T')}} \\Bigl(\\tfrac12 \\sum_n ${role('second', '\\dot w_n')}^{\\,2} + C\\Bigr)\\Bigr]`,
    plain: 'P(w, ẇ) ∝ exp(−(½ Σ ẇₙ² + C)/T)',
  },
  source: 'Eq. 5 with noise',
};

/** Without inertia there is no Lagrangian; the motion takes the least of Rayleigh's function and the cost's rate. */
export const flow: Motion = {
  equation: {
    id: 'first-order',
    tex: `${role('ghost', '\\dot w_n')} = -\\eta\\, \\tfrac{\\partial C}{\\partial w_n}`,
    plain: 'ẇₙ = −η ∂C/∂wₙ',
  },
  stationary: {
    id: 'rayleigh',
    tex: `\\min_{${role('ghost', '\\dot w')}} \\Bigl( \\tfrac{1}{2\\eta} \\sum_n ${role('ghost', '\\dot w_n')}^{\\,2} + \\dot C \\Bigr)`,
    plain: 'min ( ½ Σ ẇₙ²/η + Ċ )',
  },
  source: 'Eq. 4',
};

/**
 * Descent in steps, which is no flow: a step takes the least of the same with the cost on its tangent.
 *  @param unit  whether a step is 1 long; else its length has a letter of its own
 */
export function descent(unit: boolean): Motion {
  const long = unit ? '\\eta' : '\\eta\\, \\Delta t';
  return {
    equation: {
      id: unit ? 'unit-step' : 'other-step',
      tex: `${role('ghost', 'w_n')} \\leftarrow ${role('ghost', 'w_n')} - ${long}\\, \\tfrac{\\partial C}{\\partial w_n}`,
      plain: `wₙ ← wₙ − ${unit ? 'η' : 'η Δt'} ∂C/∂wₙ`,
    },
    stationary: {
      id: unit ? 'proximal' : 'proximal-step',
      tex: `\\begin{aligned} \\min_{\\Delta w} \\Bigl( &\\tfrac{1}{2${long}} \\sum_n \\Delta w_n^{\\,2} \\\\ &+ \\sum_n \\tfrac{\\partial C}{\\partial w_n} \\Delta w_n \\Bigr) \\end{aligned}`,
      plain: `min ( ½ Σ Δwₙ²/${unit ? 'η' : '(η Δt)'} + Σ ∂C/∂wₙ Δwₙ )`,
    },
    source: 'Eq. 3',
  };
}
