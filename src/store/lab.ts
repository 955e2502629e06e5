import { create } from 'zustand';
import { createHistorySlice } from './historySlice.ts';
import { createRunSlice } from './runSlice.ts';
import { createScenarioSlice } from './scenarioSlice.ts';
import type { LabState } from './types.ts';
import { createViewSlice } from './viewSlice.ts';

/** The state of the page. Fast data (frames, traces) is not in it. */
export const useLab = create<LabState>((...api) => ({
  ...createScenarioSlice(...api),
  ...createRunSlice(...api),
  ...createHistorySlice(...api),
  ...createViewSlice(...api),
}));
