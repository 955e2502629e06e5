import type { RunInfo } from '../../engine/protocol.ts';
import { presentOf } from '../../store/index.ts';
import { partOf, role, valuesOf, type Formula, type Motion } from '../../scenario/sections.ts';

/** An equation for the right rail: as TeX with colour roles, and as plain text until TeX is there. */
export type Equation = Formula;

/** A number below a letter, in plain text: w₁₂. */
function below(index: number): string {
  return [...String(index)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');
}

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

/** What a layer of the run's network does; null where its kind does not say. */
export function layerOf(info: RunInfo): Equation | null {
  const { system } = presentOf(info).scenario;
  return partOf('system', system.kind).layerFormula?.(valuesOf(system)) ?? null;
}

/** The cost of the run: in J and K where it is quadratic, else as the error of its outputs. */
export function costOf(info: RunInfo): Equation {
  const { system } = presentOf(info).scenario;
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

/** What a run on the clock obeys. */
function motion({ dynamics, jump, drawn }: RunInfo['tracks'][number]): Motion {
  return partOf('dynamics', dynamics).motion(jump, drawn ? 'c' : 'C');
}

/** The equation that each run on the clock obeys, the main one first. */
export function motionOf(info: RunInfo): readonly Equation[] {
  const all = info.tracks.map((track) => motion(track).equation);
  return all.filter(({ id }, n) => all.findIndex((other) => other.id === id) === n);
}

/** The function whose motion the main run is; null where none is known. */
export function lagrangianOf(info: RunInfo): Equation | null {
  const [main] = info.tracks;
  const { system } = presentOf(info).scenario;
  // With redshift the cost changes in time, and no measure of a bath stays as it is.
  if (system.redshift === 'physical' && partOf('dynamics', main.dynamics).noise !== undefined) return null;
  return motion(main).stationary;
}

/** Where the paper states the motion of the main run. */
export function sourceOf(info: RunInfo): string {
  return motion(info.tracks[0]).source;
}
