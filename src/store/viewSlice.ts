import type { StateCreator } from 'zustand';
import { engine } from './engine.ts';
import type { LabState, UiSlice, ViewSlice } from './types.ts';

export const createViewSlice: StateCreator<LabState, [], [], ViewSlice & UiSlice> = (set, get) => ({
  unrolled: false,
  hovered: null,
  selected: null,
  sample: 0,
  maximized: null,
  hiddenTracks: [],
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
  compare: (comparison) => set({ comparison }),
  ground: 'stage',
  drawerOpen: true,
  setGround: (ground) => set({ ground }),
  setDrawerOpen: (drawerOpen) => set({ drawerOpen }),
});
