import { componentsOf, type CoupledGraph } from './graph.ts';

/**
 * Reverse Cuthill-McKee order: from a weight at the rim of each component outwards, level by level, those with few
 * neighbours first; then back to front. Makes the bandwidth max |π(i) − π(j)| small; a ring folds to 2.
 *  @returns  [P] weight at each place
 *  O(B log B). Source: Cuthill and McKee, Proc. 24th ACM Nat. Conf. (1969) 157; start: Gibbs, Poole and Stockmeyer,
 *  SIAM J. Numer. Anal. 13 (1976) 236.
 */
export function reverseCuthillMcKee(graph: CoupledGraph): Int32Array {
  const order: number[] = [];
  for (const component of componentsOf(graph)) {
    for (const site of levels(graph, rimOf(graph, component[0])).found) order.push(site);
  }
  return Int32Array.from(order.reverse());
}

const degree = ({ start }: CoupledGraph, i: number): number => start[i + 1] - start[i];

/** Breadth first, neighbours by their degree. @returns the weights found, and where the last level begins */
function levels(
  graph: CoupledGraph,
  first: number,
): { readonly found: number[]; readonly depth: number; readonly last: number } {
  const { size, start, neighbour } = graph;
  const seen = new Uint8Array(size);
  seen[first] = 1;
  const found = [first];
  let depth = 0;
  let last = 0;
  for (let from = 0; from < found.length;) {
    const end = found.length;
    last = from;
    for (let at = from; at < end; at++) {
      const fresh: number[] = [];
      for (let n = start[found[at]]; n < start[found[at] + 1]; n++) {
        if (seen[neighbour[n]] === 1) continue;
        seen[neighbour[n]] = 1;
        fresh.push(neighbour[n]);
      }
      fresh.sort((a, b) => degree(graph, a) - degree(graph, b) || a - b);
      for (const site of fresh) found.push(site);
    }
    from = end;
    depth++;
  }
  return { found, depth, last };
}

/** A weight from which the component is as deep as can be found: from the last level again, as long as it deepens. */
function rimOf(graph: CoupledGraph, first: number): number {
  let rim = first;
  let { found, depth, last } = levels(graph, rim);
  for (;;) {
    const next = found
      .slice(last)
      .reduce((best, weight) => (degree(graph, weight) < degree(graph, best) ? weight : best), found[last]);
    const deeper = levels(graph, next);
    if (deeper.depth <= depth) return rim;
    rim = next;
    ({ found, depth, last } = deeper);
  }
}
