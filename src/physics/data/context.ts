import { ParameterError } from '../parameters.ts';
import type { DataContext, DataShape, TrainingData } from '../types.ts';

/** Inputs and outputs of the system. @throws ParameterError when it takes no data */
export function requireShape(context: DataContext, kind: string): DataShape {
  if (context.shape === null) {
    throw new ParameterError('kind', kind, `"none": the system ${context.system.kind} takes no data`);
  }
  return context.shape;
}

/** A real parameter of the system, 0 where it has none of this name. */
export function systemNumber(context: DataContext, name: string): number {
  const value = context.system[name];
  return typeof value === 'number' ? value : 0;
}

export interface InputGrid {
  readonly rows: number;
  readonly columns: number;
}

/** The lattice on which the inputs stand: a row for rings, the grid of tori and of shaped neurons. */
export function inputGrid({ system }: Pick<DataContext, 'system'>, inputs: number): InputGrid {
  const { shape, rows, columns } = system;
  if (typeof rows === 'number' && typeof columns === 'number') return { rows, columns };
  if (Array.isArray(shape) && shape.length === 2)
    return { rows: Number(shape[0]), columns: Number(shape[1]) };
  return { rows: 1, columns: inputs };
}

/** Targets that put the vacuum at W = 0: the outputs that are left there. */
export function restTarget({ declaration, system }: DataContext): number {
  return declaration.restOutput?.(system as never) ?? 0;
}

/** Collects samples, row by row. */
export function packSamples(X: readonly ArrayLike<number>[], Y: readonly ArrayLike<number>[]): TrainingData {
  return { sampleCount: X.length, inputs: flatten(X), targets: flatten(Y) };
}

function flatten(rows: readonly ArrayLike<number>[]): Float64Array {
  const width = rows[0]?.length ?? 0;
  const flat = new Float64Array(rows.length * width);
  rows.forEach((row, l) => flat.set(row, l * width));
  return flat;
}

/**
 * Checks samples against the system.
 * @throws ParameterError naming the row that does not fit
 */
export function checkSamples(
  X: readonly (readonly number[])[],
  Y: readonly (readonly number[])[],
  { inputs, outputs }: DataShape,
  prefix = '',
): void {
  checkRows(X, `${prefix}X`, 'N', inputs);
  checkRows(Y, `${prefix}Y`, 'outputs', outputs);
  if (X.length !== Y.length) throw new ParameterError(`${prefix}Y`, Y, `${X.length} rows, as many as X has`);
}

export function checkRows(
  rows: readonly (readonly number[])[],
  path: string,
  symbol: string,
  width: number,
): void {
  if (rows.length === 0) throw new ParameterError(path, rows, 'at least one sample');
  rows.forEach((row, l) => {
    if (row.length !== width) throw new ParameterError(`${path}[${l}]`, row, `${symbol} = ${width} numbers`);
  });
}

/**
 * Gives data test samples of its own; they make no force.
 * @throws ParameterError 'test.X[..]' or 'test.Y[..]' where they do not fit the system
 */
export function attachTest(
  data: TrainingData,
  X: readonly (readonly number[])[],
  Y: readonly (readonly number[])[],
  shape: DataShape,
): TrainingData {
  checkSamples(X, Y, shape, 'test.');
  return { ...data, test: packSamples(X, Y) };
}
