import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import type { Dispersion } from '../../src/engine/observations/index.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import type { Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { simulate } from '../helpers/run.ts';

type Sections = Readonly<Record<string, unknown>>;

function watched(sections: Sections, before = 0) {
  const simulation = simulate(sections);
  const history = new History();
  history.add(simulation.snapshot());
  simulation.advance(before);
  const observers = new Observers({ simulation, history, kernels: typescriptKernels });
  observers.subscribe({ key: 1, id: 'dispersion' });
  const value = () => observers.value(1) as Dispersion;
  const advance = (steps: number) => {
    for (let n = 0; n < steps; n++) {
      observers.next();
      simulation.advance(1);
      observers.keep();
    }
  };
  value();
  return { simulation, observers, value, advance };
}

function measure(sections: Sections, steps: number): { seen: Dispersion; run: Simulation } {
  const { simulation, value, advance } = watched(sections);
  advance(steps);
  return { seen: value(), run: simulation };
}

/** Every mode that was measured is where it has to be, within so many of its errors. */
function expectExact({ omega2, measured, gamma }: Dispersion, errors: number, least: number): void {
  let count = 0;
  omega2.forEach((exact, mode) => {
    const { omega2: found, omega2Error, gamma: drag, gammaError } = measured;
    if (Number.isNaN(found[mode])) return;
    expect(Math.abs(found[mode] - exact), `mode ${mode}`).toBeLessThan(errors * omega2Error[mode] + 1e-6);
    if (Math.abs(exact) > 1e-9) {
      expect(Math.abs(drag[mode] - gamma), `γ ${mode}`).toBeLessThan(errors * gammaError[mode] + 1e-6);
    }
    count++;
  });
  expect(count).toBeGreaterThanOrEqual(least);
}

const deSitter = (gamma: number) => ({ expansion: { kind: 'de-sitter', gamma } });
const shaken = { initial: { kind: 'random', scale: 1, velocityScale: 1 } };
const uniform = { data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 } };
const ring = { system: { kind: 'ring-shared', N: 24 }, ...uniform, ...shaken };
const constant = (values: readonly number[], N: number) =>
  values.map((value) => Array<number>(N).fill(value));

describe('dispersion: what is measured of a run lies on the exact bands', () => {
  it.each([
    ['uniform ring, swinging', { ...ring, ...deSitter(0.3) }, 'phase', 13],
    ['uniform ring, creeping', { ...ring, ...deSitter(6) }, 'phase', 13],
    [
      'torus',
      { ...ring, system: { kind: 'torus-shared', rows: 6, columns: 8 }, ...deSitter(0.3) },
      'grid',
      20,
    ],
    [
      'Example 1: flat bands',
      {
        system: { kind: 'ring-perceptron', N: 12 },
        data: { kind: 'explicit', X: constant([1, 0.4], 12), Y: constant([0, 0], 12) },
        ...shaken,
        ...deSitter(0.3),
      },
      'phase',
      14,
    ],
    [
      'data that are nowhere alike',
      { ...ring, data: { kind: 'smooth-random' }, ...deSitter(0.3) },
      'number',
      24,
    ],
    ['no friction', { ...ring, expansion: { kind: 'flat' } }, 'phase', 13],
    ['matter, γ = 2/t', { ...ring, initial: { kind: 'random' }, expansion: { kind: 'matter' } }, 'phase', 13],
    [
      'redshift',
      {
        ...ring,
        system: { kind: 'scalar-field-1d', N: 24, K: 1.7, J: 0.6, redshift: 'physical' },
        data: { kind: 'none' },
        ...deSitter(0.3),
      },
      'phase',
      13,
    ],
  ])('%s: within 1.6 of the errors, which are the step’s own (hω)²/12', (_name, sections, axis, least) => {
    const { seen, run } = measure(sections, 240);
    expect(seen).toMatchObject({ axis, obstacle: null, complete: true, bent: 0 });
    expectExact(seen, 1.6, least);
    const h = run.dt;
    seen.omega2.forEach((exact, mode) => {
      // Flat modes have no error of the step: theirs is round-off.
      if (!(exact > 1e-9)) return;
      // The fastest mode of them all has ω² < 40.
      expect(seen.measured.omega2Error[mode]).toBeLessThan(exact * (h * h * 40 * 0.1 + 1e-4));
    });
  });
  it('the errors shrink with the step: the run of RK4 steps lies on the ring’s band to 1e-6', () => {
    const { seen } = measure({ ...ring, dynamics: { kind: 'reference', dt: 0.125 }, ...deSitter(0.3) }, 200);
    seen.omega2.forEach((exact, m) =>
      expect(Math.abs(seen.measured.omega2[m] / exact - 1)).toBeLessThan(1e-6),
    );
    seen.measured.gamma.forEach((gamma) => expect(gamma).toBeCloseTo(0.3, 6));
  });
  it('Example 2 at its saddle: growing, creeping and swinging modes on the roots of the cubic, while waves are small', () => {
    const { seen } = measure(
      {
        system: { kind: 'ring-two-layer', N: 12, p: 0.4, q: 0.9, r: 0.3 },
        data: { kind: 'explicit', X: constant([1, -1], 12), Y: constant([1, -1], 12) },
        initial: { kind: 'random', scale: 1e-7 },
        ...deSitter(1),
      },
      90,
    );
    expect(seen).toMatchObject({ axis: 'phase', cell: 4, everywhere: false, obstacle: null });
    // g = 4·0.3², f = −2√2·0.9·2: at κ = π λ is ±7.2, 2g = 0.72 and 0.
    const edge = [...seen.omega2].slice(-4);
    [-7.2, 0, 0.72, 7.2].forEach((exact, band) => expect(edge[band]).toBeCloseTo(exact, 10));
    const { omega2, omega2Error } = seen.measured;
    let grown = 0;
    seen.omega2.forEach((exact, mode) => {
      if (Number.isNaN(omega2[mode])) return;
      expect(Math.abs(omega2[mode] - exact), `mode ${mode}`).toBeLessThan(4 * omega2Error[mode] + 1e-6);
      if (exact < -1 && omega2Error[mode] < 0.15) grown++;
    });
    expect(grown).toBe(7);
  });
  it('waves that grow large are measured no more, and counted', () => {
    const sections = {
      system: { kind: 'ring-two-layer', N: 6, p: 0.4, q: 0.9, r: 0.3 },
      data: { kind: 'explicit', X: constant([1, -1], 6), Y: constant([1, -1], 6) },
      initial: { kind: 'random', scale: 1e-3 },
      ...deSitter(1),
    };
    const { seen, run } = measure(sections, 200);
    expect(seen.bent).toBe(seen.x.length);
    expect(seen.until).toBeLessThan(run.time / 2);
  });
});

describe('dispersion: what it is asked of', () => {
  it('wound back, nothing is said of the time that is no more; then what is measured up to there', () => {
    const { simulation, observers, advance, value } = watched({ ...ring, ...deSitter(0.3) });
    advance(60);
    expect(value().until).toBe(simulation.time);
    const { step } = simulation;
    simulation.restore(simulate({ ...ring, ...deSitter(0.3) }).snapshot());
    simulation.advance(20);
    observers.refresh();
    const [[, now]] = observers.answers(1e9) as [[number, Dispersion]];
    expect(simulation.step).toBeLessThan(step);
    expect([now.x.length, now.complete]).toEqual([0, false]);
    expect(value().until).toBe(simulation.time);
  });

  it('asked for late, or wound back and forth, it says what it said from the start, to the last bit', () => {
    const sections = { ...ring, ...deSitter(0.3) };
    const early = measure(sections, 150).seen;
    const late = watched(sections, 150);
    expect(late.value()).toEqual(early);
    late.simulation.advance(30);
    late.value();
    late.advance(20);
    expect(late.value()).toEqual(measure(sections, 200).seen);
  });
  it('after an edit it begins anew, at the couplings that are in force', () => {
    const { simulation, observers, value, advance } = watched({ ...ring, ...deSitter(0.3) });
    advance(60);
    simulation.edit({ kind: 'set', path: 'data.K', value: 3 });
    observers.truncate();
    value();
    advance(120);
    const seen = value();
    expect(seen.from).toBe(60 * simulation.dt);
    expect(seen.omega2.at(-1)).toBeCloseTo(12.6, 10);
    expectExact(seen, 1.6, 13);
  });
  it.each([
    ['no inertia', { ...ring, dynamics: { kind: 'gradient-flow' }, ...deSitter(2) }, 'first-order'],
    ['samples in turn', { ...ring, batch: { kind: 'sequence', indices: [0, 1] }, ...deSitter(2) }, 'samples'],
    [
      'too many weights for a Hessian',
      { system: { kind: 'ring-shared', N: 300 }, data: { kind: 'smooth-random' } },
      'no-modes',
    ],
  ])('%s: nothing is measured, and why', (_name, sections, obstacle) => {
    expect(measure(sections, 3).seen).toMatchObject({ obstacle, complete: false });
  });
});

describe('a few modes through time, over their closed forms', () => {
  const field = (more: Sections) => ({
    system: { kind: 'scalar-field-1d', N: 24, K: 4, J: 0.3, ...more },
    data: { kind: 'none' },
    ...shaken,
    dynamics: { kind: 'second-order', dt: 1 / 64 },
  });
  it.each([
    ['constant friction', { ...ring, ...deSitter(0.3), dynamics: { kind: 'second-order', dt: 1 / 64 } }],
    ['matter', { ...field({}), expansion: { kind: 'matter', t0: 1 } }],
    [
      'true de Sitter',
      { ...field({ redshift: 'physical' }), expansion: { kind: 'de-sitter', gamma: 0.6, d: 3 } },
    ],
    [
      'a dust universe with redshift',
      { ...field({ redshift: 'physical', J: 0 }), expansion: { kind: 'matter', t0: 1, d: 3 } },
    ],
  ] as const)('%s: the run keeps to them to the second order of its step', (_name, sections) => {
    const { seen } = measure(sections, 640);
    const { modes, times, measured, exact } = seen.tracks;
    expect(modes.length).toBeGreaterThanOrEqual(2);
    expect(times).toHaveLength(321);
    expect(times[320] - times[0]).toBeCloseTo(10, 12);
    let drawn = 0;
    modes.forEach((_mode, n) => {
      const course = exact[n];
      if (course === null) return;
      drawn++;
      const size = Math.max(...measured[n].map(Math.abs));
      course.forEach((value, row) => {
        expect(Math.abs(value - measured[n][row]), `mode ${n}, row ${row}`).toBeLessThan(5e-3 * size);
      });
    });
    expect(drawn).toBeGreaterThanOrEqual(2);
  });

  it('from the big bang at rest; none in a heat bath, none of a cost that is not quadratic', () => {
    const rest = { initial: { kind: 'random', scale: 1 }, dynamics: { kind: 'second-order', dt: 1 / 64 } };
    const { tracks } = measure({ ...ring, ...rest, expansion: { kind: 'nesterov' } }, 400).seen;
    const last = tracks.times.length - 1;
    const [measured] = tracks.measured;
    expect(tracks.exact[0]?.[last]).toBeCloseTo(measured[last], 3);
    const hot = measure(
      { ...ring, ...deSitter(0.3), dynamics: { kind: 'langevin', dt: 0.0625 }, noise: { temperature: 0.1 } },
      40,
    ).seen;
    expect(hot.hot).toBe(true);
    expect(hot.tracks.exact).toEqual([null, null, null]);
    const bent = measure({ system: { kind: 'ring-two-layer', N: 6 }, ...shaken, ...deSitter(0.3) }, 40).seen;
    expect(bent.hot).toBe(false);
    expect(bent.tracks.exact.every((course) => course === null)).toBe(true);
  });
});
