import type { StateCreator } from 'zustand';
import { parseRunDocument, serializeRunDocument } from '../scenario/document.ts';
import { currentValue, patchScenario, patchSites, rewriteSection } from '../scenario/patch.ts';
import { ScenarioError, show } from '../scenario/types.ts';
import { engine } from './engine.ts';
import { keepFuture, MOST_BRANCHES, putAside, remember } from './historySlice.ts';
import { editOpening, openRun, runningDocument, standing } from './running.ts';
import { asideIn, leave, markChanged, screenOf, stepOf, viewOf } from './screen.ts';
import type { LabState, Problem, ScenarioSlice } from './types.ts';

/** A refused value as the screen tells it. */
export function problemOf(
  source: string,
  error: { readonly path: string; readonly value: unknown; readonly expected: string },
): Problem {
  const value = error.value === undefined ? '' : show(error.value);
  return { source, path: error.path, value, expected: error.expected };
}

export const createScenarioSlice: StateCreator<LabState, [], [], ScenarioSlice> = (set, get) => ({
  document: null,
  shipped: [],
  shippedId: null,
  problem: null,
  about: null,
  openText(source, text, shippedId, step) {
    try {
      get().openDocument(parseRunDocument(text), shippedId ?? null, step);
      return true;
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      set({ problem: problemOf(source, error) });
      return false;
    }
  },
  openDocument(document, shippedId = null, step = stepOf(document)) {
    leave();
    const before = standing(get());
    const after = { document, step, shippedId };
    if (before !== null) remember(set, get, { kind: 'document', path: null, before, after });
    set({
      document,
      shippedId,
      problem: null,
      blowUp: null,
      ...screenOf(document),
    });
    for (const run of asideIn(document, MOST_BRANCHES)) putAside(set, get, run);
    openRun(after);
  },
  setShipped: (shipped) => set({ shipped }),
  report: (problem) => set({ problem }),
  save() {
    const run = standing(get());
    if (run === null) return '';
    const { document, step } = run;
    return serializeRunDocument({ ...document, view: viewOf(get(), document, step) });
  },
  setParameter(path, value) {
    const current = runningDocument(get());
    if (current === null) return;
    try {
      const found = patchScenario(current, path, value);
      // With another kind a run is no longer what its title says.
      const patched = path.endsWith('.kind') ? { ...found, document: markChanged(found.document) } : found;
      set({ document: patched.document, problem: null });
      if (patched.apply === 'live') {
        keepFuture(set, get);
        remember(set, get, { kind: 'value', path, before: currentValue(current, path), after: value });
        const command = { kind: 'set', path, value } as const;
        editOpening(command);
        engine()?.edit(command);
      } else {
        const before = standing(get());
        const after = { document: patched.document, step: 0, shippedId: get().shippedId };
        if (before !== null) remember(set, get, { kind: 'document', path, before, after });
        set({ blowUp: null });
        openRun(after);
      }
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      set({ problem: problemOf('', error) });
    }
  },
  rewrite(section, value) {
    const current = runningDocument(get());
    const before = standing(get());
    if (current === null || before === null) return;
    try {
      const document = rewriteSection(current, section, value);
      const after = { ...before, document };
      remember(set, get, { kind: 'document', path: section, before, after });
      set({ document, problem: null, blowUp: null });
      openRun(after);
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      set({ problem: problemOf('', error) });
    }
  },
  setSites(sites) {
    const current = runningDocument(get());
    const before = standing(get());
    if (current === null || before === null) return;
    try {
      const document = patchSites(current, sites);
      const after = { document, step: 0, shippedId: get().shippedId };
      remember(set, get, { kind: 'document', path: 'system.N', before, after });
      set({ document, problem: null, blowUp: null });
      openRun(after);
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      set({ problem: problemOf('', error) });
    }
  },
  meet() {
    const { info } = get();
    if (info === null || info.tracks.length < 2) return;
    keepFuture(set, get);
    engine()?.edit({ kind: 'meet' });
  },
  newSeed: (seed) => get().setParameter('seed', seed),
  setTracks(tracks) {
    const before = standing(get());
    if (before === null) return;
    const after = { ...before, document: { ...before.document, tracks } };
    remember(set, get, { kind: 'document', path: 'tracks', before, after });
    set({ document: after.document });
    openRun(after);
  },
});
