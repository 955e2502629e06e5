import type { LabCore } from './core.ts';
import { initialOf, viewKeys } from './screenKeys.ts';
import type { UiSlice, ViewSlice } from './types.ts';

/** Beyond this a picture shows what a wave leaves after nine e-folds. */
const MOST_MAGNIFIED = 10_000;

/** What magnifying once more comes to: ten times as much, and from the most back to 1. */
export function nextMagnified(magnified: number): number {
  return magnified >= MOST_MAGNIFIED ? 1 : 10 * magnified;
}

export const createViewSlice = (lab: LabCore): ViewSlice & UiSlice => ({
  ...initialOf(viewKeys),
  pictures: [],
  charts: [],
  setUnrolled: (unrolled) => lab.set({ unrolled }),
  hover: (hovered) => lab.set({ hovered }),
  select: (selected) => lab.set({ selected }),
  setSample(sample) {
    lab.set({ sample });
    lab.engine?.sample(sample);
  },
  maximize: (maximized) => lab.set({ maximized }),
  toggleTrack(id) {
    const { hiddenTracks } = lab.get();
    const hidden = hiddenTracks.includes(id);
    lab.set({ hiddenTracks: hidden ? hiddenTracks.filter((other) => other !== id) : [...hiddenTracks, id] });
  },
  setMagnified: (magnified) => lab.set({ magnified }),
  setPlane: (plane) => lab.set({ plane }),
  setLit: (lit) => lab.set({ lit }),
  setDrift: (drift) => lab.set({ drift }),
  setCurrents: (currents) => lab.set({ currents }),
  setMaps: (maps) => lab.set({ maps }),
  setTouch: (touch) => lab.set({ touch }),
  askChart: (slot, id) => lab.set({ askedCharts: { left: null, right: null, [slot]: id }, drawerOpen: true }),
  say: (said) => lab.set({ said }),
  compare: (comparison) => lab.set({ comparison }),
  setLesson: (lesson) => lab.set({ lesson }),
  setGround: (ground) => lab.set({ ground }),
  setDrawerOpen: (drawerOpen) => lab.set({ drawerOpen }),
});
