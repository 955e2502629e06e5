import type { RunInfo } from '../../engine/protocol.ts';

/** An equation for the right rail: as TeX with colour roles, and as plain text until TeX is there. */
export interface Equation {
  readonly id: string;
  readonly tex: string;
  readonly plain: string;
}

const role = (name: string, tex: string): string => `\\htmlClass{c-${name}}{${tex}}`;

const secondOrder: Equation = {
  id: 'second-order',
  tex: `${role('second', '\\ddot w_n')} + \\gamma\\, ${role('second', '\\dot w_n')} + \\tfrac{\\partial C}{\\partial w_n} = 0`,
  plain: 'ẅₙ + γ ẇₙ + ∂C/∂wₙ = 0',
};
const firstOrder: Equation = {
  id: 'first-order',
  tex: `${role('ghost', '\\dot w_n')} = -\\eta\\, \\tfrac{\\partial C}{\\partial w_n}`,
  plain: 'ẇₙ = −η ∂C/∂wₙ',
};
const chain: Equation = {
  id: 'chain',
  tex: `\\begin{aligned} C &= \\tfrac12 \\sum_n ${role('J', 'J_n')}\\, w_n^2 \\\\ &+ \\tfrac12 \\sum_n ${role('K', 'K_n')} (w_{n+1} \\!-\\! w_n)^2 \\end{aligned}`,
  plain: 'C = ½ Σ Jₙ wₙ² + ½ Σ Kₙ (wₙ₊₁ − wₙ)²',
};
const lattice: Equation = {
  id: 'lattice',
  tex: `\\begin{aligned} C &= \\tfrac12 \\sum_n ${role('J', 'J_n')}\\, w_n^2 \\\\ &+ \\tfrac12 \\sum_{\\langle nm\\rangle} ${role('K', 'K_{nm}')} (w_n \\!-\\! w_m)^2 \\end{aligned}`,
  plain: 'C = ½ Σ Jₙ wₙ² + ½ Σ Kₙₘ (wₙ − wₘ)²',
};
const squaredError: Equation = {
  id: 'squared-error',
  tex: 'C = \\sum_{\\ell} \\bigl(Y_\\ell - Z(X_\\ell)\\bigr)^2',
  plain: 'C = Σ (Y − Z(X))²',
};

/** The equation that each run on the clock obeys, the main one first. */
export function motionOf(info: RunInfo): readonly Equation[] {
  const orders = info.tracks.map(({ dynamics }) =>
    dynamics.startsWith('gradient') ? firstOrder : secondOrder,
  );
  return [...new Set(orders)];
}

/** The cost of the run: in J and K where it is quadratic, else as the squared error. */
export function costOf(info: RunInfo): Equation {
  if (!info.quadratic) return squaredError;
  const [sheet] = info.layout.sheets;
  return info.layout.shape === 'ring' && sheet !== undefined && sheet.rows === 1 ? chain : lattice;
}

/** Where the paper states the motion of the main run. */
export function sourceOf(info: RunInfo): string {
  return motionOf(info)[0] === firstOrder ? 'Eq. 4' : 'Eq. 5';
}
