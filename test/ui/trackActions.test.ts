import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { currentScenario } from '../../src/scenario/patch.ts';
import { COMPARISON_ID, splitTrack, trackChoices } from '../../src/scenario/trackChoices.ts';
import type { TrackDeclaration } from '../../src/scenario/types.ts';
import { addTrack, setSites, startComparison, stopComparison } from '../../src/ui/controls/trackActions.ts';
import { useLab } from '../../src/store/index.ts';
import { documentOf } from '../helpers/run.ts';
import { sections, StoreLab } from '../store/lab.ts';

let lab: StoreLab;
beforeEach(() => {
  lab = new StoreLab();
});
afterEach(() => lab.close());

function faster(): TrackDeclaration {
  const { document } = lab.state;
  if (document === null) throw new Error('no run');
  return splitTrack(currentScenario(document), 'expansion.gamma', 5);
}

function ghost(): TrackDeclaration {
  const facts = { quadratic: true, weightCount: 12, dt: 0.0625 };
  const found = trackChoices(documentOf(sections).scenario, facts).find(({ name }) => name === 'ghost');
  if (found?.declaration == null) throw new Error('no ghost');
  return found.declaration;
}

/** Lets the worker do one thing after another, for it never rests while a run plays. */
function until(condition: () => boolean): void {
  for (let message = 0; message < 40 && !condition(); message++) lab.deliver();
  expect(condition()).toBe(true);
}

function playing(): void {
  lab.state.play();
  until(() => lab.state.playing);
}

const ids = (): readonly string[] => lab.state.info?.tracks.map(({ id }) => id) ?? [];

describe('a comparison', () => {
  it('is shown when its run is there, however late, and whatever the run before still tells', async () => {
    const before = lab.state.info;
    startComparison(faster(), 'twin');
    vi.advanceTimersByTime(60_000);
    // As after a change of the run before, whose facts were on their way.
    if (before !== null) useLab.setState({ info: { ...before } });
    expect(lab.state.comparison).toBeNull();
    await lab.heard();
    expect(lab.state.comparison).toEqual({ track: COMPARISON_ID, mode: 'twin' });
  });

  it('that was stopped, or asked for anew, before it was there: the hand’s last word holds', async () => {
    startComparison(faster(), 'twin');
    stopComparison();
    await lab.heard();
    expect(lab.state.comparison).toBeNull();
    startComparison(faster(), 'twin');
    startComparison(faster(), 'difference');
    await lab.heard();
    expect(lab.state.comparison).toEqual({ track: COMPARISON_ID, mode: 'difference' });
  });

  it('begun while another scenario is opened leaves that one as it is, at rest', async () => {
    playing();
    startComparison(faster(), 'twin');
    lab.state.openDocument(documentOf({ ...sections, seed: 3 }));
    await lab.heard();
    expect([lab.state.comparison, lab.state.playing, lab.at]).toEqual([null, false, 0]);
  });
});

describe('a run that plays', () => {
  it.each([
    ['with another track', () => addTrack(ghost()), () => ids().includes('ghost')],
    ['on more sites', () => setSites(24), () => lab.state.info?.tracks[0].weightCount === 24],
  ])('plays on %s', (_, act, there) => {
    playing();
    act();
    until(there);
    until(() => lab.state.playing);
    lab.state.pause();
    lab.settle();
  });
});
