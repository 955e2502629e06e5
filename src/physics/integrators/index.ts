import type { IntegratorPart } from '../types.ts';
import { gradientDescent } from './gradientDescent.ts';
import { gradientFlow } from './gradientFlow.ts';
import { reference } from './reference.ts';
import { secondOrder } from './secondOrder.ts';

/**
 * Integrators by kind; the first is the default. The contract tests run over this list.
 * Later issues add `langevin` (BAOAB).
 */
export const integrators = {
  'second-order': secondOrder,
  'gradient-descent': gradientDescent,
  'gradient-flow': gradientFlow,
  reference,
} as const satisfies Readonly<Record<string, IntegratorPart>>;

export type IntegratorKind = keyof typeof integrators;

export const integratorKinds = Object.keys(integrators) as readonly IntegratorKind[];
