import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { Simulation } from '../../src/engine/simulation.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import {
  canSplit,
  differenceOf,
  scenarioTrack,
  splitTrack,
  trackChoices,
  withTrack,
} from '../../src/scenario/trackChoices.ts';
import type { Scenario } from '../../src/scenario/types.ts';

const facts = { quadratic: true, weightCount: 96, dt: 0.0625 };

function scenario(sections: object = {}): Scenario {
  return parseRunDocument(JSON.stringify({ version: 1, system: { kind: 'ring-shared', N: 16 }, ...sections }))
    .scenario;
}
function obstacle(run: Scenario, name: string, known = facts): string | null | undefined {
  return trackChoices(run, known).find((choice) => choice.name === name)?.obstacle;
}

describe('track choices', () => {
  it('a damped ring: all five are possible', () => {
    expect(trackChoices(scenario(), facts).map((choice) => choice.obstacle)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
  it('flat space: no rate 1/γ, so neither ghost nor textbook steps', () => {
    const flat = scenario({ expansion: { kind: 'flat' } });
    expect(obstacle(flat, 'ghost')).toBe('no-friction');
    expect(obstacle(flat, 'descent')).toBe('no-friction');
    expect(obstacle(flat, 'theory')).toBeNull();
  });
  it('exact theory: only quadratic, full batch, constant friction, at most 512 weights', () => {
    const run = scenario();
    expect(obstacle(run, 'theory', { ...facts, quadratic: false })).toBe('not-quadratic');
    expect(obstacle(run, 'theory', { ...facts, weightCount: 513 })).toBe('too-many-weights');
    expect(obstacle(run, 'theory', { ...facts, weightCount: 512 })).toBeNull();
    const bang = scenario({ expansion: { kind: 'power-law', n: 2, t0: 1 } });
    expect(obstacle(bang, 'theory')).toBe('changing-friction');
    const turns = scenario({ batch: { kind: 'sequence', indices: [0, 1] } });
    expect(obstacle(turns, 'theory')).toBe('changing-samples');
  });
  it('a clock slower than the textbook: no unit steps', () => {
    expect(obstacle(scenario(), 'descent', { ...facts, dt: 2 })).toBe('coarse-clock');
    expect(obstacle(scenario(), 'descent', { ...facts, dt: 1 })).toBeNull();
  });

  const folder = new URL('../../public/scenarios/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');
  it.each(files)('%s: every choice that is offered runs', (file) => {
    const document = parseRunDocument(readFileSync(new URL(file, folder), 'utf8'));
    const kernels = typescriptKernels;
    const main = new Simulation(document, kernels, { tracks: 'main' });
    const [track] = main.tracks;
    const choices = trackChoices(document.scenario, {
      quadratic: track.system.couplings(null) !== null,
      weightCount: track.system.weightCount,
      dt: main.dt,
    });
    for (const { declaration } of choices) {
      if (declaration === null) continue;
      const tracks = withTrack([], declaration);
      const run = new Simulation({ ...document, tracks }, kernels);
      expect(run.advance(1).blowUp, declaration.id).toBeNull();
    }
  });
});

describe('comparison', () => {
  it('split: the same run with one parameter changed', () => {
    const run = scenario();
    const track = splitTrack(run, 'expansion.gamma', 2);
    expect(track).toMatchObject({ id: 'compare', role: 'other' });
    expect(track.sections.expansion).toEqual({ ...run.expansion, gamma: 2 });
    expect(differenceOf(run, track)).toMatchObject({ name: 'gamma', symbol: 'γ', value: 2 });
  });
  it('split: live numbers only, and never the step of the clock', () => {
    const run = scenario();
    expect(canSplit(run, 'expansion.gamma')).toBe(true);
    expect(canSplit(run, 'dynamics.dt')).toBe(false);
    expect(canSplit(run, 'system.N')).toBe(false);
    expect(() => splitTrack(run, 'dynamics.dt', 1)).toThrow(/live number/);
    expect(() => splitTrack(run, 'expansion.nothing', 1)).toThrow(/live number/);
  });
  it('scenario: another run on this clock, refused where it starts at another time', () => {
    const run = scenario();
    const other = scenario({ system: { kind: 'ring-perceptron', N: 8 } });
    const track = scenarioTrack(run, other);
    expect(track.sections.system).toEqual(other.system);
    expect(differenceOf(run, track)).toMatchObject({ section: 'system', name: null });
    const later = scenario({ expansion: { kind: 'de-sitter', gamma: 0.3, t0: 2 } });
    expect(() => scenarioTrack(run, later)).toThrow(/expansion\.t0/);
  });
  it('difference: none where a track says the same again', () => {
    const run = scenario();
    expect(differenceOf(run, { id: 'x', role: 'other', sections: { system: run.system } })).toBeNull();
  });
  it('list: a comparison takes the place of the one before it', () => {
    const run = scenario();
    const tracks = withTrack(
      withTrack([], splitTrack(run, 'expansion.gamma', 2)),
      splitTrack(run, 'expansion.gamma', 3),
    );
    expect(tracks.map((track) => track.sections.expansion?.gamma)).toEqual([3]);
  });
});
