import { formatInteger } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';

/** How far something is, in words: the network, the lattice, or a part of the way. */
export function wayWords(way: number): string {
  if (way === 0) return text('morph.wayGraph');
  if (way === 1) return text('morph.wayLattice');
  return text('morph.way', { percent: formatInteger(Math.round(100 * way)) });
}

/** The same as a number. */
export function wayShort(way: number): string {
  return text('morph.percent', { percent: formatInteger(Math.round(100 * way)) });
}
