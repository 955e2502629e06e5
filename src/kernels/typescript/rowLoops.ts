import type { RowLoops } from '../types.ts';
import { activate } from './activations.ts';
import { addPairs, pairSums } from './pairs.ts';
import { addOuter, addSums, doubleErrors, fillRows, multiply, product } from './rows.ts';
import { addStencilSlopes, stencilBack, stencilShared, stencilSites } from './stencil.ts';

/** The plain loops, which need no memory of their own. */
export const typescriptRows: RowLoops = {
  room: (count) => new Float64Array(count),
  reals: () => null,
  multiply,
  addOuter,
  addSums,
  fillRows,
  product,
  doubleErrors,
  activate,
  stencilSites,
  stencilBack,
  stencilShared,
  addStencilSlopes,
  pairSums,
  addPairs,
};
