import type { GraphLayout } from './layout.ts';

/** Projects a point of lattice space: pixels x, y and nearness. @returns false where it is not seen */
type See = (s: number, y: number, z: number, out: Float32Array) => boolean;

/** Where the thread of a weight ends in the network: half-way along its wire that is nearest to the viewer. */
export interface WireMiddles {
  /** @param out  [3], overwritten. @returns false where the weight has no wire in sight */
  nearest(weight: number, see: See, out: Float32Array): boolean;
}

/** Wires by weight, as chains of indices; a field's weight stands on its own mass. */
export function wireMiddles(
  { wires: shown, all, springs, neurons }: GraphLayout,
  weightCount: number,
): WireMiddles {
  const wires = all ?? shown;
  const first = new Int32Array(weightCount).fill(-1);
  const next = new Int32Array(wires.count).fill(-1);
  for (let wire = wires.count - 1; wire >= 0; wire--) {
    const weight = wires.data[4 * wire];
    next[wire] = first[weight];
    first[weight] = wire;
  }
  const point = new Float32Array(3);
  return {
    nearest(weight, see, out) {
      if (weight < 0 || weight >= weightCount) return false;
      if (springs !== null) {
        return see(neurons[3 * weight], neurons[3 * weight + 1], neurons[3 * weight + 2], out);
      }
      let found = false;
      for (let wire = first[weight]; wire >= 0; wire = next[wire]) {
        const { from, to } = wires;
        const a = 3 * wire;
        // All courses pass half-way between their ends.
        const seen = see(
          (from[a] + to[a]) / 2,
          (from[a + 1] + to[a + 1]) / 2,
          (from[a + 2] + to[a + 2]) / 2,
          point,
        );
        if (!seen || (found && point[2] <= out[2])) continue;
        out.set(point);
        found = true;
      }
      return found;
    },
  };
}
