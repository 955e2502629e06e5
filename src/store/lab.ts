import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { FrameViews } from '../engine/frame.ts';
import type { Traces } from '../engine/traces.ts';
import { connect } from './connect.ts';
import { createCore, type LabCore } from './core.ts';
import * as future from './future.ts';
import { createHistorySlice } from './historySlice.ts';
import { createRunSlice } from './runSlice.ts';
import { createScenarioSlice } from './scenarioSlice.ts';
import type { Engine, LabState, Outside } from './types.ts';
import { createViewSlice } from './viewSlice.ts';

/** A lab: the state of what is on the screen, with its engine. Fast data (frames, traces) is not in the state. */
export interface Lab {
  readonly useLab: UseBoundStore<StoreApi<LabState>>;
  /** Gives it its engine; called once by the app. Returns a function that takes it away. */
  readonly connectEngine: (engine: Engine) => () => void;
  /** Newest frame, for useFrame; never through React. */
  readonly latestFrame: () => FrameViews | null;
  /** Calls back at every frame that comes, as soon as it is there. Returns a function that ends it. */
  readonly onFrame: (listener: () => void) => () => void;
  /** Traces of the run, for charts. */
  readonly latestTraces: () => Traces | null;
  /** Step on the screen. The readouts may be a tenth of a second older. */
  readonly presentStep: () => number;
  /** Time of a known step; between two traced ones by their spacing, beyond them by dt. */
  readonly timeOfStep: (step: number, dt: number) => number;
  /** Screen state that lives outside the store. */
  readonly setOutside: (outside: Outside) => void;
  /** Told before another document is opened, while the screen still shows the old one. */
  readonly setLeaving: (leaving: () => void) => void;
}

/** Makes a lab: several may live in one page, none knows of another. */
export function createLab(): Lab {
  let core!: LabCore;
  const useLab = create<LabState>((set, get) => {
    core = createCore(get, set);
    return {
      ...createScenarioSlice(core),
      ...createRunSlice(core),
      ...createHistorySlice(core),
      ...createViewSlice(core),
    };
  });
  return {
    useLab,
    connectEngine: (engine) => connect(core, engine),
    latestFrame: () => core.engine?.frame() ?? null,
    onFrame(listener) {
      core.frameListeners.add(listener);
      return () => void core.frameListeners.delete(listener);
    },
    latestTraces: () => core.engine?.traces() ?? null,
    presentStep: () => future.presentStep(core),
    timeOfStep: (step, dt) => future.timeOfStep(core, step, dt),
    setOutside: (outside) => void (core.outside = outside),
    setLeaving: (leaving) => void (core.leaving = leaving),
  };
}

/** The lab of this page. */
export const {
  useLab,
  connectEngine,
  latestFrame,
  onFrame,
  latestTraces,
  presentStep,
  timeOfStep,
  setOutside,
  setLeaving,
} = createLab();
