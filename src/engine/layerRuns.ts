import type { Layout } from '../physics/types.ts';

/** Stretches of neurons of one layer, in the order of the neurons: [end, layer] each, the first from 0. */
export type LayerRuns = readonly (readonly [end: number, layer: number])[];

/** Neurons stand layer by layer, so that there are hardly more stretches than layers. */
export function layerRuns({ neurons: { count, layer } }: Layout): LayerRuns {
  const runs: [number, number][] = [];
  for (let n = 1; n <= count; n++) {
    if (n === count || layer[n] !== layer[n - 1]) runs.push([n, layer[n - 1]]);
  }
  return runs;
}

/** Layers of a network's neurons; 0 where it has none. */
export function layerCountOf(runs: LayerRuns): number {
  let last = -1;
  for (const [, layer] of runs) last = Math.max(last, layer);
  return last + 1;
}

/** Lets the slot of each layer grow to its largest |value| that is finite. */
export function joinLayers(
  runs: LayerRuns,
  values: ArrayLike<number>,
  slots: Float64Array,
  from: number,
): void {
  let n = 0;
  for (const [end, layer] of runs) {
    let largest = slots[from + layer];
    for (; n < end; n++) {
      const size = Math.abs(values[n]);
      if (size > largest && size < Infinity) largest = size;
    }
    slots[from + layer] = largest;
  }
}
