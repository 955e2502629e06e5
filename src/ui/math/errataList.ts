import type { MessageId } from '../../messages/index.ts';
import { role } from '../../scenario/sections.ts';
import type { Equation } from './equations.ts';

/** One place where the paper, or a talk, says what is not so. */
export interface ErratumEntry {
  readonly id: string;
  /** Where it stands. */
  readonly place: MessageId;
  /** What is right, in one line. */
  readonly line: MessageId;
  /** The same as a formula. */
  readonly formula: Equation;
  /** The shipped scenario that shows it. */
  readonly scene: string;
}

const J = (tex: string): string => role('J', tex);
const K = (tex: string): string => role('K', tex);
const a = role('expansion', 'a');

function entry(number: number, tex: string, plain: string, scene: string): ErratumEntry {
  const id = `E${number}`;
  return {
    id,
    place: `erratum.${id}.place` as MessageId,
    line: `erratum.${id}.line` as MessageId,
    formula: { id: `erratum-${id}`, tex, plain },
    scene,
  };
}

/** Every erratum, in the order of the specification. Source: physics.md 0 and the sections that it names. */
export const errataList: readonly ErratumEntry[] = [
  entry(
    1,
    `${K('K_{2i}')} = -2p^2 \\textstyle\\sum_\\ell X_{2i-1} X_{2i+1}, \\qquad ${K('K_{2i+1}')} = 0`,
    'K₂ᵢ = −2p² Σ X₂ᵢ₋₁X₂ᵢ₊₁, K₂ᵢ₊₁ = 0',
    'example-1',
  ),
  entry(
    2,
    `w_n = (-1)^n \\phi_n: \\quad ${K('K^{s}_{2i}')} = -${K('K_{2i}')} = +2p^2 \\textstyle\\sum_\\ell X_{2i-1} X_{2i+1}`,
    'wₙ = (−1)ⁿφₙ: Kˢ₂ᵢ = −K₂ᵢ = +2p² Σ X₂ᵢ₋₁X₂ᵢ₊₁',
    'never-a-field',
  ),
  entry(
    3,
    'h_{4i-2} = \\sigma\\bigl( W^{(1)}_{4i-2} X_{4i-3} + W^{(1)}_{4i} X_{4i+1} \\bigr)',
    'h₄ᵢ₋₂ = σ(W⁽¹⁾₄ᵢ₋₂ X₄ᵢ₋₃ + W⁽¹⁾₄ᵢ X₄ᵢ₊₁)',
    'two-layer-ring',
  ),
  entry(
    4,
    `L = T - C: \\quad ${J('J_2')},\\, ${J('J_3')},\\, ${K('K_1')},\\, ${K('K_3')}, \\dots, ${K('K_7')} = -(\\text{Table II})`,
    'L = T − C: J₂, J₃, K₁, K₃ … K₇ = −(Table II)',
    'two-fields',
  ),
  entry(
    5,
    '\\textstyle\\sum_i \\to \\int \\frac{dx}{4a}, \\quad T \\to \\int \\frac{dx}{2a}\\, \\tfrac12 \\dot w^2, \\quad m^2 = 4 N_\\ell r^2',
    'Σᵢ → ∫dx/4a, T → ∫dx/2a ½ẇ², m² = 4Nₗr²',
    'two-fields',
  ),
  entry(
    6,
    `L = \\textstyle\\int \\frac{dx}{4a} \\bigl[ \\tfrac12 (\\dot A^2 + \\dot B^2 + \\dot P^2 + \\dot Q^2) - \\sum_\\ell e^2 \\bigr]`,
    'L = ∫dx/4a [½(Ȧ² + Ḃ² + Ṗ² + Q̇²) − Σ e²]',
    'two-layer-ring',
  ),
  entry(
    7,
    `-${K('K_2')}\\, w_2 \\partial_x^2 w_2 \\simeq +${K('K_2')} (\\partial_x w_2)^2; \\quad \\text{exact: } \\cos^2 ka`,
    '−K₂ w₂ ∂²w₂ ≃ +K₂ (∂w₂)²; exact: cos² ka',
    'two-fields',
  ),
  entry(8, `L = T - C, \\qquad H = \\gamma/d = 1/(\\eta d)`, 'L = T − C, H = γ/d = 1/(ηd)', 'ring-wave'),
  entry(
    9,
    `\\sqrt{-g} = ${a}^d = e^{\\int\\gamma\\,dt}; \\quad \\text{in (17) } \\partial_x^2 w \\text{ has no } ${a}^{-2}`,
    '√−g = aᵈ = exp ∫γ dt; in Eq. 17 ∂²w has no a⁻²',
    'redshift',
  ),
  entry(
    10,
    `\\gamma = \\frac{2}{(1+w)\\,t}; \\quad w = \\tfrac1d: \\ \\gamma = \\frac{2d}{(d+1)\\,t}`,
    'γ = 2/((1 + w)t); w = 1/d: γ = 2d/((d + 1)t)',
    'radiation',
  ),
  entry(
    11,
    `\\ddot Z + \\gamma \\dot Z + \\Theta\\, \\tfrac{\\partial C}{\\partial Z} = \\dot W^{T} \\tfrac{\\partial^2 Z}{\\partial W^2} \\dot W`,
    'Z̈ + γŻ + Θ ∂C/∂Z = Ẇᵀ (∂²Z/∂W²) Ẇ',
    'drift-of-width',
  ),
  entry(
    12,
    `L_{\\text{boundary}} = +\\tfrac12 \\bigl\\| \\partial_t (W^{(0)} X) \\bigr\\|^2 - \\dot z^{(1)} \\!\\cdot \\partial_t (W^{(0)} X) - \\ell(Z, Y)`,
    'L_boundary = +½ ‖∂ₜ(W⁽⁰⁾X)‖² − ż⁽¹⁾·∂ₜ(W⁽⁰⁾X) − ℓ(Z, Y)',
    'bulk-and-boundary',
  ),
  entry(
    13,
    `\\mathbb W^{(0)} + \\eta\\, \\mathbb W^{(1)}: \\ t \\ll \\tfrac{1}{\\eta\\lambda}; \\qquad W_\\tau = -(1 + \\eta^2 H) \\nabla C, \\ \\tau = \\eta t`,
    'W⁽⁰⁾ + ηW⁽¹⁾: t ≪ 1/(ηλ); W_τ = −(1 + η²H) ∇C, τ = ηt',
    'high-viscosity',
  ),
  entry(
    14,
    `\\Delta t = 1: \\quad \\tfrac{\\eta\\lambda}{2} > \\eta^2\\lambda \\ \\text{ while } \\eta < \\tfrac12`,
    'Δt = 1: ηλ/2 > η²λ while η < ½',
    'textbook-descent',
  ),
  entry(
    15,
    `C = C(W_0) + ${J('J_1')} \\delta W + \\delta W^{T} J_2\\, \\delta W + \\dots, \\quad J_1 = \\nabla C(W_0), \\ J_2 = \\tfrac12 H(W_0)`,
    'C = C(W₀) + J₁δW + δWᵀJ₂δW + …, J₁ = ∇C(W₀), J₂ = ½H(W₀)',
    'near-dense',
  ),
  entry(
    16,
    `c \\ni 64 p^2 \\textstyle\\sum_\\ell X^4\\, w_1^4 w_2^2 \\quad (p \\neq 0)`,
    'c contains 64p² ΣX⁴ w₁⁴w₂² (p ≠ 0)',
    'cell-potential',
  ),
];
