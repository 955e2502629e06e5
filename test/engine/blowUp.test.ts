import { describe, expect, it } from 'vitest';
import { largestStableStep } from '../../src/engine/clockLimits.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import { History } from '../../src/engine/history.ts';
import { triedRemedy } from '../../src/engine/trial.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { isSteady } from '../../src/scenario/expansion.ts';
import { countModes, denseSpectrum } from '../../src/physics/spectrum.ts';
import { systems } from '../../src/physics/systems.ts';
import { caseDocument } from '../helpers/cases.ts';
import { bits, documentOf, simulate } from '../helpers/run.ts';

const unstable = {
  system: { kind: 'ring-shared', N: 16 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'noise' },
  expansion: { kind: 'de-sitter', gamma: 0.3 },
  dynamics: { kind: 'second-order', dt: 1 },
};
const amplitude = (weights: ArrayLike<number>): number =>
  Math.max(...Array.from(weights, (weight) => Math.abs(weight)));

describe('blow-up', () => {
  it('is caught while it can be seen: a thousand times the start, neighbours of opposite signs', () => {
    const simulation = simulate(unstable);
    const start = amplitude(simulation.tracks[0].weights);
    const { done, blowUp } = simulation.advance(100_000);
    expect(done).toBe(simulation.step);
    expect(blowUp?.step).toBe(done);
    expect(blowUp?.time).toBe(done);
    expect(blowUp?.growth).toBeGreaterThan(1e3);
    expect(blowUp?.growth).toBeLessThan(1e4);
    expect(amplitude(simulation.tracks[0].weights) / start).toBe(blowUp?.growth);
    const weights = Array.from(simulation.tracks[0].weights);
    const turns = weights.filter((weight, n) => weight * weights[(n + 1) % 16] < 0);
    expect(turns.length).toBeGreaterThan(10);
    // J + 4K = 7.4; the bound h tanh(gamma h/2) < 2 gamma/lambda allows h = 0.74 at most.
    expect(blowUp?.curvature).toBeCloseTo(7.4, 10);
    expect(blowUp?.bound).toMatchObject({ step: 1, rule: 'kick-drift-kick' });
    expect(blowUp?.largestStableStep).toBeLessThan(0.8);
    expect(blowUp?.remedy?.path).toBe('dynamics.dt');
    expect(Number(blowUp?.remedy?.value)).toBeLessThan(blowUp?.largestStableStep ?? 0);
  });

  it('at the same step and bits however the run is sliced, or wound back', () => {
    const whole = simulate(unstable);
    const { done, blowUp } = whole.advance(100_000);
    for (const slice of [1, 3, 7, 32]) {
      const sliced = simulate(unstable);
      let last = sliced.advance(slice);
      while (last.blowUp === null) last = sliced.advance(slice);
      expect(sliced.step).toBe(done);
      expect(last.blowUp).toEqual(blowUp);
      expect(bits(sliced.tracks[0].weights)).toBe(bits(whole.tracks[0].weights));
    }
    const wound = simulate(unstable);
    wound.advance(2);
    const snapshot = wound.snapshot();
    wound.advance(100_000);
    wound.restore(snapshot);
    expect(wound.advance(100_000).blowUp).toEqual(blowUp);
    expect(wound.step).toBe(done);
  });

  it('of a cost that bends growth is looked for at every 32nd step, however the run is sliced', () => {
    const net = {
      system: { kind: 'dense', sizes: [2, 8, 1], activation: 'tanh' },
      data: { kind: 'xor' },
      initial: { kind: 'random', scale: 0.3 },
      dynamics: { kind: 'second-order', dt: 0.4 },
      expansion: { kind: 'de-sitter', gamma: 0.3 },
    };
    const whole = simulate(net);
    expect(whole.advance(3000).blowUp?.growth).toBeGreaterThan(1e6);
    expect(whole.step).toBe(64);
    for (const slice of [1, 33, 47]) {
      const sliced = simulate(net);
      while (sliced.advance(slice).blowUp === null);
      expect(sliced.step).toBe(64);
      expect(bits(sliced.tracks[0].weights)).toBe(bits(whole.tracks[0].weights));
    }
  });

  it('one step that leaps to infinity: the last finite state stands', () => {
    const { dynamics: _, ...rest } = unstable;
    const simulation = simulate({ ...rest, dynamics: { kind: 'second-order', dt: 1e160 } });
    const { done, blowUp } = simulation.advance(10);
    expect(blowUp?.growth).toBeNull();
    expect(blowUp?.step).toBe(done + 1);
    expect(simulation.tracks[0].weights.every(Number.isFinite)).toBe(true);
  });

  it('when one track is caught, all stand at the same step', () => {
    const tracks = [
      { id: 'descent', role: 'descent', sections: { dynamics: { kind: 'gradient-descent', dt: 1, eta: 3 } } },
    ];
    const stable = { ...unstable, dynamics: { kind: 'second-order', dt: 0.125 } };
    const simulation = simulate(stable, tracks);
    const { done, blowUp } = simulation.advance(100_000);
    expect(blowUp).toMatchObject({ track: 'descent', remedy: null });
    // Its jumps are 1 long on any clock.
    expect(blowUp?.bound).toMatchObject({ step: 1, follows: false, rule: 'euler' });
    const alone = simulate(stable);
    alone.advance(done);
    expect(bits(simulation.tracks[0].weights)).toBe(bits(alone.tracks[0].weights));
    expect(simulation.tracks[1].weights.every(Number.isFinite)).toBe(true);
  });

  it('growth that the theory has is let be: a saddle under a stable step, 10⁶ times the start', () => {
    const run = simulate({
      system: { kind: 'scalar-field-1d', N: 16, K: 0.1, J: -1 },
      initial: { kind: 'bump', amplitude: 1e-3 },
      dynamics: { kind: 'second-order', dt: 0.125 },
      expansion: { kind: 'de-sitter', gamma: 0.1 },
    });
    expect(run.advance(120).blowUp).toBeNull();
    const late = run.advance(120);
    expect(late.blowUp).toBeNull();
    expect(amplitude(run.tracks[0].weights)).toBeGreaterThan(1e6 * 1e-3);
  });

  it('edits and starts from zero have scales of their own', () => {
    const stable = { ...unstable, dynamics: { kind: 'second-order', dt: 0.5 } };
    const run = simulate(stable);
    run.advance(200);
    const before = amplitude(run.tracks[0].weights);
    run.edit({ kind: 'set', path: 'dynamics.dt', value: 1 });
    const { blowUp } = run.advance(1000);
    expect((blowUp?.growth ?? 0) * before).toBeCloseTo(amplitude(run.tracks[0].weights), 9);
    const zero = simulate({
      system: { kind: 'scalar-field-1d', N: 16, K: 1, J: 1, force: 'bump' },
      initial: { kind: 'zero' },
      dynamics: { kind: 'second-order', dt: 1.5 },
      expansion: { kind: 'flat' },
    });
    expect(zero.advance(1000).blowUp?.growth).toBeGreaterThan(1e3);
  });

  it('descent beyond 2/λ at the start that settles elsewhere (07) is not stopped: xor at ηλ = 2.5', () => {
    const run = createSimulation(caseDocument('07'), typescriptKernels);
    const [main] = run.tracks;
    expect(main.curvature / 6.86).toBeGreaterThan(2);
    const start = main.cost();
    expect(run.advance(4000).blowUp).toBeNull();
    expect(main.cost()).toBeLessThan(0.2 * start);
  });
});

/** Sizes of a system that leave the test short. */
function smallSections(kind: string): object {
  const declared = systems[kind as keyof typeof systems].parameters;
  const small: Record<string, unknown> = {
    N: 8,
    rows: 4,
    columns: 6,
    depth: 3,
    sizes: [2, 4, 1],
    channels: [2],
  };
  const settings = Object.entries(small).filter(([name]) => name in declared);
  return { kind, ...Object.fromEntries(settings) };
}

/** A run over its bound of every system and kind of dynamics that has a remedy. */
const histories = [
  { kind: 'de-sitter', gamma: 0.5 },
  { kind: 'flat' },
  { kind: 'power-law', n: 0.5, t0: 1 },
  { kind: 'inverse', eta0: 2, k: 0.1 },
];
describe('remedy: below the bound beside it, and it holds', () => {
  for (const system of Object.keys(systems)) {
    for (const dynamics of ['second-order', 'gradient-flow', 'gradient-descent']) {
      it(`${system}, ${dynamics}, in ${histories.length} histories`, () => {
        for (const expansion of histories) {
          const flat = expansion.kind === 'flat' && dynamics !== 'second-order';
          const rate = flat ? { eta: 0.5 } : {};
          const document = documentOf({
            system: smallSections(system),
            initial: { kind: 'random' },
            dynamics: { kind: dynamics, dt: 1, ...rate },
            expansion,
          });
          const probe = createSimulation(document, typescriptKernels, { tracks: 'main' });
          const largest = largestStableStep(probe, 0) ?? 1;
          const sections = { ...document.scenario.dynamics, dt: 3 * largest };
          const wild = { ...document, scenario: { ...document.scenario, dynamics: sections }, tracks: [] };
          const run = createSimulation(wild, typescriptKernels);
          const history = new History();
          history.add(run.snapshot());
          const { blowUp } = run.advance(1000);
          // Of a cost that is not quadratic a step over the bound may settle elsewhere; friction that grows lifts it.
          if (blowUp === null) {
            const quadratic = probe.tracks[0].system.couplings(null) !== null;
            expect(quadratic && isSteady(document.scenario), JSON.stringify(expansion)).toBe(false);
            continue;
          }
          const good = history.first;
          if (good === undefined || blowUp.remedy === null) {
            expect(blowUp.bound === null || blowUp.bound.step < blowUp.bound.largest).toBe(true);
            continue;
          }
          const tried = triedRemedy(wild, typescriptKernels, good, blowUp);
          if (tried === null) {
            // Nothing holds where the theory itself runs away.
            const { system: made, weights } = probe.tracks[0];
            expect(countModes(denseSpectrum(made, weights), 1, 0).growing).toBeGreaterThan(0);
            continue;
          }
          if (tried.path === 'dynamics.dt') expect(tried.value).toBeLessThan(blowUp.largestStableStep ?? 0);
          const again = createSimulation(wild, typescriptKernels);
          again.edit({ kind: 'set', path: tried.path, value: tried.value });
          expect(again.advance(150).blowUp, JSON.stringify([expansion, tried])).toBeNull();
        }
      });
    }
  }

  it('a flow where friction fades (02): sub-steps that follow, for no fixed step stays stable', () => {
    const run = createSimulation(caseDocument('02'), typescriptKernels);
    const history = new History();
    history.add(run.snapshot());
    const { blowUp } = run.advance(100_000);
    expect(blowUp?.remedy).toEqual({ path: 'dynamics.substeps', value: 'auto' });
    expect(blowUp?.largestStableStep).toBeLessThan(run.dt);
    const again = createSimulation(caseDocument('02'), typescriptKernels);
    again.edit({ kind: 'set', path: 'dynamics.substeps', value: 'auto' });
    expect(again.advance(400).blowUp).toBeNull();
  });

  it('what does not hold is not offered: a step of twice the bound is halved until it does', () => {
    const run = simulate(unstable);
    const good = run.snapshot();
    const { blowUp } = run.advance(1000);
    if (blowUp === null) throw new Error('the run did not blow up');
    const wrong = { ...blowUp, remedy: { path: 'dynamics.dt', value: 1.5 } } as const;
    expect(triedRemedy(run.document, typescriptKernels, good, wrong)?.value).toBe(0.375);
  });
});
