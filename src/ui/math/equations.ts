import type { RunInfo } from '../../engine/protocol.ts';
import { partOf, role, valuesOf, type Formula } from '../../scenario/sections.ts';

/** An equation for the right rail: as TeX with colour roles, and as plain text until TeX is there. */
export type Equation = Formula;

/** A number below a letter, in plain text: w₁₂. */
function below(index: number): string {
  return [...String(index)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');
}

const secondOrder: Equation = {
  id: 'inertial',
  tex: `${role('second', '\\ddot w_n')} + \\gamma\\, ${role('second', '\\dot w_n')} + \\tfrac{\\partial C}{\\partial w_n} = 0`,
  plain: 'ẅₙ + γ ẇₙ + ∂C/∂wₙ = 0',
};
const firstOrder: Equation = {
  id: 'first-order',
  tex: `${role('ghost', '\\dot w_n')} = -\\eta\\, \\tfrac{\\partial C}{\\partial w_n}`,
  plain: 'ẇₙ = −η ∂C/∂wₙ',
};
/** Eq. 3: descent in steps, which is no flow; its own letter for the length of a step where that is not 1. */
const unitStep: Equation = {
  id: 'unit-step',
  tex: `${role('ghost', 'w_n')} \\leftarrow ${role('ghost', 'w_n')} - \\eta\\, \\tfrac{\\partial C}{\\partial w_n}`,
  plain: 'wₙ ← wₙ − η ∂C/∂wₙ',
};
const otherStep: Equation = {
  id: 'other-step',
  tex: `${role('ghost', 'w_n')} \\leftarrow ${role('ghost', 'w_n')} - \\eta\\, \\Delta t\\, \\tfrac{\\partial C}{\\partial w_n}`,
  plain: 'wₙ ← wₙ − η Δt ∂C/∂wₙ',
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

const otherCosts: Readonly<Record<string, Equation>> = {
  absolute: {
    id: 'absolute-error',
    tex: 'C = \\sum_{\\ell} \\bigl|Y_\\ell - Z(X_\\ell)\\bigr|',
    plain: 'C = Σ |Y − Z(X)|',
  },
  'cross-entropy': {
    id: 'cross-entropy',
    tex: 'C = -\\sum_{\\ell} Y_\\ell \\cdot \\ln \\operatorname{softmax} Z(X_\\ell)',
    plain: 'C = −Σ Y ln softmax Z(X)',
  },
};
/** Cross-entropy of one output, against 0. */
const logistic: Equation = {
  id: 'logistic',
  tex: 'C = \\sum_{\\ell} \\ln(1 + e^{Z_\\ell}) - Y_\\ell Z_\\ell',
  plain: 'C = Σ ln(1 + exp Z) − Y Z',
};

/**
 * What is stationary, Eq. 8: kinetic energy less the cost, with the factor of the expanding space, for L alone knows
 * no friction. The cost is written out below it.
 */
const lagrangian: Equation = {
  id: 'lagrangian',
  tex: `\\begin{aligned} S &= \\int e^{\\int\\!\\gamma\\,dt}\\, L \\,dt \\\\ L &= T - C = \\tfrac12 \\sum_n ${role('second', '\\dot w_n')}^{\\,2} - C \\end{aligned}`,
  plain: 'S = ∫ e^(∫γ dt) L dt, L = T − C = ½ Σ ẇₙ² − C',
};
/** Without inertia there is no Lagrangian; the motion takes the least of Rayleigh's function and the cost's rate. */
const rayleigh: Equation = {
  id: 'rayleigh',
  tex: `\\min_{${role('ghost', '\\dot w')}} \\Bigl( \\tfrac{1}{2\\eta} \\sum_n ${role('ghost', '\\dot w_n')}^{\\,2} + \\dot C \\Bigr)`,
  plain: 'min ( ½ Σ ẇₙ²/η + Ċ )',
};

/** A step takes the least of the same with the cost on its tangent; the step is 1 long or Δt. */
function proximal(long: boolean): Equation {
  const tex = long ? '\\eta\\,\\Delta t' : '\\eta';
  return {
    id: long ? 'proximal-step' : 'proximal',
    tex: `\\begin{aligned} \\min_{\\Delta w} \\Bigl( &\\tfrac{1}{2${tex}} \\sum_n \\Delta w_n^{\\,2} \\\\ &+ \\sum_n \\tfrac{\\partial C}{\\partial w_n} \\Delta w_n \\Bigr) \\end{aligned}`,
    plain: `min ( ½ Σ Δwₙ²/${long ? '(η Δt)' : 'η'} + Σ ∂C/∂wₙ Δwₙ )`,
  };
}

/** The function whose motion it is. */
export function lagrangianOf(info: RunInfo): Equation {
  const motion = motionOf(info)[0];
  if (motion === secondOrder) return lagrangian;
  return motion === firstOrder ? rayleigh : proximal(motion === otherStep);
}

/** Bonds written out at most: a site of a square lattice has four. */
const MOST_BONDS = 4;

/**
 * The force on one weight, written out where the cost is quadratic.
 *    ∂C/∂w_n = J_n w_n + Σ_b K_b (w_n − w_m)
 *  @returns null where the cost is not quadratic, or the weight has no site
 */
export function termOf(info: RunInfo, weight: number): Equation | null {
  const { bonds } = info.layout;
  if (!info.quadratic || weight >= info.tracks[0].weightCount) return null;
  const w = (n: number): string => role('second', `w_{${n}}`);
  let tex = `\\tfrac{\\partial C}{\\partial w_{${weight}}} &= ${role('J', `J_{${weight}}`)}\\, ${w(weight)}`;
  let plain = `∂C/∂w${below(weight)} = J${below(weight)} w${below(weight)}`;
  let found = 0;
  for (let bond = 0; 2 * bond < bonds.length; bond++) {
    const [i, j] = [bonds[2 * bond], bonds[2 * bond + 1]];
    if (i !== weight && j !== weight) continue;
    found++;
    if (found > MOST_BONDS) continue;
    const other = i === weight ? j : i;
    tex += ` \\\\ &+ ${role('K', `K_{${bond}}`)} (${w(weight)} \\!-\\! ${w(other)})`;
    plain += ` + K${below(bond)} (w${below(weight)} − w${below(other)})`;
  }
  if (found > MOST_BONDS) {
    tex += ' + \\dots';
    plain += ' + …';
  }
  return { id: `term-${weight}`, tex: `\\begin{aligned} ${tex} \\end{aligned}`, plain };
}

/** The equation that each run on the clock obeys, the main one first. */
export function motionOf(info: RunInfo): readonly Equation[] {
  const orders = info.tracks.map(({ firstOrder: isFirst, jump }) => {
    if (!isFirst) return secondOrder;
    if (jump === null) return firstOrder;
    return jump === 1 ? unitStep : otherStep;
  });
  return [...new Set(orders)];
}

/** What a layer of the run's network does; null where its kind does not say. */
export function layerOf(info: RunInfo): Equation | null {
  const { system } = info.document.scenario;
  return partOf('system', system.kind).layerFormula?.(valuesOf(system)) ?? null;
}

/** The cost of the run: in J and K where it is quadratic, else as the error of its outputs. */
export function costOf(info: RunInfo): Equation {
  const { system } = info.document.scenario;
  const own = partOf('system', system.kind).costFormula?.(valuesOf(system));
  if (own !== undefined) return own;
  if (!info.quadratic) {
    const { cost } = system;
    if (cost === 'cross-entropy' && info.data.outputCount === 1) return logistic;
    return otherCosts[String(cost)] ?? squaredError;
  }
  const [sheet] = info.layout.sheets;
  const closed = info.layout.shape === 'ring' && sheet.periodicColumns;
  return closed && sheet.rows === 1 ? chain : lattice;
}

/** Where the paper states the motion of the main run. */
export function sourceOf(info: RunInfo): string {
  const motion = motionOf(info)[0];
  if (motion === secondOrder) return 'Eq. 5';
  return motion === firstOrder ? 'Eq. 4' : 'Eq. 3';
}
