import { real } from '../../parameters.ts';
import type { IntegratorDeclaration } from '../../types.ts';
import { thermal } from '../motion.ts';
import { dt } from '../parameters.ts';

const parameters = { dt };

/** What it takes of the scenario's `noise`. */
const noise = {
  temperature: real({
    symbol: 'T',
    label: 'temperature',
    help: 'Temperature of the bath, in units of cost: every quadratic mode comes to hold T/2 of kinetic and T/2 of potential energy. 0 is damped motion without noise.',
    unit: 'C',
    source: 'arXiv:1203.5428',
    apply: 'live',
    default: 0,
    min: 0,
    slider: [0, 1],
    scale: 'linear',
    step: 0.01,
  }),
};

/** The field in a heat bath. */
export const langevinDeclaration: IntegratorDeclaration<typeof parameters> = {
  kind: 'langevin',
  label: 'Langevin (heat bath)',
  help: 'The field in a bath of temperature T: friction γ and the noise that belongs to it. At T = 0 it is damped motion without noise.',
  source: 'arXiv:1203.5428',
  order: 2,
  firstOrder: false,
  role: 'second',
  motion: (_jump, cost) => thermal(cost),
  logarithm: true,
  bound: () => ({ id: 'verlet', tex: 'h < 2/\\sqrt{\\lambda_{\\max}}', plain: 'h < 2/√λ' }),
  parameters,
  noise,
};
