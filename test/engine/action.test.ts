import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import type { ValueOf } from '../../src/engine/observations/index.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import { createSimulation, type Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { heavyBall } from '../../src/physics/observables/momentum.ts';
import { partOf } from '../../src/scenario/sections.ts';
import { FakeHost } from '../helpers/host.ts';
import { documentOf, ringSections, simulate } from '../helpers/run.ts';
import { shippedDocuments } from '../helpers/shipped.ts';

function actionOf(simulation: Simulation, history = new History()): ValueOf<'action'> {
  const observers = new Observers({ simulation, history, kernels: typescriptKernels });
  observers.subscribe({ key: 1, id: 'action' });
  return observers.value(1) as ValueOf<'action'>;
}

/** The action after some steps of a run given by the sections that matter. */
function after(
  steps: number,
  sections: Readonly<Record<string, unknown>>,
  edits: readonly unknown[] = [],
): NonNullable<ValueOf<'action'>> {
  const simulation = simulate(sections, [], edits);
  simulation.advance(steps);
  const action = actionOf(simulation);
  if (action === null) throw new Error('a run without an action');
  return action;
}

/** With inertia, and without noise: where heat shakes no path is stationary. */
const inertial = shippedDocuments().filter(({ document }) => {
  const { firstOrder, noise } = partOf('dynamics', document.scenario.dynamics.kind);
  return !firstOrder && noise === undefined;
});

const other = (path: string, value: number, step: number): unknown => ({
  step,
  command: { kind: 'set', path, value },
});
const poke = (target: string, step: number): unknown => ({
  step,
  command: { kind: 'poke', target, profile: { at: [3], add: [0.4] } },
});

describe('action of a run', () => {
  it.each(inertial)('$id: stationary to 1e-12 of its scale along the run, 200 steps', ({ document }) => {
    const main = createSimulation(document, typescriptKernels, { tracks: 'main' });
    main.advance(200);
    const action = actionOf(main);
    expect(action?.stationarity).toBeGreaterThan(0);
    expect(action?.stationarity).toBeLessThan(1e-12);
    expect(Number.isFinite(action?.value)).toBe(true);
  });

  it('is S_d/h of its positions, Σ μ⁻ⁿ [½(W_{n+1} − W_n)² − ηC(W_n)]/h, to 1e-13', () => {
    const simulation = simulate(ringSections);
    const [track] = simulation.tracks;
    const { mu, eta } = heavyBall(0.3, 0.0625);
    let sum = 0;
    for (let n = 0; n < 40; n++) {
      const before = track.weights.slice();
      const cost = track.cost();
      simulation.advance(1);
      const squares = Float64Array.from(track.weights, (w, i) => (w - before[i]) ** 2).reduce(
        (a, b) => a + b,
      );
      sum += mu ** -n * (squares / 2 - eta * cost);
    }
    const action = actionOf(simulation);
    const value = (action?.value ?? NaN) * Math.exp(action?.logScale ?? NaN);
    expect(Math.abs(value - sum / 0.0625)).toBeLessThan(1e-13 * Math.abs(sum / 0.0625));
  });

  it('stationary through edits of γ, dt and the data, and where a hand kicks or moves the weights', () => {
    const edits = [
      other('expansion.gamma', 1.1, 20),
      other('dynamics.dt', 0.03125, 35),
      other('data.K', 0.9, 50),
      poke('velocity', 60),
      poke('weights', 71),
    ];
    expect(after(100, ringSections, edits).stationarity).toBeLessThan(1e-13);
  });

  it('with one sample at a time: stationary for the cost of the samples at work', () => {
    const single = { ...ringSections, batch: { kind: 'sequence', indices: [0, 1, 1] } };
    expect(after(60, single).stationarity).toBeLessThan(1e-13);
  });

  it('with samples drawn by seed, unbiased: stationary for their cost times L/size', () => {
    const mini = { ...ringSections, batch: { kind: 'mini', size: 1, weight: 'unbiased' } };
    expect(after(60, mini).stationarity).toBeLessThan(1e-13);
  });

  it('by Runge-Kutta steps: stationary up to O(h³) a step alone, not to round-off', () => {
    const of = (dt: number): number =>
      after(4 / dt, { ...ringSections, dynamics: { kind: 'reference', dt } }).stationarity;
    const [coarse, fine] = [of(0.0625), of(0.03125)];
    expect(coarse).toBeGreaterThan(1e-5);
    expect(coarse / fine).toBeGreaterThan(7.6);
    expect(coarse / fine).toBeLessThan(8.4);
  });

  it('descent has none', () => {
    const simulation = simulate({ ...ringSections, dynamics: { kind: 'gradient-descent', dt: 0.0625 } });
    simulation.advance(10);
    expect(actionOf(simulation)).toBeNull();
  });

  it('at the start: no step, nothing to weigh', () => {
    expect(actionOf(simulate(ringSections))).toEqual({ logScale: 0, value: 0, stationarity: 0 });
  });

  it('from a big bang: the weight is 1 on the first step, ln w = 2 ln of t after it', () => {
    const bang = after(64, { ...ringSections, expansion: { kind: 'matter' } });
    expect(bang.stationarity).toBeLessThan(1e-13);
    const [first, last] = [0.5, 63.5];
    expect(Math.abs(bang.logScale - 2 * Math.log(last / first))).toBeLessThan(1e-12);
  });

  it('seen while the run goes, wound back and through an edit: the same bits as asked for at once', () => {
    const host = new FakeHost(0);
    host.send({ type: 'open', run: 1, document: documentOf(ringSections) });
    host.observe('action', {});
    const at = (steps: number, edits: readonly unknown[] = []): unknown => after(steps, ringSections, edits);
    host.send({ type: 'step', run: 1, count: 30 });
    host.turn();
    expect(host.seen('action').at(-1)).toEqual(at(30));
    host.send({ type: 'seek', run: 1, step: 12 });
    host.turn();
    expect(host.seen('action').at(-1)).toEqual(at(12));
    host.send({ type: 'edit', run: 1, edit: 1, command: { kind: 'set', path: 'expansion.gamma', value: 2 } });
    host.send({ type: 'step', run: 1, count: 30 });
    host.turn();
    expect(host.seen('action').at(-1)).toEqual(at(42, [other('expansion.gamma', 2, 12)]));
  });
});
