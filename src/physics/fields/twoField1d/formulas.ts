import { role, type Formula } from '../../formula.ts';
import type { ContinuumOrder } from '../../types.ts';

/** The cost of every order, all in units of W. */
export const costFormulas: Readonly<Record<ContinuumOrder, Formula>> = {
  quadratic: {
    id: 'two-field-quadratic',
    tex: `\\begin{aligned} C = \\tfrac{a}{2} &\\sum_x \\bigl[ ${role('J', 'J_1')} + ${role('J', 'J_2')} w_2 \\\\ &+ ${role('J', 'J_3')} w_2 w_1 + \\tfrac12 m^2 w_2^2 \\\\ &+ ${role('K', 'K_1')} w_2 w_1' + ${role('K', 'K_2')} w_2 w_2'' \\\\ &+ ${role('K', 'K_3')} w_2 w_1'' + ${role('K', 'K_4')} w_2' w_1' \\\\ &+ ${role('K', 'K_5')} w_1 w_2' + ${role('K', 'K_6')} w_2'' \\\\ &+ ${role('K', 'K_7')} w_1 w_2'' \\bigr] \\end{aligned}`,
    plain:
      'C = ½a Σ [J₁ + J₂w₂ + J₃w₂w₁ + ½m²w₂² + K₁w₂w₁′ + K₂w₂w₂″ + K₃w₂w₁″ + K₄w₂′w₁′ + K₅w₁w₂′ + K₆w₂″ + K₇w₁w₂″]',
  },
  cell: {
    id: 'two-field-cell',
    tex: '\\begin{aligned} &C = \\tfrac12 \\sum_{x,\\ell} \\bigl[ Y_\\ell \\\\ &\\quad - 2 w_2\\, \\sigma(2 X_\\ell w_1) \\bigr]^2 \\\\ &\\sigma(u) = p u^2 + q u + r \\end{aligned}',
    plain: 'C = ½ Σ [Y − 2w₂ σ(2X w₁)]², σ(u) = pu² + qu + r',
  },
  'four-field': {
    id: 'two-field-four',
    tex: '\\begin{aligned} &C = \\sum_{x,\\ell} \\bigl[ Y_\\ell - A\\, h(x \\!-\\! 2a) \\\\ &\\quad - B\\, h(x \\!+\\! 2a) \\bigr]^2 \\\\ &h(y) = \\sigma\\bigl( P\\, X(y \\!-\\! 2a) \\\\ &\\quad + Q\\, X(y \\!+\\! 2a) \\bigr) \\end{aligned}',
    plain: 'C = Σ [Y − A h(x−2a) − B h(x+2a)]², h(y) = σ(P X(y−2a) + Q X(y+2a))',
  },
};
