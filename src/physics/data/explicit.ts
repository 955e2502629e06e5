import { columns, matrix, ParameterError } from '../parameters.ts';
import type { DataPart } from '../types.ts';
import { checkRows, checkSamples, packSamples, requireShape } from './context.ts';

const samples = (symbol: string, label: string, help: string) =>
  matrix({ symbol, label, help, apply: 'live', default: undefined });

const parameters = {
  X: samples('X', 'inputs', 'One row per sample; left out: a row of ones for every row of Y.'),
  Y: samples('Y', 'targets', 'One row per sample; left out: zeros.'),
  Xdot: samples('Ẋ', 'input rates', 'Rates of change of the inputs, as many rows and columns as X.'),
  names: columns({
    symbol: 'n',
    label: 'names',
    help: 'What every input and then every target is called.',
    apply: 'live',
    default: undefined,
  }),
};

/** Samples as they are given. By default one sample, X = (1, …, 1), Y = 0. */
export const explicit: DataPart<typeof parameters> = {
  kind: 'explicit',
  label: 'Given samples',
  help: 'Inputs and targets, written out.',
  parameters,
  given: true,
  own: true,
  create({ X, Y, Xdot, names }, context) {
    const shape = requireShape(context, 'explicit');
    const rowCount = (X ?? Y)?.length ?? 1;
    const fill = (width: number, value: number): number[][] =>
      Array.from({ length: rowCount }, () => Array.from({ length: width }, () => value));
    const inputs = X ?? fill(shape.inputs, 1);
    const targets = Y ?? fill(shape.outputs, 0);
    checkSamples(inputs, targets, shape);
    if (Xdot !== undefined) {
      checkRows(Xdot, 'Xdot', 'N', shape.inputs);
      if (Xdot.length !== inputs.length)
        throw new ParameterError('Xdot', Xdot, `${inputs.length} rows, as many as X has`);
    }
    const width = shape.inputs + shape.outputs;
    if (names !== undefined && names.length !== width)
      throw new ParameterError(
        'names',
        names,
        `a list of ${width}: the system has ${shape.inputs} inputs and ${shape.outputs} outputs`,
      );
    const data = { ...packSamples(inputs, targets), ...(names && { names: names.map(String) }) };
    return Xdot === undefined ? data : { ...data, inputRates: Float64Array.from(Xdot.flat()) };
  },
};
