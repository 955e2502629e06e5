import { ParameterError, real } from '../parameters.ts';
import type { DataPart } from '../types.ts';
import { given } from './classes.ts';
import { packSamples, requireShape } from './context.ts';

const parameters = {
  scale: real({
    symbol: 's',
    label: 'scale',
    help: 'Factor on operands and sums; 1 keeps the raw numbers, which want a linear output.',
    apply: 'restart',
    default: 0.1,
    min: 0,
    exclusiveMin: true,
    slider: [0.05, 1],
    scale: 'log',
  }),
};

const taught = [
  [7, 2],
  [5, 3],
  [4, 2],
  [3, 1],
];
const asked = [[5, 4]];

/** The talk's table: a network is taught 7+2, 5+3, 4+2 and 3+1, and asked 5+4, all times `scale`. */
export const addition: DataPart<typeof parameters> = {
  kind: 'addition',
  label: 'Addition table',
  help: 'Four sums to learn, and 5 + 4 to answer.',
  source: 'talk on synaptic field theory, 2025',
  parameters,
  create({ scale }, context) {
    const { inputs, outputs } = requireShape(context, 'addition');
    if (inputs !== 2 || outputs !== 1) {
      throw new ParameterError(
        'kind',
        'addition',
        `system.sizes that begin with 2 and end with 1${given(context)}`,
      );
    }
    const table = (pairs: number[][]) =>
      packSamples(
        pairs.map(([a, b]) => [scale * a, scale * b]),
        pairs.map(([a, b]) => [scale * (a + b)]),
      );
    const words = (pairs: number[][]) => pairs.map(([a, b]) => `${a} + ${b}`);
    const questions = { taught: words(taught), asked: words(asked), unit: 1 / scale };
    return { ...table(taught), test: table(asked), questions };
  },
};
