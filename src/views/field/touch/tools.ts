import type { Layout } from '../../../engine/protocol.ts';
import type { Touch } from '../../../store/index.ts';
import { hasMatrices, longestRow } from '../../lattice.ts';

/** Width of a pull or brush until a hand chooses another, in sites, and what a brush adds. */
const WIDTH = 2;
const STRENGTH = 0.5;
/** Sites of a row that can be told apart: on longer ones the width grows with the row. */
const TOLD_APART = 128;

/** The tool that a hand has before it chooses one: the neurons of a dense layer have no neighbours, so there a site alone. */
export function firstTouch(layout: Layout): Touch {
  const longest = Math.max(TOLD_APART, longestRow(layout.sheets));
  const width = WIDTH * 2 ** Math.floor(Math.log2(longest / TOLD_APART));
  return { tool: 'pull', width: hasMatrices(layout) ? 0 : width, strength: STRENGTH };
}
