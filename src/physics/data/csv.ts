import { columns, ParameterError, text, vector } from '../parameters.ts';
import type { DataPart } from '../types.ts';
import { requireShape } from './context.ts';
import { numberIn, readCsv } from './readCsv.ts';

/** Most numbers that are taken out of a table. */
const MOST_NUMBERS = 1_000_000;
/** Longest name that goes with a column: what a document may name. */
const LONGEST_NAME = 200;

const parameters = {
  text: text({
    symbol: 'T',
    label: 'table',
    help: 'A row a sample, cells by commas (RFC 4180), numbers with points; a first row that is not of numbers names the columns. Left out: one sample, X = 1, Y = 0.',
    apply: 'restart',
    default: undefined,
    max: 4_000_000,
  }),
  inputs: columns({
    symbol: 'X',
    label: 'inputs',
    help: 'Columns by name, or by number from 0; left out: the first, as many as the system takes.',
    apply: 'restart',
    default: undefined,
  }),
  targets: columns({
    symbol: 'Y',
    label: 'targets',
    help: 'Columns by name, or by number from 0; left out: the last, as many as the system gives.',
    apply: 'restart',
    default: undefined,
  }),
  offset: vector({
    symbol: 'o',
    label: 'offsets',
    help: 'Subtracted from every input and then every target; left out: zeros.',
    apply: 'restart',
    default: undefined,
  }),
  scale: vector({
    symbol: 's',
    label: 'scales',
    help: 'What every input and then every target is divided by, less its offset; left out: ones.',
    apply: 'restart',
    default: undefined,
  }),
  name: text({
    symbol: 'F',
    label: 'file name',
    help: 'Where the table is from.',
    apply: 'restart',
    default: undefined,
    max: 200,
  }),
};

/** (value − offset)/scale, never −0. */
export function scaled(value: number, offset: number, scale: number): number {
  const apart = value - offset;
  // Two ends of the numbers are further apart than a number is large.
  const result = Number.isFinite(apart) ? apart / scale : value / scale - offset / scale;
  return result === 0 ? 0 : result;
}

/** Samples out of the text of a table: (cell − offset)/scale. The names of its columns go with them. */
export const csv: DataPart<typeof parameters> = {
  kind: 'csv',
  label: 'Table (CSV)',
  help: 'Inputs and targets are columns of a table.',
  parameters,
  own: true,
  create({ text, inputs, targets, offset, scale }, context) {
    const shape = requireShape(context, 'csv');
    const width = shape.inputs + shape.outputs;
    const lengths = [
      ['inputs', inputs, shape.inputs],
      ['targets', targets, shape.outputs],
      ['offset', offset, width],
      ['scale', scale, width],
    ] as const;
    for (const [path, list, count] of lengths) {
      if (list !== undefined && list.length !== count) {
        const expected = `a list of ${count}: the system has ${shape.inputs} inputs and ${shape.outputs} outputs`;
        throw new ParameterError(path, list, expected);
      }
    }
    const zero = scale?.indexOf(0) ?? -1;
    if (zero >= 0) throw new ParameterError(`scale[${zero}]`, 0, 'a number other than 0');
    if (text === undefined) {
      return {
        sampleCount: 1,
        inputs: new Float64Array(shape.inputs).fill(1),
        targets: new Float64Array(shape.outputs),
      };
    }
    const rows = readCsv(text);
    const head = rows[0]?.cells.every((cell) => !Number.isNaN(numberIn(cell))) ? null : rows.shift()?.cells;
    if (rows.length === 0) throw new ParameterError('text', text, 'a table with a row of numbers');
    if (rows.length * width > MOST_NUMBERS) {
      throw new ParameterError('text', rows.length, `at most ${Math.floor(MOST_NUMBERS / width)} rows`);
    }
    const columnCount = (head ?? rows[0].cells).length;
    // Of columns of one name the first has it.
    const named = new Map(head?.map((name, at) => [name.trim(), at] as const).reverse());
    const places = (
      path: string,
      given: readonly (string | number)[] | undefined,
      count: number,
      from: number,
    ): readonly number[] => {
      const list = given ?? Array.from({ length: count }, (_, n) => from + n);
      return list.map((one, n) => {
        const at = typeof one === 'string' ? named.get(one) : one;
        if (at === undefined || at >= columnCount) {
          throw new ParameterError(
            `${path}[${n}]`,
            one,
            `the name of a column${head ? '' : ' (here there are none)'} or a number from 0 to ${columnCount - 1}`,
          );
        }
        return at;
      });
    };
    const of = [
      ...places('inputs', inputs, shape.inputs, 0),
      ...places('targets', targets, shape.outputs, Math.max(0, columnCount - shape.outputs)),
    ];
    const samples = {
      sampleCount: rows.length,
      inputs: new Float64Array(rows.length * shape.inputs),
      targets: new Float64Array(rows.length * shape.outputs),
    };
    rows.forEach(({ cells, row }, l) => {
      if (cells.length !== columnCount) {
        throw new ParameterError(
          'text',
          cells.length,
          `${columnCount} cells in row ${row}, as many as in the first`,
        );
      }
      of.forEach((at, n) => {
        const value = scaled(numberIn(cells[at]), offset?.[n] ?? 0, scale?.[n] ?? 1);
        if (!Number.isFinite(value)) {
          const place = `row ${row}, column ${at + 1}${head ? ` (${JSON.stringify(head[at])})` : ''}`;
          throw new ParameterError('text', cells[at], `a finite number in ${place}`);
        }
        if (n < shape.inputs) samples.inputs[l * shape.inputs + n] = value;
        else samples.targets[l * shape.outputs + n - shape.inputs] = value;
      });
    });
    return head ? { ...samples, names: of.map((at) => head[at].trim().slice(0, LONGEST_NAME)) } : samples;
  },
};
