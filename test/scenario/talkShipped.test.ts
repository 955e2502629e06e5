import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSimulation, type Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { patchSites } from '../../src/scenario/patch.ts';
import { parseTalk } from '../../src/scenario/talk/talk.ts';

/** The example talk: what its titles, lines and notes say, tried on the runs that they stand over. */
const { states } = parseTalk(readFileSync('public/talks/training.json', 'utf8'));
const [descent, viscous, ringing, action, universe, lattice, sources] = states.map(({ document }) =>
  createSimulation(document, typescriptKernels),
);

const until = (run: Simulation, time: number): void =>
  void run.advance(Math.round((time - run.time) / run.dt));
const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.hypot(...Array.from(a, (value, n) => value - b[n]));

describe('the example talk', () => {
  it('seven states with title, line and notes; each line says what its claim is worth, or asks', () => {
    expect(states).toHaveLength(7);
    for (const { title, notes, document } of states) {
      expect(title.length).toBeGreaterThan(10);
      expect(title.length).toBeLessThan(60);
      expect(notes.length).toBeGreaterThan(100);
      expect(document.view.about).toMatch(/^(?:Exact|Approximate|Analogy)\b|\?$/);
    }
  });

  it.each(states.map(({ title, document }, index) => [index + 1, title, document] as const))(
    'state %d, “%s”: its run stands at its step, and runs on for 200 more, finite',
    (_, __, document) => {
      const run = createSimulation(document, typescriptKernels);
      const at = Number(document.view.step ?? 0);
      expect(run.advance(at).blowUp).toBeNull();
      expect(run.step).toBe(at);
      expect(run.advance(200).blowUp).toBeNull();
      expect(run.tracks.every(({ weights }) => weights.every(Number.isFinite))).toBe(true);
    },
  );

  it('1: η = 1/γ = 0.25, one unit of time a step, ηλ at most 1.03', () => {
    expect([descent.gamma(), descent.dt]).toEqual([4, 1]);
    const { K, J } = states[0].document.scenario.data as unknown as { K: number; J: number };
    expect(0.25 * (J + 4 * K)).toBeLessThanOrEqual(1.03);
    const before = Float64Array.from(descent.tracks[0].weights);
    const gradient = new Float64Array(before.length);
    // Quadratic, with its minimum at w = 0: ∂C/∂w = H w.
    descent.tracks[0].system.hessianVector(before, before, 1, gradient);
    descent.advance(1);
    const moved = Array.from(before, (w, n) => w - 0.25 * gradient[n]);
    expect(distance(descent.tracks[0].weights, moved)).toBeLessThan(1e-12);
  });

  it('2: at γ = 10 field and flow part by less than 2 % of the start', () => {
    const start = Math.hypot(...viscous.tracks[0].weights);
    let most = 0;
    while (viscous.time < 30) {
      viscous.advance(4);
      most = Math.max(most, distance(viscous.tracks[0].weights, viscous.tracks[1].weights));
    }
    expect(viscous.gamma()).toBe(10);
    expect(most / start).toBeLessThan(0.02);
    expect(most / start).toBeGreaterThan(0.001);
  });

  it('3: ω = 0.607, critical at 2ω = 1.21; marks of the ring at 1.10 and 4.15', () => {
    const { K, J } = states[2].document.scenario.data as unknown as { K: number; J: number };
    const { N } = states[2].document.scenario.system as unknown as { N: number };
    const omega = Math.sqrt(J + 4 * K * Math.sin((Math.PI * 2) / N) ** 2);
    expect(omega).toBeCloseTo(0.607, 3);
    expect(2 * omega).toBeCloseTo(1.21, 2);
    expect([2 * Math.sqrt(J), 2 * Math.sqrt(J + 4 * K)].map((mark) => mark.toFixed(2))).toEqual([
      '1.10',
      '4.15',
    ]);
    // It swings: its height changes sign.
    const [height] = ringing.tracks[0].weights;
    until(ringing, Math.PI / omega);
    expect(Math.sign(ringing.tracks[0].weights[0])).toBe(-Math.sign(height));
  });

  it('4: half a period is 5.25, and the saved place lies beyond it', () => {
    action.advance(96);
    expect(action.time).toBe(12);
    expect(Math.PI / Math.sqrt(0.607 ** 2 - 0.1 ** 2)).toBeCloseTo(5.25, 2);
  });

  it('5: H = γ/d on a ring, d = 1; ln √−g = γt', () => {
    universe.advance(200);
    expect(universe.efolds()).toBeCloseTo(universe.gamma() * universe.time, 9);
  });

  it('6: it follows its field, and halving the spacing makes the early difference about four times smaller', () => {
    const apart = (run: Simulation, time: number): number => {
      until(run, time);
      const [main, field] = run.tracks;
      const shown = new Float32Array(field.shown.count);
      field.shown.write(shown);
      return distance(main.weights, shown) / Math.hypot(...main.weights);
    };
    const { document } = states[5];
    const finer = createSimulation(patchSites(document, 64), typescriptKernels);
    const [coarse, fine] = [apart(lattice, 3), apart(finer, 3)];
    expect(coarse).toBeLessThan(0.1);
    expect(coarse / fine).toBeGreaterThan(3.5);
    expect(coarse / fine).toBeLessThan(4.5);
    // Ripples fall behind: later they are further apart.
    expect(apart(lattice, 6)).toBeGreaterThan(1.5 * coarse);
  });

  it('7: six samples alone make the coupling of every bond and the source of every site, and the space uneven', () => {
    expect(states[6].document.scenario.data).toMatchObject({ kind: 'smooth-random', samples: 6 });
    const { K, J } = sources.tracks[0].system.couplings(null) ?? { K: [], J: [] };
    expect([K.length, J.length]).toEqual([64, 64]);
    expect(Math.min(...K)).toBeGreaterThan(0);
    expect(Math.max(...K) / Math.min(...K)).toBeGreaterThan(2);
  });
});
