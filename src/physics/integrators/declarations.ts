import { real } from '../parameters.ts';
import type { IntegratorDeclaration } from '../types.ts';
import { dt, eta, precision, substeps } from './parameters.ts';

const secondOrderParameters = {
  dt,
  substeps: {
    ...substeps,
    help: 'Kick-drift-kick steps within each step of the clock; "auto" takes as many as stay accurate.',
    apply: 'restart' as const,
  },
  precision,
};

/** The field's own dynamics. Method: secondOrder.ts. */
export const secondOrderDeclaration: IntegratorDeclaration<typeof secondOrderParameters> = {
  kind: 'second-order',
  label: 'Second order (field)',
  help: 'The damped second-order dynamics of the field. At constant friction its steps are momentum SGD, exactly, after a first half kick.',
  source: 'Eq. 5, physics 4.1',
  order: 2,
  firstOrder: false,
  role: 'second',
  bound: (gamma) =>
    gamma === 0
      ? { id: 'undamped', tex: 'h < 2/\\sqrt{\\lambda_{\\max}}', plain: 'h < 2/√λ' }
      : {
          id: 'kick-drift-kick',
          tex: 'h \\tanh(\\gamma h/2) < 2\\gamma/\\lambda_{\\max}',
          plain: 'h tanh(γh/2) < 2γ/λ',
        },
  parameters: secondOrderParameters,
};

const gradientDescentParameters = {
  dt: {
    ...dt,
    help: 'Step of the clock; 1 is the textbook step of training, W ← W − η ∂C/∂W.',
    default: 1,
  },
  eta,
  precision,
};

/** The textbook step. Method: gradientDescent.ts. */
export const gradientDescentDeclaration: IntegratorDeclaration<typeof gradientDescentParameters> = {
  kind: 'gradient-descent',
  label: 'Gradient descent',
  help: 'The textbook step of training, one jump down the gradient at a time; not the flow of Eq. 4.',
  source: 'Eq. 3',
  order: 1,
  firstOrder: true,
  role: 'descent',
  bound: () => ({ id: 'euler', tex: 'h\\,\\eta\\,\\lambda_{\\max} < 2', plain: 'h η λ < 2' }),
  parameters: gradientDescentParameters,
};

const gradientFlowParameters = {
  dt,
  eta,
  substeps,
  precision,
};

/** The high-viscosity limit. Method: gradientFlow.ts. */
export const gradientFlowDeclaration: IntegratorDeclaration<typeof gradientFlowParameters> = {
  kind: 'gradient-flow',
  label: 'Gradient flow',
  help: 'The field without inertia: weights flow down the gradient at the rate η.',
  source: 'Eq. 4',
  order: 4,
  firstOrder: true,
  role: 'ghost',
  bound: () => ({ id: 'runge-kutta', tex: 'h\\,\\eta\\,\\lambda_{\\max} < 2.785', plain: 'h η λ < 2.785' }),
  parameters: gradientFlowParameters,
};

const referenceParameters = {
  dt,
  phase: real({
    symbol: 'h√λ',
    label: 'phase of a sub-step',
    help: 'Largest advance in phase of the fastest mode in one sub-step; the error falls with its fourth power.',
    source: 'physics 4.3',
    apply: 'restart',
    // The contract asks for at most 0.02 with λ of the start; a dense net's λ may grow tenfold on the way.
    default: 0.005,
    min: 0.001,
    max: 0.02,
    slider: [0.001, 0.02],
    scale: 'log',
  }),
  precision,
};

/** The yardstick. Method: reference.ts. */
export const referenceDeclaration: IntegratorDeclaration<typeof referenceParameters> = {
  kind: 'reference',
  label: 'Reference (Runge-Kutta)',
  help: 'The same second-order dynamics in many small Runge-Kutta steps: slow, and a yardstick.',
  source: 'Eq. 5, physics 4.3',
  order: 4,
  firstOrder: false,
  role: 'second',
  parameters: referenceParameters,
};

const exactParameters = { dt };

/** The closed form. Method: exact.ts. */
export const exactDeclaration: IntegratorDeclaration<typeof exactParameters> = {
  kind: 'exact',
  label: 'Exact (mode by mode)',
  help: 'The closed form of every mode, where the cost is quadratic and the friction constant: the theory itself.',
  source: 'physics 3.1',
  order: 'exact',
  firstOrder: false,
  role: 'second',
  parameters: exactParameters,
};

/** What is known of every integrator without its method; the first is the default. */
export const integratorDeclarations = {
  'second-order': secondOrderDeclaration,
  'gradient-descent': gradientDescentDeclaration,
  'gradient-flow': gradientFlowDeclaration,
  reference: referenceDeclaration,
  exact: exactDeclaration,
} as const satisfies Readonly<Record<string, IntegratorDeclaration>>;

export type IntegratorKind = keyof typeof integratorDeclarations;
