import type { RowLoops } from '../types.ts';
import { activate } from './activations.ts';
import { pairNeurons, pairsBack, pairSums } from './pairs.ts';
import {
  accumulate,
  addOuter,
  addSums,
  copy,
  doubleErrors,
  fill,
  fillRows,
  gather,
  multiply,
  product,
  sample,
} from './rows.ts';
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
  gather,
  sample,
  fill,
  copy,
  accumulate,
  activate,
  stencilSites,
  stencilBack,
  stencilShared,
  addStencilSlopes,
  pairSums,
  pairNeurons,
  pairsBack,
  sequence: (sequence) => sequence,
};
