import type { StateCreator } from 'zustand';
import type { Question, Seen } from '../engine/subscriptions.ts';
import { engine } from './engine.ts';
import { intend, intendedStep, noteSeek } from './future.ts';
import { remember } from './historySlice.ts';
import { currentScenario } from '../scenario/patch.ts';
import { openRun, runningDocument, standing } from './running.ts';
import { studiesAtWork } from './seen.ts';
import type { Engine, LabState, RunSlice } from './types.ts';

/** Slow motion runs this many times slower. */
const SLOWER = 10;

/** What is watched, by name: asked anew of an engine that is connected later. */
const watched = new Map<string, Question>();

/** Asks an engine for everything that is watched. */
export function watchAll(engine: Engine): void {
  for (const [name, question] of watched) engine.subscribe(name, question);
}

export const createRunSlice: StateCreator<LabState, [], [], RunSlice> = (set, get) => ({
  info: null,
  status: 'loading',
  settled: false,
  playing: false,
  readouts: null,
  blowUp: null,
  rate: 1,
  normalRate: null,
  seen: {},
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
  watch(name, question) {
    if (question !== null) {
      watched.set(name, question);
      engine()?.subscribe(name, question);
      return;
    }
    watched.delete(name);
    engine()?.unsubscribe(name);
    const { [name]: _, ...others } = get().seen;
    set({ seen: others });
  },
  runStudy(study) {
    get().cancelStudy();
    engine()?.subscribe(study, { id: study, query: {}, once: true });
  },
  cancelStudy() {
    for (const report of studiesAtWork(get().seen)) {
      const { id } = report;
      engine()?.unsubscribe(id);
      const { seen } = get();
      const value = { ...report, state: 'cancelled' };
      set({ seen: { ...seen, [id]: { ...seen[id], value } as Seen } });
    }
  },
  dismissBlowUp: () => set({ blowUp: null, status: get().info === null ? 'loading' : 'ready' }),
});
