import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentScenario } from '../../src/scenario/patch.ts';
import { COMPARISON_ID, splitTrack, withTrack } from '../../src/scenario/trackChoices.ts';
import { documentOf } from '../helpers/run.ts';
import { seenAs } from '../../src/store/index.ts';
import { sections, StoreLab } from './lab.ts';

const TWIN = { track: COMPARISON_ID, mode: 'twin' } as const;

let lab: StoreLab;
beforeEach(() => {
  lab = new StoreLab();
});
afterEach(() => lab.close());

function compare(): void {
  const { document } = lab.state;
  if (document === null) throw new Error('no run');
  const track = splitTrack(currentScenario(document), 'expansion.gamma', 5);
  lab.state.setTracks(withTrack(document.tracks, track));
  lab.settle();
  lab.state.compare(TWIN);
}

describe('a comparison stays with its run', () => {
  it('undo across documents: another scenario and back shows the same two runs', () => {
    compare();
    lab.step(10);
    lab.state.openDocument(documentOf({ ...sections, seed: 3 }));
    lab.settle();
    expect(lab.state.comparison).toBeNull();
    lab.undo();
    expect(lab.state.info?.tracks.map(({ id }) => id)).toContain(COMPARISON_ID);
    expect(lab.state.comparison).toEqual(TWIN);
    expect(lab.at).toBe(10);
    lab.redo();
    expect(lab.state.comparison).toBeNull();
    lab.undo();
    expect(lab.state.comparison).toEqual(TWIN);
  });

  it('undo of the comparison itself: gone with its track, and back with it', () => {
    compare();
    lab.undo();
    expect(lab.state.comparison).toBeNull();
    lab.redo();
    expect(lab.state.comparison).toEqual(TWIN);
  });

  it('branches: a run put aside comes back compared, from a saved file too', () => {
    compare();
    lab.step(5);
    lab.state.branch();
    lab.state.openDocument(documentOf({ ...sections, seed: 3 }));
    lab.settle();
    const [{ id }] = lab.state.branches;
    lab.state.openBranch(id);
    lab.settle();
    expect(lab.state.comparison).toEqual(TWIN);
    lab.state.compare({ ...TWIN, mode: 'difference' });
    lab.state.branch();
    const saved = lab.state.save();
    lab.state.openText('saved', saved);
    lab.settle();
    const aside = lab.state.branches.at(-1);
    lab.state.openBranch(aside?.id ?? -1);
    lab.settle();
    expect(lab.state.comparison).toEqual({ ...TWIN, mode: 'difference' });
  });
});

describe('runs meet', () => {
  it('start both here: the engine’s own state, taken back to where it was done and made again', async () => {
    compare();
    lab.step(40);
    lab.change('expansion.gamma', 1.5);
    lab.step(10);
    lab.state.meet();
    await lab.heard();
    const edit = lab.state.info?.document.edits.at(-1);
    expect([edit?.step, edit?.command.kind]).toEqual([50, 'state']);
    const other = (): string =>
      lab.weightsOf(lab.state.info?.tracks.findIndex(({ id }) => id === COMPARISON_ID) ?? -1);
    expect(other()).toBe(lab.weights);
    lab.step(10);
    const then = other();
    lab.undo();
    expect(lab.at).toBe(50);
    expect(other()).not.toBe(lab.weights);
    lab.redo();
    expect(lab.at).toBe(60);
    expect(other()).toBe(then);
    expect(lab.state.comparison).toEqual(TWIN);
    lab.seek(50);
    expect(other()).toBe(lab.weights);
    const saved = lab.state.save();
    lab.state.openText('saved', saved, undefined, 60);
    lab.settle();
    expect(other()).toBe(then);
  });

  it('start both here, wound back: the future that was known is kept as a branch', async () => {
    compare();
    lab.step(40);
    lab.seek(10);
    lab.state.meet();
    await lab.heard();
    expect(lab.state.branches).toHaveLength(1);
    expect(lab.state.branches[0].step).toBe(40);
  });
});

it('runs meet: in the past that the chart of weights draws they have the same weights at that very step', async () => {
  compare();
  lab.step(10);
  lab.state.meet();
  await lab.heard();
  lab.step(5);
  lab.state.watch('weights', { id: 'weight-history', query: { weights: [4] } });
  lab.settle();
  const past = seenAs(lab.state.seen, 'weights', 'weight-history');
  const row = past?.steps.indexOf(10) ?? -1;
  expect(row).toBeGreaterThan(0);
  const valuesAt = (at: number): (number | undefined)[] => (past?.tracks ?? []).map((track) => track[2 * at]);
  const other = lab.state.info?.tracks.findIndex(({ id }) => id === COMPARISON_ID) ?? -1;
  expect(valuesAt(row)[other]).toBe(valuesAt(row)[0]);
  expect(valuesAt(row - 1)[other]).not.toBe(valuesAt(row - 1)[0]);
  expect(valuesAt(row + 1)[other]).not.toBe(valuesAt(row + 1)[0]);
});
