import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import type { KernelMap, OutputCourse } from '../../src/engine/observations/index.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import type { Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { outputNorms, outputTerms } from '../../src/physics/observables/outputDynamics.ts';
import { kernelDrift, tangentKernel } from '../../src/physics/observables/tangentKernel.ts';
import { simulate } from '../helpers/run.ts';

const sections = {
  system: { kind: 'dense', sizes: [1, 6, 1], parameterization: 'ntk' },
  data: { kind: 'sine', samples: 9 },
  initial: { kind: 'random' },
  dynamics: { kind: 'second-order', dt: 0.03125 },
  expansion: { kind: 'de-sitter', gamma: 1 },
};
const change = (step: number) => ({
  step,
  command: { kind: 'set', path: 'expansion.gamma', value: 2 },
});

function watching(simulation: Simulation, history = new History()) {
  const observers = new Observers({ simulation, history, kernels: typescriptKernels });
  observers.subscribe({ key: 1, id: 'output-course' });
  observers.subscribe({ key: 2, id: 'kernel-map' });
  return {
    course: (): OutputCourse => observers.value(1) as OutputCourse,
    map: () => observers.value(2) as KernelMap,
    truncate: () => observers.truncate(),
  };
}

describe('output-course', () => {
  it('drift and terms are those of the states that the run went through, the present last', () => {
    const simulation = simulate(sections);
    const seen = watching(simulation);
    const { system, weights } = simulation.tracks[0];
    const start = tangentKernel(system, weights) as Float64Array;
    simulation.advance(77);
    const { times, norms, lines, outputs, since } = seen.course();
    expect([since, times[0], times.at(-1)]).toEqual([0, 0, 77 / 32]);
    expect(times).toHaveLength(78);
    const instant = simulation.instant();
    const terms = outputTerms(instant);
    if (terms === null) throw new Error('no outputs');
    expect(norms.drift[0]).toBe(0);
    expect(norms.drift[77]).toBe(kernelDrift(tangentKernel(system, weights) as Float64Array, start));
    expect(norms.drift[77]).toBeGreaterThan(0.01);
    for (const [name, value] of Object.entries(outputNorms(terms))) {
      expect(norms[name as keyof typeof norms][77], name).toBe(value);
    }
    const Z = new Float64Array(9);
    system.outputs(weights, Z);
    expect(outputs.slice(-lines.length)).toEqual(Float64Array.from(lines, (line) => Z[line]));
  });

  it('asked for late, scrubbed to and fro, or followed from the start: the same to the last bit', () => {
    const simulation = simulate(sections);
    const history = new History();
    const followed = watching(simulation, history);
    for (let step = 0; step < 40; step++) {
      if (history.due(simulation.step)) history.add(simulation.snapshot());
      followed.course();
      simulation.advance(1);
    }
    const late = watching(simulation, history).course();
    expect(followed.course()).toEqual(late);
    const back = history.before(17);
    if (back === undefined) throw new Error('no snapshot');
    simulation.restore(back);
    const there = followed.course();
    expect(there.times.at(-1)).toBe(simulation.time);
    expect(there).toEqual(watching(simulation, history).course());
    simulation.advance(40 - simulation.step);
    expect(followed.course()).toEqual(late);
  });

  it('beyond 128 instants every second gives way; the past is complete at even steps, the present among them', () => {
    const simulation = simulate(sections);
    simulation.advance(301);
    const { times, norms } = watching(simulation).course();
    expect(times.length).toBeLessThanOrEqual(129);
    expect([times[1], times.at(-1)]).toEqual([4 / 32, 301 / 32]);
    expect(norms.drift).toHaveLength(times.length);
  });

  it('begins anew at an edit: Θ₀ is that of its step, and the prediction starts there', () => {
    const simulation = simulate(sections, [], [change(32)]);
    simulation.advance(20);
    const seen = watching(simulation);
    expect(seen.course().since).toBe(0);
    simulation.advance(30);
    const { since, times, norms, apart } = seen.course();
    expect([since, times[0], norms.drift[0], apart?.[0]]).toEqual([1, 1, 0, expect.closeTo(0, 14)]);
  });

  it('wound back to before an edit, and on beyond it again: of the stretch that the run is in', () => {
    const simulation = simulate(sections, [], [change(32)]);
    const history = new History();
    history.add(simulation.snapshot());
    const seen = watching(simulation, history);
    simulation.advance(20);
    const early = seen.course();
    simulation.advance(30);
    const late = seen.course();
    expect([early.since, late.since]).toEqual([0, 1]);
    const start = history.before(0);
    if (start === undefined) throw new Error('no snapshot');
    simulation.restore(start);
    simulation.advance(20);
    expect(seen.course()).toEqual(early);
    simulation.advance(30);
    expect(seen.course()).toEqual(late);
  });

  it('the frozen kernel follows a wide network of the ntk parametrisation, and a narrow one not', () => {
    const at = (width: number): OutputCourse => {
      const simulation = simulate({
        ...sections,
        seed: 2,
        system: { ...sections.system, sizes: [1, width, 1], sigmaW: 2, sigmaB: 0.5 },
      });
      simulation.advance(96);
      return watching(simulation).course();
    };
    const [narrow, wide] = [at(4), at(256)];
    expect(wide.apart?.at(-1)).toBeLessThan(0.05);
    expect(narrow.apart?.at(-1)).toBeGreaterThan(2 * (wide.apart?.at(-1) ?? 1));
    expect(narrow.norms.drift.at(-1)).toBeGreaterThan(4 * (wide.norms.drift.at(-1) ?? 1));
    expect(narrow.norms.ratio.at(-1)).toBeGreaterThan(2 * (wide.norms.ratio.at(-1) ?? 1));
  });

  it('is forecast from the first instant on: at the steps of the run the forecast is the frozen course itself', () => {
    const simulation = simulate(sections);
    const seen = watching(simulation);
    const { forecast, times, lines, linear } = seen.course();
    if (forecast === null) throw new Error('no forecast');
    expect([times.length, linear]).toEqual([1, false]);
    expect(forecast.times[0]).toBe(0);
    // Ten periods of the fastest mode, √κ = √2θ.
    const fastest = seen.course().startValues.at(-1) ?? 0;
    const reach = forecast.times.at(-1) ?? 0;
    expect(reach / ((20 * Math.PI) / Math.sqrt(2 * fastest))).toBeCloseTo(1, 1);
    simulation.advance(60);
    const later = seen.course();
    expect(later.forecast).toEqual(forecast);
    let found = 0;
    later.times.forEach((time, row) => {
      const at = forecast.times.findIndex((known) => Math.abs(known - time) < 1e-9);
      if (at < 0) return;
      found++;
      for (let line = 0; line < lines.length; line++) {
        const said = forecast.outputs[at * lines.length + line];
        expect(said).toBeCloseTo(later.frozen?.[row * lines.length + line] ?? NaN, 11);
      }
    });
    expect(found).toBeGreaterThan(10);
  });

  it('of outputs linear in the weights the forecast is what comes: to 1e-9, before the run has moved', () => {
    const simulation = simulate({
      system: { kind: 'ring-shared', N: 6 },
      data: { kind: 'smooth-random', samples: 3 },
      initial: { kind: 'random', scale: 0.7 },
      dynamics: { kind: 'exact', dt: 0.125 },
      expansion: { kind: 'de-sitter', gamma: 0.4 },
    });
    const seen = watching(simulation);
    const { forecast, linear, lines } = seen.course();
    expect(linear).toBe(true);
    const last = (forecast?.times.length ?? 0) - 1;
    simulation.advance(Math.round((forecast?.times[last] ?? 0) / 0.125));
    const { outputs } = seen.course();
    const come = outputs.slice(-lines.length);
    come.forEach((value, line) => {
      expect(forecast?.outputs[last * lines.length + line]).toBeCloseTo(value, 9);
    });
  });

  it('an edit makes another forecast, from its own moment', () => {
    const simulation = simulate(sections, [], [change(32)]);
    simulation.advance(32);
    const { forecast, since, times } = watching(simulation).course();
    expect([since, times.length, forecast?.times[0]]).toEqual([1, 1, 1]);
  });

  it.each([
    ['cost', { system: { ...sections.system, cost: 'absolute' } }],
    ['samples', { batch: { kind: 'single' } }],
    ['noise', { dynamics: { kind: 'langevin', dt: 0.03125 }, noise: { temperature: 0.1 } }],
    ['rows', { data: { kind: 'sine', samples: 170 } }],
  ])('predicts nothing, for %s; the terms are told all the same', (without, more) => {
    const simulation = simulate({ ...sections, ...more });
    simulation.advance(3);
    const course = watching(simulation).course();
    const { frozen, apart, forecast } = course;
    expect([course.without, frozen, apart, forecast]).toEqual([without, null, null, null]);
    expect(course.norms.ratio[3]).toBeGreaterThan(0);
    expect(course.norms.drift[3]).toBeGreaterThan(0);
    expect(course.startValues.at(-1)).toBeGreaterThan(0);
  });

  it('fields have none', () => {
    const seen = watching(simulate({ system: { kind: 'scalar-field-1d', N: 8 } }));
    expect([seen.course(), seen.map()]).toEqual([null, null]);
  });
});

describe('kernel-map', () => {
  it('is the kernel of the moment with its eigenvalues: their sum is its trace to 1e-12', () => {
    const simulation = simulate(sections);
    const seen = watching(simulation);
    simulation.advance(10);
    const { rows, kernel, values, largest, step, samples } = seen.map();
    const { system, weights } = simulation.tracks[0];
    const expected = tangentKernel(system, weights) as Float64Array;
    expect([rows, step, samples]).toEqual([9, 10, null]);
    expect([...kernel]).toEqual([...Float32Array.from(expected)]);
    expect(largest).toBe(Math.max(...kernel));
    const trace = expected.reduce((sum, value, n) => sum + (n % 10 === 0 ? value : 0), 0);
    expect(values.reduce((sum, value) => sum + value, 0) / trace).toBeCloseTo(1, 12);
    expect(Math.min(...values)).toBeGreaterThan(-1e-12 * trace);
  });

  it('of more than 160 rows it is of samples evenly spaced, and says which', () => {
    const seen = watching(simulate({ ...sections, data: { kind: 'sine', samples: 320 } }));
    const { rows, samples } = seen.map();
    expect([rows, samples?.[1], samples?.at(-1)]).toEqual([160, 2, 318]);
  });
});
