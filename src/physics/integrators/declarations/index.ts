import type { IntegratorDeclaration } from '../../types.ts';
import { exactDeclaration } from './exact.ts';
import { gradientDescentDeclaration } from './gradientDescent.ts';
import { gradientFlowDeclaration } from './gradientFlow.ts';
import { langevinDeclaration } from './langevin.ts';
import { referenceDeclaration } from './reference.ts';
import { secondOrderDeclaration } from './secondOrder.ts';

/** Every integrator without its steps, by its kind, the default first: what the format and the page need. */
export const integratorDeclarations = {
  'second-order': secondOrderDeclaration,
  'gradient-descent': gradientDescentDeclaration,
  'gradient-flow': gradientFlowDeclaration,
  langevin: langevinDeclaration,
  reference: referenceDeclaration,
  exact: exactDeclaration,
} as const satisfies Readonly<Record<string, IntegratorDeclaration>>;
