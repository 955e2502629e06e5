import type { RibbonData } from '../scene/ribbons.ts';

/** Finer than the eye tells widths apart. */
const BINS = 1024;

/**
 * Keeps the wires of the heaviest weights in a smaller set, in the order of all wires, so that what stays keeps its place
 * in front of what.
 *  @param all    every wire; `data[4·i]` is its weight
 *  @param shown  arrays of as many wires as are drawn; overwritten by `choose`
 */
export function heaviestWires(all: RibbonData, shown: RibbonData): Heaviest {
  const bins = new Int32Array(BINS + 2);
  const chosen = new Int32Array(shown.count).fill(-1);
  const copy = (wire: number, slot: number): void => {
    for (let k = 0; k < 3; k++) {
      shown.from[3 * slot + k] = all.from[3 * wire + k];
      shown.to[3 * slot + k] = all.to[3 * wire + k];
    }
    for (let k = 0; k < 4; k++) shown.data[4 * slot + k] = all.data[4 * wire + k];
  };
  return {
    choose(weights, linked) {
      let largest = 0;
      for (let wire = 0; wire < all.count; wire++) {
        const size = Math.abs(weights[all.data[4 * wire]]);
        if (size > largest && size < Infinity) largest = size;
      }
      // The linked one has a bin of its own above all.
      const binOf = (weight: number): number => {
        if (weight === linked) return BINS + 1;
        return largest > 0
          ? Math.min(BINS, Math.floor((BINS * Math.abs(weights[weight])) / largest) || 0)
          : 0;
      };
      bins.fill(0);
      for (let wire = 0; wire < all.count; wire++) bins[binOf(all.data[4 * wire])]++;
      let least = BINS + 1;
      let above = 0;
      while (least > 0 && above + bins[least] <= shown.count) above += bins[least--];
      // Of the bin that does not fit whole, as many as there is room for, the first ones.
      let room = shown.count - above;
      let slot = 0;
      let changed = false;
      for (let wire = 0; wire < all.count && slot < shown.count; wire++) {
        const bin = binOf(all.data[4 * wire]);
        if (bin < least || (bin === least && room-- <= 0)) continue;
        if (chosen[slot] !== wire) {
          chosen[slot] = wire;
          copy(wire, slot);
          changed = true;
        }
        slot++;
      }
      return changed;
    },
  };
}

export interface Heaviest {
  /**
   * Chooses anew.
   *  @param linked  weight that is always among them; −1 for none
   *  @returns       whether others are shown than before
   */
  choose(weights: Float32Array, linked: number): boolean;
}
