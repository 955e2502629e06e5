import type { IntegratorPart } from '../types.ts';
import { exact } from './exact.ts';
import { gradientDescent } from './gradientDescent.ts';
import { gradientFlow } from './gradientFlow.ts';
import { langevin } from './langevin.ts';
import { reference } from './reference.ts';
import { secondOrder } from './secondOrder.ts';

/** Integrators by kind; the first is the default. The contract tests run over this list. */
export const integrators = {
  'second-order': secondOrder,
  'gradient-descent': gradientDescent,
  'gradient-flow': gradientFlow,
  langevin,
  reference,
  exact,
} as const satisfies Readonly<Record<string, IntegratorPart>>;

export const integratorKinds = Object.keys(integrators) as readonly (keyof typeof integrators)[];
