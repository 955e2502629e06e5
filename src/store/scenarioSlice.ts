import type { Edit, RunDocument } from '../scenario/types.ts';
import { parseRunDocument, serializeRunDocument } from '../scenario/document.ts';
import { currentValue, patchScenario, patchSites, rewriteSection } from '../scenario/patch.ts';
import { ScenarioError } from '../scenario/types.ts';
import { maxTitle } from '../scenario/validate.ts';
import type { Told } from '../engine/outcome.ts';
import { attempt, problemOf } from './attempt.ts';
import type { LabCore } from './core.ts';
import { act } from './hand.ts';
import { keepFuture, MOST_BRANCHES, putAside, remember } from './historySlice.ts';
import { shownAt } from './present.ts';
import { askEdit, NOTHING, openRun, runningDocument, standing } from './running.ts';
import { listedInstead } from './samples.ts';
import { asideIn, markChanged, screenOf, stepOf, viewOf, withComparison } from './screen.ts';
import type { Pace, ScenarioSlice } from './types.ts';

/** Opens another document in the place of the run, as one change. @param step  where it shall stand */
function replace(
  lab: LabCore,
  path: string,
  document: RunDocument,
  step: number,
  shippedId = lab.get().shippedId,
  pace: Pace = 'now',
): Told {
  const before = standing(lab);
  const after = { document, step, shippedId };
  if (before !== null) remember(lab, { kind: 'document', path, before, after });
  lab.set({ ...shownAt(after), problem: null, blowUp: null });
  return openRun(lab, after, pace);
}

/** Runs that were made to meet can be parted again: the engine alone knows at which step they did. */
function rememberMeeting(lab: LabCore, edit: Edit): void {
  const { info, shippedId, comparison } = lab.get();
  if (info === null) return;
  const whole = withComparison(info.document, comparison);
  const after = { document: whole, step: edit.step, shippedId };
  const document = { ...whole, edits: whole.edits.filter((other) => other !== edit) };
  remember(lab, { kind: 'document', path: 'state', before: { ...after, document }, after });
}

export const createScenarioSlice = (lab: LabCore): ScenarioSlice => ({
  document: null,
  present: null,
  shipped: [],
  shippedId: null,
  problem: null,
  about: null,
  openText(source, text, shippedId, step) {
    try {
      lab.get().openDocument(parseRunDocument(text), shippedId ?? null, step);
      return true;
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      lab.set({ problem: problemOf(source, error) });
      return false;
    }
  },
  openDocument(document, shippedId = null, step = stepOf(document)) {
    lab.leaving?.();
    const before = standing(lab);
    const after = { document, step, shippedId };
    if (before !== null) remember(lab, { kind: 'document', path: null, before, after });
    lab.set({ ...shownAt(after), shippedId, problem: null, blowUp: null, ...screenOf(lab, document) });
    for (const run of asideIn(document, MOST_BRANCHES)) putAside(lab, run);
    return openRun(lab, after);
  },
  setShipped: (shipped) => lab.set({ shipped }),
  report: (problem) => lab.set({ problem }),
  save() {
    const run = standing(lab);
    if (run === null) return '';
    const { document, step } = run;
    const kernel = lab.get().info?.kernel;
    const made = kernel === undefined ? {} : { kernel };
    return serializeRunDocument({ ...document, ...made, view: viewOf(lab, document, step) });
  },
  setParameter: (path, value, pace) =>
    attempt(lab, () => {
      const current = runningDocument(lab);
      const run = standing(lab);
      if (current === null || run === null) return NOTHING;
      const listed = listedInstead(lab, path, value);
      if (listed !== null) return lab.get().setParameter('data', listed, pace);
      const patch = patchScenario(current, path, value, run.step);
      if (patch.apply === 'restart') {
        // With another kind a run is no longer what its title says.
        const document = path.endsWith('.kind') ? markChanged(patch.document) : patch.document;
        return replace(lab, path, document, 0, undefined, pace);
      }
      const { command } = patch;
      lab.set({ problem: null });
      keepFuture(lab);
      remember(lab, { kind: 'value', path, before: currentValue(current, path), after: command.value });
      return askEdit(lab, command);
    }),
  rewrite: (section, value) =>
    attempt(lab, () => {
      const current = runningDocument(lab);
      const run = standing(lab);
      if (current === null || run === null) return NOTHING;
      return replace(lab, section, rewriteSection(current, section, value), run.step);
    }),
  begin: (path, make, title) =>
    attempt(lab, () => {
      const current = runningDocument(lab);
      if (current === null) return NOTHING;
      const made = make(current);
      const document = { ...made, scenario: { ...made.scenario, title: title.slice(0, maxTitle) } };
      lab.set({ about: null, shippedId: null });
      return replace(lab, path, document, 0, null);
    }),
  setSites: (sites) =>
    attempt(lab, () => {
      const current = runningDocument(lab);
      return current === null ? NOTHING : replace(lab, 'system.N', patchSites(current, sites), 0);
    }),
  poke: (target, profile, track) =>
    act(lab, { kind: 'poke', target, profile, ...(track === undefined ? {} : { track }) }),
  source: (target, profile, sample) =>
    act(lab, { kind: 'source', target, profile, ...(sample === undefined ? {} : { sample }) }),
  setState: (command) => act(lab, command),
  meet() {
    const { info } = lab.get();
    if (info === null || info.tracks.length < 2 || lab.engine === null) return NOTHING;
    keepFuture(lab);
    return lab.engine.edit({ kind: 'meet' }).then((outcome) => {
      if (outcome.kind === 'applied' && outcome.edit !== null) rememberMeeting(lab, outcome.edit);
      return outcome;
    });
  },
  newSeed: (seed) => void lab.get().setParameter('seed', seed),
  setTracks(tracks) {
    const run = standing(lab);
    return run === null ? NOTHING : replace(lab, 'tracks', { ...run.document, tracks }, run.step);
  },
});
