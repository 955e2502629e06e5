import type { StateCreator } from 'zustand';
import type { Watch } from '../engine/protocol.ts';
import { engine } from './engine.ts';
import { intend, intendedStep, noteSeek } from './future.ts';
import { remember } from './historySlice.ts';
import { currentScenario } from '../scenario/patch.ts';
import { openRun, runningDocument, standing } from './running.ts';
import type { LabState, RunSlice } from './types.ts';

/** Slow motion runs this many times slower. */
const SLOWER = 10;

const watches = new Map<string, Partial<Watch>>();

/** Everything that is watched, under whatever name. One probe at a time: the newest. */
function merged(): Watch {
  let outputs = false;
  let probe: Float64Array | null = null;
  let field: Watch['field'];
  const weights = new Set<number>();
  for (const watch of watches.values()) {
    outputs ||= watch.outputs ?? false;
    probe = watch.probe ?? probe;
    field = watch.field ?? field;
    for (const weight of watch.weights ?? []) weights.add(weight);
  }
  const all = { outputs, probe, weights: [...weights] };
  return field === undefined ? all : { ...all, field };
}

/** Tells the engine what is watched; again for every new run. */
export function sendWatch(): void {
  engine()?.watch(merged());
}

export const createRunSlice: StateCreator<LabState, [], [], RunSlice> = (set, get) => ({
  info: null,
  status: 'loading',
  playing: false,
  readouts: null,
  blowUp: null,
  rate: 1,
  normalRate: null,
  learned: null,
  weightHistory: null,
  fieldPast: null,
  studies: {},
  conditions: { time: null, costBelow: null, kineticBelow: null },
  stopReason: null,
  lastStep: 0,
  play() {
    intend(null);
    set({ stopReason: null });
    engine()?.play();
  },
  pause() {
    intend(null);
    engine()?.pause();
  },
  step(count) {
    // A run that plays stops somewhere ahead of what is shown.
    intend(get().playing ? null : intendedStep() + count);
    engine()?.step(count);
  },
  stepBack() {
    get().seek(Math.max(0, intendedStep() - 1));
  },
  reset() {
    const before = standing(get());
    intend(null);
    set({ blowUp: null, stopReason: null });
    const running = runningDocument(get());
    // Where it stands at its start there is nothing to take back.
    if (before === null || running === null || (before.step === 0 && running.edits.length === 0)) {
      engine()?.reset();
      return;
    }
    const document = { ...running, scenario: currentScenario(running), edits: [] };
    const after = { ...before, document, step: 0 };
    remember(set, get, { kind: 'document', path: 'reset', before, after });
    set({ document });
    openRun(after);
  },
  seek(step) {
    intend(step);
    noteSeek();
    engine()?.seek(step);
  },
  goBack: (step) => engine()?.seek(step),
  setRate(rate) {
    // A rate chosen by hand is the new normal.
    set({ rate, normalRate: null });
    engine()?.speed(rate);
  },
  toggleSlowMotion() {
    const { rate, normalRate } = get();
    get().setRate(normalRate ?? rate / SLOWER);
    if (normalRate === null) set({ normalRate: rate });
  },
  setConditions(conditions) {
    set({ conditions });
    engine()?.stopWhen(conditions);
  },
  watch(name, watch) {
    if (watch === null) watches.delete(name);
    else watches.set(name, watch);
    const all = merged();
    if (!all.outputs && all.probe === null) set({ learned: null });
    if (all.weights.length === 0) set({ weightHistory: null });
    if (all.field === undefined) set({ fieldPast: null });
    sendWatch();
  },
  runStudy: (study) => engine()?.study(study),
  cancelStudy: () => engine()?.cancelStudy(),
  dismissBlowUp: () => set({ blowUp: null, status: get().info === null ? 'loading' : 'ready' }),
});
