import { printValue } from '../printValue.ts';
import type { Scenario } from '../../scenario/types.ts';
import { columnNames, type Rows } from './rows.ts';

/** A column, in pieces of one row: the whole text of a long run can exceed the longest string there is. */
function* columnPieces(name: string, rows: readonly unknown[]): Iterable<string> {
  yield `${JSON.stringify(name)}: [`;
  for (const [index, row] of rows.entries()) yield (index === 0 ? '' : ',\n') + printValue(row);
  yield ']';
}

/**
 * Prints the output of a run, in pieces.
 *    { scenario, t, step, weights, velocity, cost, batchCost, kinetic, gamma, logScaleFactor, observables }
 * Numbers are printed with all the digits it takes to read the same bits back.
 */
export function* outputPieces(scenario: Scenario, { columns, observables }: Rows): Iterable<string> {
  yield `{ "scenario": ${printValue(scenario)},\n`;
  for (const name of columnNames) {
    yield* columnPieces(name, columns[name]);
    yield ',\n';
  }
  yield '"observables": {';
  for (const [index, [name, rows]] of Object.entries(observables).entries()) {
    yield index === 0 ? ' ' : ',\n';
    yield* columnPieces(name, rows);
  }
  yield ' } }\n';
}
