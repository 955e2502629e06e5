import type { StateCreator } from 'zustand';
import { engine } from './engine.ts';
import type { LabState, UiSlice, ViewSlice } from './types.ts';

/** Beyond this a picture shows what a wave leaves after nine e-folds. */
const MOST_MAGNIFIED = 10_000;

/** What magnifying once more comes to: ten times as much, and from the most back to 1. */
export function nextMagnified(magnified: number): number {
  return magnified >= MOST_MAGNIFIED ? 1 : 10 * magnified;
}

export const createViewSlice: StateCreator<LabState, [], [], ViewSlice & UiSlice> = (set, get) => ({
  unrolled: false,
  hovered: null,
  selected: null,
  sample: 0,
  maximized: null,
  hiddenTracks: [],
  magnified: 1,
  comparison: null,
  askedCharts: { left: null, right: null },
  setUnrolled: (unrolled) => set({ unrolled }),
  hover: (hovered) => set({ hovered }),
  select: (selected) => set({ selected }),
  setSample(sample) {
    set({ sample });
    engine()?.sample(sample);
  },
  maximize: (maximized) => set({ maximized }),
  toggleTrack(id) {
    const { hiddenTracks } = get();
    const hidden = hiddenTracks.includes(id);
    set({ hiddenTracks: hidden ? hiddenTracks.filter((other) => other !== id) : [...hiddenTracks, id] });
  },
  setMagnified: (magnified) => set({ magnified }),
  compare: (comparison) => set({ comparison }),
  ground: 'stage',
  drawerOpen: true,
  setGround: (ground) => set({ ground }),
  setDrawerOpen: (drawerOpen) => set({ drawerOpen }),
});
