import { describe, expect, it } from 'vitest';
import { createSimulation, type Simulation } from '../../src/engine/simulation.ts';
import { SCALAR } from '../../src/engine/frame.ts';
import { Framer } from '../../src/engine/framer.ts';
import { Peaks } from '../../src/engine/peaks.ts';
import { Recorder } from '../../src/engine/recorder.ts';
import { SourceCache } from '../../src/engine/sources.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { continuumTrack } from '../../src/scenario/continuum.ts';
import { parseDocument, parseRunDocument, serializeRunDocument } from '../../src/scenario/document.ts';
import { withSites } from '../../src/scenario/refine.ts';
import { parseScenario } from '../../src/scenario/validate.ts';
import { bits, documentOf } from '../helpers/run.ts';

type Sections = Readonly<Record<string, unknown>>;
const beside = (sections: Sections, edits: readonly unknown[] = []): Simulation =>
  createSimulation(documentOf(sections, [continuumTrack()], edits), typescriptKernels);

/** |w − w′|/|w′| of a run and its continuum theory at a time, on some number of sites round the same ring. */
function difference(sections: Sections, sites: number, time: number): number {
  const scenario = withSites(parseScenario({ version: 1, ...sections }), sites);
  const document = parseDocument({ version: 1, scenario, edits: [], tracks: [continuumTrack()], view: {} });
  const simulation = createSimulation(document, typescriptKernels);
  simulation.advance(Math.round(time / simulation.dt));
  const [main, continuum] = simulation.tracks;
  const read = new Float32Array(main.weights.length);
  continuum.shown.write(read);
  let apart = 0;
  let size = 0;
  read.forEach((w, n) => {
    apart += (main.weights[n] - w) ** 2;
    size += w * w;
  });
  return Math.sqrt(apart / size);
}

const dynamics = { kind: 'second-order', dt: 1 / 32, substeps: 4 };
const expansion = { kind: 'de-sitter', gamma: 0.2 };
const shared = {
  system: { kind: 'ring-shared', N: 16, p: 0.7 },
  data: { kind: 'sinusoid', samples: 3, modes: 2 },
  initial: { kind: 'mode', index: 2, amplitude: 1 },
  dynamics,
  expansion,
};
const springs = {
  system: { kind: 'scalar-field-1d', N: 16, K: 'cosine', J: 0.1 },
  data: { kind: 'none' },
  initial: { kind: 'mode', index: 2, amplitude: 1 },
  dynamics,
  expansion,
};
const example1 = {
  system: { kind: 'ring-perceptron', N: 16, p: 0.7 },
  data: { kind: 'sinusoid', samples: 4, modes: 1, signs: 'alternating' },
  initial: { kind: 'mode', index: 2, amplitude: 1 },
  dynamics,
  expansion,
};

describe('a network and its continuum', () => {
  it.each([
    ['ring-shared', shared],
    ['masses on springs', springs],
  ])('%s: the difference falls as the square of the lattice spacing, 4 ± 0.5 per halving', (_, sections) => {
    const [a, b, c] = [64, 128, 256].map((sites) => difference(sections, sites, 3));
    expect(a).toBeGreaterThan(1e-5);
    expect(Math.abs(a / b - 4)).toBeLessThan(0.5);
    expect(Math.abs(b / c - 4)).toBeLessThan(0.5);
  });

  it('Example 1: N decoupled pairs never become a field with a smooth K(x), however small the spacing (E1)', () => {
    const [a, b, c] = [16, 32, 64].map((sites) => difference(example1, sites, 6));
    for (const apart of [a, b, c]) expect(apart).toBeGreaterThan(0.3);
    expect(c / a).toBeGreaterThan(0.8);
  });
});

describe('continuum track', () => {
  it('stands on a finer mesh, is read at the sites, and starts where the network starts', () => {
    const simulation = beside(shared);
    const [main, continuum] = simulation.tracks;
    expect(continuum.weights).toHaveLength(8 * 16);
    expect(continuum.shown.count).toBe(16);
    const read = new Float32Array(16);
    continuum.shown.write(read);
    expect([...read]).toEqual([...Float32Array.from(main.weights)]);
  });

  it('its energy is the network’s in the limit: within 2 % at 64 sites, constant included', () => {
    const targets = {
      ...shared,
      system: { kind: 'ring-shared', N: 64, p: 2.8 },
      initial: { kind: 'mode', index: 1 },
    };
    const [main, continuum] = beside(targets).tracks;
    expect(Math.abs(continuum.cost() / main.cost() - 1)).toBeLessThan(0.02);
  });

  it('K < 0 of Example 1 is mended by the staggered field (E2): K > 0 there, and the run stays finite', () => {
    const positive = { ...example1, data: { kind: 'sinusoid', samples: 4, modes: 1 } };
    const simulation = beside({ ...positive, initial: { kind: 'mode', index: 14, amplitude: 1 } });
    const [main, continuum] = simulation.tracks;
    expect(Math.max(...(main.system.couplings(null)?.K ?? []))).toBe(0);
    expect(Math.min(...(continuum.system.couplings(null)?.K ?? []))).toBeGreaterThan(0);
    const read = new Float32Array(32);
    continuum.shown.write(read);
    read.forEach((w, n) => expect(Math.abs(w - main.weights[n])).toBeLessThan(1e-6));
    expect(simulation.advance(400).blowUp).toBeNull();
  });

  it('K < 0 that nothing mends: the mesh stays the lattice’s own, and a finer one is refused (E2)', () => {
    const soft = { ...springs, system: { kind: 'scalar-field-1d', N: 15, K: -0.1, J: 2 } };
    expect(beside(soft).tracks[1].weights).toHaveLength(15);
    const finer = { ...continuumTrack(), continuum: { mesh: 2, order: 'quadratic' } };
    expect(() => createSimulation(documentOf(soft, [finer]), typescriptKernels)).toThrow(
      /tracks\[0\]\.continuum\.mesh: 2: expected 1: K < 0 on some bonds/,
    );
  });

  it('a force along a flat direction (no mass) reaches the continuum too', () => {
    const pushed = { ...springs, system: { ...springs.system, J: 0, force: 0.5 }, initial: { kind: 'zero' } };
    const simulation = beside(pushed);
    simulation.advance(Math.round(10 / simulation.dt));
    const [main, continuum] = simulation.tracks;
    expect(main.weights[3]).toBeGreaterThan(1);
    const read = new Float32Array(16);
    continuum.shown.write(read);
    expect(Math.abs(read[3] / main.weights[3] - 1)).toBeLessThan(1e-3);
  });

  it('a mesh of too many points is refused; a live edit that turns the sign of K says what to do', () => {
    const large = { ...springs, system: { kind: 'scalar-field-1d', N: 262144, K: 1 } };
    const fine = { ...continuumTrack(), continuum: { mesh: 64, order: 'quadratic' } };
    expect(() => documentOf(large, [fine])).toThrow(
      /tracks\[0\]\.continuum\.mesh: 64: expected at most 262144 points/,
    );
    const simulation = beside({ ...springs, system: { kind: 'scalar-field-1d', N: 16, K: 1, J: 0.5 } });
    const command = { kind: 'set', path: 'system.K', value: -0.1 } as const;
    expect(() => simulation.edit(command)).toThrow(/system\.K: -0\.1: .*take that track away first/);
  });

  it('follows live edits of the network’s sources; restored across one, the future is the same bit for bit', () => {
    const edits = [{ step: 12, command: { kind: 'set', path: 'system.p', value: 1.1 } }];
    const simulation = beside(shared, edits);
    const K = (): number => simulation.tracks[1].system.couplings(null)?.K[0] ?? NaN;
    const before = K();
    simulation.advance(5);
    const snapshot = simulation.snapshot();
    simulation.advance(30);
    expect(K() / before).toBeCloseTo((1.1 / 0.7) ** 2, 12);
    const end = simulation.tracks.map(({ weights }) => bits(weights)).join();
    const cost = simulation.tracks[1].cost();
    simulation.restore(snapshot);
    expect(K()).toBe(before);
    simulation.advance(13);
    simulation.advance(17);
    expect(simulation.tracks.map(({ weights }) => bits(weights)).join()).toBe(end);
    expect(simulation.tracks[1].cost()).toBe(cost);
  });

  it('frames carry it at the network’s sites, with the difference of the two', () => {
    const simulation = beside(example1);
    const sources = new SourceCache();
    const peaks = new Peaks(simulation, sources);
    const framer = new Framer(1, simulation, { sources, recorder: new Recorder(2), peaks });
    simulation.advance(96);
    const frame = framer.fill(simulation);
    expect(frame?.tracks[1].weights).toHaveLength(32);
    expect(frame?.tracks[1].scalars[SCALAR.difference]).toBeGreaterThan(0.1);
  });

  it('documents carry it: read and printed again the same; systems of its own are refused', () => {
    const document = documentOf(shared, [continuumTrack()]);
    expect(parseRunDocument(serializeRunDocument(document))).toEqual(document);
    const own = { ...continuumTrack(), sections: { system: { kind: 'ring-shared' } } };
    expect(() => documentOf(shared, [own])).toThrow(
      /tracks\[0\]\.sections\.system: .*nothing: the continuum/,
    );
    expect(() => documentOf({ system: { kind: 'torus-shared' } }, [continuumTrack()])).toThrow(
      /scenario\.system\.kind: "torus-shared": expected a main run on a ring/,
    );
  });
});
