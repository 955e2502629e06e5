import type { StateCreator } from 'zustand';
import { parseRunDocument, serializeRunDocument } from '../scenario/document.ts';
import { currentValue, patchScenario } from '../scenario/patch.ts';
import { ScenarioError } from '../scenario/types.ts';
import { engine } from './engine.ts';
import { runningDocument } from './running.ts';
import { remember } from './historySlice.ts';
import type { LabState, Problem, ScenarioSlice } from './types.ts';

/** A refused value as the screen tells it. */
export function problemOf(
  source: string,
  error: { readonly path: string; readonly value: unknown; readonly expected: string },
): Problem {
  const value = error.value === undefined ? '' : JSON.stringify(error.value);
  return { source, path: error.path, value, expected: error.expected };
}

export const createScenarioSlice: StateCreator<LabState, [], [], ScenarioSlice> = (set, get) => ({
  document: null,
  shipped: [],
  shippedId: null,
  problem: null,
  openText(source, text, shippedId) {
    try {
      get().openDocument(parseRunDocument(text), shippedId ?? null);
      return true;
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      set({ problem: problemOf(source, error) });
      return false;
    }
  },
  openDocument(document, shippedId = null) {
    const before = runningDocument(get());
    if (before !== null) remember(set, get, { path: null, before, after: document });
    set({
      document,
      shippedId,
      problem: null,
      blowUp: null,
      selected: null,
      hovered: null,
      comparison: null,
    });
    engine()?.open(document);
  },
  setShipped: (shipped) => set({ shipped }),
  report: (problem) => set({ problem }),
  save() {
    const document = runningDocument(get());
    return document === null ? '' : serializeRunDocument(document);
  },
  setParameter(path, value) {
    const current = runningDocument(get());
    if (current === null) return;
    try {
      const patched = patchScenario(current, path, value);
      set({ document: patched.document, problem: null });
      if (patched.apply === 'live') {
        remember(set, get, { path, before: currentValue(current, path), after: value });
        engine()?.edit({ kind: 'set', path, value });
      } else {
        remember(set, get, { path, before: current, after: patched.document });
        set({ blowUp: null });
        engine()?.open(patched.document);
      }
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      set({ problem: problemOf('', error) });
    }
  },
  newSeed: (seed) => get().setParameter('seed', seed),
  setTracks(tracks) {
    const before = runningDocument(get());
    if (before === null) return;
    const after = { ...before, tracks };
    remember(set, get, { path: 'tracks', before, after });
    set({ document: after });
    engine()?.open(after, get().readouts?.step ?? 0);
  },
});
