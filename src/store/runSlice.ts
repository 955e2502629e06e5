import type { Seen } from '../engine/subscriptions.ts';
import type { LabCore } from './core.ts';
import { intend, intendedStep, noteSeek } from './future.ts';
import { remember } from './historySlice.ts';

import { begunAnew, shownAt } from './present.ts';
import { openRun, runningDocument, standing } from './running.ts';
import { studiesAtWork } from './seen.ts';
import type { Engine, RunSlice } from './types.ts';

/** Slow motion runs this many times slower. */
const SLOWER = 10;

/** Asks an engine for everything that is watched. */
export function watchAll({ watched }: LabCore, engine: Engine): void {
  for (const [name, question] of watched) engine.subscribe(name, question);
}

export const createRunSlice = (lab: LabCore): RunSlice => ({
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
    intend(lab, null);
    lab.set({ stopReason: null });
    lab.engine?.play();
  },
  pause() {
    intend(lab, null);
    lab.engine?.pause();
  },
  step(count) {
    // A run that plays stops somewhere ahead of what is shown.
    intend(lab, lab.get().playing ? null : intendedStep(lab) + count);
    lab.engine?.step(count);
  },
  stepBack() {
    lab.get().seek(Math.max(0, intendedStep(lab) - 1));
  },
  reset() {
    const before = standing(lab);
    intend(lab, null);
    lab.set({ blowUp: null, stopReason: null });
    const running = runningDocument(lab);
    // Where it stands at its start there is nothing to take back.
    if (before === null || running === null || (before.step === 0 && running.edits.length === 0)) {
      lab.engine?.reset();
      return;
    }
    const document = begunAnew(running);
    const after = { ...before, document, step: 0 };
    remember(lab, { kind: 'document', path: 'reset', before, after });
    lab.set(shownAt(after));
    openRun(lab, after);
  },
  seek(step) {
    intend(lab, step);
    noteSeek(lab);
    lab.engine?.seek(step);
  },
  goBack: (step) => lab.engine?.seek(step),
  setRate(rate) {
    // A rate chosen by hand is the new normal.
    lab.set({ rate, normalRate: null });
    lab.engine?.speed(rate);
  },
  toggleSlowMotion() {
    const { rate, normalRate } = lab.get();
    lab.get().setRate(normalRate ?? rate / SLOWER);
    if (normalRate === null) lab.set({ normalRate: rate });
  },
  setConditions(conditions) {
    lab.set({ conditions });
    lab.engine?.stopWhen(conditions);
  },
  watch(name, question) {
    if (question !== null) {
      lab.watched.set(name, question);
      lab.engine?.subscribe(name, question);
      return;
    }
    // The one on the screen goes on.
    if (lab.heldWatches?.has(name) === true) return;
    lab.watched.delete(name);
    lab.engine?.unsubscribe(name);
    const { [name]: _, ...others } = lab.get().seen;
    lab.set({ seen: others });
  },
  holdWatches() {
    const held = new Map(lab.watched);
    lab.heldWatches = held;
    return {
      answered: () => [...lab.watched.keys()].every((name) => lab.get().seen[name] !== undefined),
      end() {
        if (lab.heldWatches !== held) return;
        lab.heldWatches = null;
        for (const [name, question] of held) {
          if (lab.watched.get(name) !== question) lab.get().watch(name, question);
        }
      },
    };
  },
  runStudy(study) {
    lab.get().cancelStudy();
    lab.engine?.subscribe(study, { id: study, query: {}, once: true });
  },
  cancelStudy() {
    for (const report of studiesAtWork(lab.get().seen)) {
      const { id } = report;
      lab.engine?.unsubscribe(id);
      const { seen } = lab.get();
      const value = { ...report, state: 'cancelled' };
      lab.set({ seen: { ...seen, [id]: { ...seen[id], value } as Seen } });
    }
  },
  dismissBlowUp: () => lab.set({ blowUp: null, status: lab.get().info === null ? 'loading' : 'ready' }),
});
