import type { IntegratorPart } from '../types.ts';
import type { IntegratorKind } from './declarations.ts';
import { exact } from './exact.ts';
import { gradientDescent } from './gradientDescent.ts';
import { gradientFlow } from './gradientFlow.ts';
import { reference } from './reference.ts';
import { secondOrder } from './secondOrder.ts';

/**
 * Integrators by kind, with their methods; the first is the default. The contract tests run over this list,
 * which has the kinds of `integratorDeclarations`. Later issues add `langevin` (BAOAB).
 */
export const integrators = {
  'second-order': secondOrder,
  'gradient-descent': gradientDescent,
  'gradient-flow': gradientFlow,
  reference,
  exact,
} as const satisfies Readonly<Record<IntegratorKind, IntegratorPart>>;

export const integratorKinds = Object.keys(integrators) as readonly IntegratorKind[];
