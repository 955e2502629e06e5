import type { Layout } from '../../../engine/protocol.ts';
import type { Touch } from '../../../store/index.ts';
import { hasMatrices } from '../../lattice.ts';

/** Width of a pull or brush until a hand chooses another, in sites, and what a brush adds. */
const WIDTH = 2;
const STRENGTH = 0.5;

/** The tool that a hand has before it chooses one: the neurons of a dense layer have no neighbours, so there a site alone. */
export function firstTouch(layout: Layout): Touch {
  return { tool: 'pull', width: hasMatrices(layout) ? 0 : WIDTH, strength: STRENGTH };
}
