import type { KernelActivation } from '../../kernels/types.ts';
import { activation } from '../parameters.ts';
import type { ActivationValue } from '../parameters.ts';
import type { LayerLaw, Singularity } from '../system.ts';

/** What neurons do with their weighted sums, declared for every network that lets it be chosen. */
export const activations = {
  activation: activation({
    symbol: 'σ',
    label: 'activation',
    help: 'What a hidden neuron does with its weighted sum.',
    apply: 'live',
    default: 'tanh',
  }),
  outputActivation: activation({
    symbol: 'σ out',
    label: 'output activation',
    help: 'What an output neuron does with its weighted sum; leave it linear for cross-entropy.',
    apply: 'live',
    default: 'linear',
  }),
};

/** An activation as the kernels take it. */
export function kernelActivation(value: ActivationValue): KernelActivation {
  return typeof value === 'string' ? { kind: value, p: 0, q: 0, r: 0 } : { r: 0, ...value };
}

/** Laws of `depth` layers whose weights count as they are; a residual term is on all but the last. */
export function plainLaws(
  depth: number,
  activation: KernelActivation,
  outputActivation: KernelActivation,
  residual = false,
): readonly LayerLaw[] {
  return Array.from({ length: depth }, (_, m) => ({
    activation: m === depth - 1 ? outputActivation : activation,
    weightScale: 1,
    biasScale: 1,
    residual: residual && m < depth - 1,
  }));
}

/**
 * Where the Taylor series of σ ends: how far its nearest singularity is from the real axis, and the slope of its odd part at 0.
 *    tanh π/2, sigmoid and softplus π; relu breaks on the axis; the others are entire, ∞. **exact** (E15)
 */
export function singularityOf(sigma: ActivationValue): Singularity {
  switch (sigma) {
    case 'tanh':
      return { distance: Math.PI / 2, slope: 1 };
    case 'sigmoid':
      return { distance: Math.PI, slope: 0.25 };
    case 'softplus':
      return { distance: Math.PI, slope: 0.5 };
    case 'relu':
      return { distance: 0, slope: 0.5 };
    default:
      return { distance: Infinity, slope: 1 };
  }
}

/** σ(0). */
export function activationAtZero(sigma: ActivationValue): number {
  if (typeof sigma === 'object') return sigma.kind === 'quadratic' ? sigma.r : sigma.q;
  return sigma === 'sigmoid' ? 0.5 : sigma === 'softplus' ? Math.LN2 : 0;
}

/** The largest |σ′| that an activation has; 0 where there is none, so that nothing is flat beside it. **exact** */
export function steepest({ kind, p }: KernelActivation): number {
  if (kind === 'affine') return Math.abs(p);
  return kind === 'quadratic' ? 0 : kind === 'sigmoid' ? 0.25 : 1;
}
