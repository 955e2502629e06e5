import type { IntegratorDeclaration } from '../../types.ts';
import { inertial } from '../motion.ts';
import { dt, precision, substeps } from '../parameters.ts';

const parameters = {
  dt,
  substeps: {
    ...substeps,
    help: 'Kick-drift-kick steps within each step of the clock; "auto" takes as many as stay accurate.',
    apply: 'restart' as const,
  },
  precision,
};

/** The field's own dynamics. */
export const secondOrderDeclaration: IntegratorDeclaration<typeof parameters> = {
  kind: 'second-order',
  label: 'Second order (field)',
  help: 'The damped second-order dynamics of the field. At constant friction its steps are momentum SGD, exactly, after a first half kick.',
  source: 'Eq. 5',
  order: 2,
  firstOrder: false,
  role: 'second',
  hamilton: true,
  heavyBall: true,
  motion: (_jump, cost) => inertial(cost),
  bound: (gamma) =>
    gamma === 0
      ? { id: 'undamped', tex: 'h < 2/\\sqrt{\\lambda_{\\max}}', plain: 'h < 2/√λ' }
      : {
          id: 'kick-drift-kick',
          tex: 'h \\tanh(\\gamma h/2) < 2\\gamma/\\lambda_{\\max}',
          plain: 'h tanh(γh/2) < 2γ/λ',
        },
  parameters,
};
