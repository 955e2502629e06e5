import { strToU8, zipSync } from 'fflate';
import type { OutputColumns } from '../../engine/output/protocol.ts';

/**
 * An array as NumPy's NPY, version 1.0: float64, little-endian, C order.
 *  Source: numpy.lib.format. The header's length makes the data begin at a multiple of 64 bytes.
 */
export function npyOf(values: Float64Array, shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const size = shape.reduce((product, side) => product * side, 1);
  if (size !== values.length) throw new RangeError(`${values.length} numbers, shape ${shape.join(' × ')}`);
  const dimensions = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const words = `{'descr': '<f8', 'fortran_order': False, 'shape': ${dimensions}, }`;
  const head = words.padEnd(64 * Math.ceil((words.length + 11) / 64) - 11, ' ');
  const out = new Uint8Array(10 + head.length + 1 + 8 * values.length);
  const view = new DataView(out.buffer);
  out.set([0x93, ...strToU8('NUMPY'), 1, 0]);
  view.setUint16(8, head.length + 1, true);
  out.set(strToU8(`${head}\n`), 10);
  const from = 10 + head.length + 1;
  for (let i = 0; i < values.length; i++) view.setFloat64(from + 8 * i, values[i], true);
  return out;
}

/** Rows of a run as NPZ, a ZIP of arrays that `numpy.load` reads, with the run beside them as run.json. */
export function npzOf(
  { scalars, weights, velocity, weightCount }: OutputColumns,
  run: string,
): Uint8Array<ArrayBuffer> {
  const shape = [weights.length / weightCount, weightCount];
  const files = {
    ...Object.fromEntries(
      Object.entries(scalars).map(([name, values]) => [`${name}.npy`, npyOf(values, [values.length])]),
    ),
    'weights.npy': npyOf(weights, shape),
    'velocity.npy': npyOf(velocity, shape),
    'run.json': strToU8(run),
  };
  // The same run is the same file, whenever it is saved.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}
