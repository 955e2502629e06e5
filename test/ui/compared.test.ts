import { describe, expect, it } from 'vitest';
import { currentScenario } from '../../src/scenario/patch.ts';
import { scenarioTrack, splitTrack } from '../../src/scenario/trackChoices.ts';
import type { RunDocument } from '../../src/scenario/types.ts';
import { comparedWords, type PresentRun } from '../../src/store/index.ts';
import { acrossCritical } from '../../src/ui/dialogs/compare.ts';
import { comparisonWords, trackName } from '../../src/ui/trackNames.ts';
import { documentOf } from '../helpers/run.ts';

const run = documentOf({
  system: { kind: 'ring-shared', N: 12 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  expansion: { kind: 'de-sitter', gamma: 0.2 },
});
/** A run as the store holds it. */
const present = (document: RunDocument): PresentRun => ({ document, scenario: currentScenario(document) });
const SLIDER = [0.01, 20] as const;

describe('a second friction', () => {
  // 2√(J + 4K) and 2√J of the ring: 5.44 and 1.55.
  const modes = { slowest: 2 * Math.sqrt(0.6), fastest: 2 * Math.sqrt(0.6 + 6.8) };
  it('lies across the critical one: from 0.2 at 7, where no mode swings, from 8 at 0.6, where all do', () => {
    expect(acrossCritical(0.2, modes, SLIDER)).toBe(7);
    expect(acrossCritical(8, modes, SLIDER)).toBe(0.6);
    for (let gamma = 0.1; gamma < 9; gamma += 0.17) {
      const other = acrossCritical(gamma, modes, SLIDER) ?? NaN;
      if (gamma < modes.fastest) expect(other).toBeGreaterThan(modes.fastest);
      else expect(other).toBeLessThan(modes.slowest);
    }
  });
  it('is not made up where the critical one is not known, or off the slider', () => {
    expect(acrossCritical(0.2, { slowest: null, fastest: null }, SLIDER)).toBeNull();
    expect(acrossCritical(0.2, { slowest: 1, fastest: 40 }, SLIDER)).toBeNull();
  });
});

describe('two runs that are compared', () => {
  it('are called by their values: γ = 0.2 and γ = 5', () => {
    const track = splitTrack(currentScenario(run), 'expansion.gamma', 5);
    const compared = present({ ...run, tracks: [track] });
    expect(comparedWords(compared)).toEqual({ main: 'γ = 0.2', other: 'γ = 5' });
    expect(comparisonWords(compared)?.short).toBe('γ = 5');
    const dynamics = 'second-order';
    expect(trackName({ id: 'main', role: 'second', dynamics }, compared)).toBe('γ = 0.2');
    expect(trackName({ id: 'compare', role: 'other', dynamics }, compared)).toBe('γ = 5');
    expect(trackName({ id: 'main', role: 'second', dynamics }, present(run))).toBe('Second order');
  });
  it('follow the run: friction raised to 3 is γ = 3, with the edits in force', () => {
    const track = splitTrack(currentScenario(run), 'expansion.gamma', 5);
    const command = { kind: 'set', path: 'expansion.gamma', value: 3 } as const;
    const compared = present({ ...run, tracks: [track], edits: [{ step: 4, command }] });
    expect(comparedWords(compared)?.main).toBe('γ = 3');
  });
  it('are told apart however near they are, and whatever kind of value it is', () => {
    const scenario = currentScenario(run);
    const words = (path: string, value: unknown) =>
      comparedWords(present({ ...run, tracks: [splitTrack(scenario, path, value)] }));
    expect(words('expansion.gamma', 0.2000001)).toEqual({ main: 'γ = 0.2', other: 'γ = 0.2000001' });
    expect(words('expansion.gamma', 1e-300)).toEqual({ main: 'γ = 0.2', other: 'γ = 1×10⁻³⁰⁰' });
    const section = (name: 'dynamics' | 'initial', part: Record<string, unknown>) =>
      comparedWords(
        present({
          ...run,
          scenario: { ...scenario, [name]: { ...scenario[name], ...part } },
          tracks: [{ id: 'compare', role: 'other', sections: { [name]: scenario[name] } }],
        }),
      );
    for (const substeps of ['auto', 4]) {
      const named = section('dynamics', { substeps });
      expect(`${named?.main} ${named?.other}`).not.toMatch(/null|undefined|object/);
    }
  });
  it('keep the main run’s name where they differ in more than one thing', () => {
    const other = documentOf({
      system: { kind: 'ring-shared', N: 16 },
      data: { kind: 'uniform-bonds', K: 1, J: 1 },
      expansion: { kind: 'de-sitter', gamma: 2 },
    }).scenario;
    const compared = present({ ...run, tracks: [scenarioTrack(run.scenario, other)] });
    expect(comparedWords(compared)?.main).toBeNull();
  });
});
