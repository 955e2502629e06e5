import { describe, expect, it } from 'vitest';
import { History } from '../../../src/engine/history.ts';
import { Observers } from '../../../src/engine/observations/observers.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { criticalityOf, responseOf, type WideNetwork } from '../../../src/scenario/wideTheory.ts';
import type { LayerKernels, Renormalisation } from '../../../src/store/index.ts';
import { decimationFigure, decimationTable } from '../../../src/views/charts/decimation/figure.ts';
import { edgeFigure, planeOf } from '../../../src/views/charts/edge/figure.ts';
import { startWords } from '../../../src/views/charts/edge/theory.ts';
import { isEmpty, type Figure, type Line, type Shown } from '../../../src/views/charts/figure.ts';
import { flowFigure, flowTable } from '../../../src/views/charts/flow/figure.ts';
import { followed, layersFigure } from '../../../src/views/charts/layers/figure.ts';
import { documentOf, simulate } from '../../helpers/run.ts';

function drawn(shown: Shown): Figure {
  if (isEmpty(shown)) throw new Error(shown.empty);
  return shown;
}

function seenOf(sections: Readonly<Record<string, unknown>>, id: string): unknown {
  const run = { simulation: simulate(sections), history: new History(), kernels: typescriptKernels };
  const observers = new Observers(run);
  observers.subscribe({ key: 1, id });
  return observers.value(1);
}

const network = (over: Partial<WideNetwork>): WideNetwork => ({
  activation: 'tanh',
  sizes: [2, 8, 8, 1],
  sigmaW: 2,
  sigmaB: 0.1,
  ...over,
});
const edgeOf = (over: Partial<WideNetwork>): Figure => {
  const response = responseOf(over.activation ?? 'tanh');
  return edgeFigure(network(over), { response, criticality: criticalityOf(response) });
};

describe('edge of chaos', () => {
  it('tanh: the thick line begins at (0, 1), passes (0.3, 1.39558), and shades are 0 there, order below it, chaos above', () => {
    const figure = edgeOf({});
    const edge = figure.panels[0].marks.find(
      (mark): mark is Line => mark.kind === 'line' && mark.thick === true,
    );
    const points = Array.from(edge?.x ?? [], (x, k) => [x, edge?.y[k] ?? NaN]);
    expect(points[0][0]).toBe(0);
    expect(points[0][1]).toBeCloseTo(1, 14);
    const near = points.reduce((a, b) => (Math.abs(a[0] - 0.3) < Math.abs(b[0] - 0.3) ? a : b));
    expect(Math.abs(near[1] - 1.39558)).toBeLessThan(0.03);
    const { columns = 0, rows = 0, values = [] } = figure.raster ?? {};
    const shade = (sigmaB: number, sigmaW: number) =>
      values[Math.floor((sigmaW / 3) * rows) * columns + Math.floor(sigmaB * columns)];
    // Beyond the full shade: colours end there, values do not.
    expect(shade(0.3, 0.5)).toBeLessThanOrEqual(-1);
    expect(shade(0.3, 2.9)).toBeGreaterThan(0.3);
    expect(Math.abs(shade(0.3, 1.4))).toBeLessThan(0.05);
  });

  it('the run is the solid dot, and its numbers and fate stand beside it; the plane grows with it', () => {
    const figure = edgeOf({ sigmaW: 0.5 });
    const dots = figure.panels[0].marks.at(-1);
    expect([dots?.x[0], dots?.y[0], dots?.ink]).toEqual([0.1, 0.5, 'second']);
    expect(figure.facts?.notes[0]).toMatch(/^Order/);
    expect(edgeOf({}).facts?.notes[0]).toMatch(/^Chaos.*1 − \*c\* e-fold/);
    expect(planeOf({ sigmaW: 4, sigmaB: 0.2 })).toEqual({ sigmaW: 5, sigmaB: 1 });
    expect(edgeOf({ activation: 'relu', sigmaW: 2 }).summary).toMatch(/q∗ = ∞, χ₁ = 2\.00.*scale-invariant/);
    expect(edgeOf({ activation: 'softplus' }).facts?.notes[1]).toMatch(/none/);
  });
});

describe('a start that is not that of the theory', () => {
  const said = (initial: Readonly<Record<string, unknown>>) => {
    const { scenario } = documentOf({ system: { kind: 'dense', sizes: [2, 4, 1] }, initial });
    const response = responseOf('tanh');
    const known = { response, criticality: criticalityOf(response) };
    return edgeFigure(network({}), known, startWords(scenario)).facts?.notes.join(' ');
  };

  it('is said: another scale, or no random start at all', () => {
    expect(said({ kind: 'random', scale: 2 })).toMatch(/starts otherwise/);
    expect(said({ kind: 'zero' })).toMatch(/starts otherwise/);
    expect(said({ kind: 'random', scale: 1, velocityScale: 0.3 })).not.toMatch(/otherwise/);
  });
});

describe('layers', () => {
  const sections = (width: number) => ({
    seed: 4,
    system: { kind: 'dense', sizes: [2, width, width, width, 1], sigmaW: 1.8, sigmaB: 0.1 },
    data: {
      kind: 'explicit',
      X: [
        [0.9, 0.2],
        [0.5, -0.7],
      ],
      Y: [[1], [0]],
    },
    initial: { kind: 'random' },
  });
  const offOf = (width: number): number => {
    const measured = seenOf(sections(width), 'layer-kernels') as LayerKernels;
    const wide = network({ sizes: [2, width, width, width, 1], sigmaW: 1.8 });
    const { theory } = followed(wide, responseOf('tanh'), measured);
    return measured.c.reduce((most, c, k) => Math.max(most, Math.abs(c - theory[k].c)), 0);
  };

  it('a random start of width 256 follows the mean field within 0.06 in correlation, one of width 4 does not', () => {
    expect(offOf(256)).toBeLessThan(0.06);
    expect(offOf(4)).toBeGreaterThan(0.2);
  });

  it('the first layer is the data’s own: q = σ_w²|x|²/2 + σ_b², drawn for the network and the theory alike', () => {
    const measured = seenOf(sections(5), 'layer-kernels') as LayerKernels;
    const wide = network({ sizes: [2, 5, 5, 5, 1], sigmaW: 1.8 });
    const depth = followed(wide, responseOf('tanh'), measured);
    const square = 0.9 ** 2 + 0.2 ** 2;
    expect(measured.q1[0]).toBeCloseTo((1.8 ** 2 * square) / 2 + 0.01, 13);
    expect(depth.theory[0].q1).toBe(measured.q1[0]);
    const figure = layersFigure(wide, responseOf('tanh'), depth, [0, 1]);
    expect(figure.panels[0].marks[1].y).toEqual(measured.c);
  });

  it('lengths that a layer keeps: those near the samples are lines, dotted where they repel, and all are said', () => {
    const measured = seenOf(sections(5), 'layer-kernels') as LayerKernels;
    const wide = network({ sizes: [2, 5, 5, 5, 1], sigmaW: 1.8, sigmaB: 0 });
    const depth = followed(wide, responseOf('tanh'), measured);
    const { panels, facts, labels, summary } = layersFigure(wide, responseOf('tanh'), depth, [0, 1]);
    const kept = panels[1].marks.filter(
      (mark): mark is Line => mark.kind === 'line' && mark.ink === 'text-2',
    );
    expect(kept.map(({ y, dash }) => [y[0] === y[1], dash])).toEqual([
      [true, 'dot'],
      [true, 'solid'],
    ]);
    expect(kept[0].y[0]).toBe(0);
    // The theory comes to the one that draws.
    expect(depth.theory.at(-1)?.q1 ?? 0).toBeCloseTo(kept[1].y[0], 3);
    expect(panels[1].y.span.max).toBeGreaterThan(kept[1].y[0]);
    expect(labels.filter(({ panel }) => panel === 1).map(({ words }) => words)).toEqual(['repels', 'draws']);
    const said = facts?.notes.find((note) => note.includes('keeps')) ?? '';
    expect(said).toContain('0.00 (repels)');
    expect(summary).toContain(said);
  });

  it('of an activation whose lengths can run away the length from which they do is said', () => {
    const activation = { kind: 'quadratic', p: 0.3, q: 0.6, r: 0.2 } as const;
    const { facts } = edgeOf({ activation, sigmaW: 0.9, sigmaB: 0.1 });
    expect(facts?.notes.join(' ')).toMatch(/\(draws\), [\d.]+ \(repels\)\. Longer ones than/);
  });

  it('a ring has no layers that could be made wide', () => {
    expect(seenOf({ system: { kind: 'ring-shared', N: 8 } }, 'layer-kernels')).toBeNull();
  });
});

describe('decimation and its flow', () => {
  const uniform = {
    system: { kind: 'ring-shared', N: 32 },
    data: { kind: 'uniform-bonds', K: 1.7, J: 0.02 },
  };
  const ring = seenOf(uniform, 'renormalisation') as Renormalisation;
  const pairs = seenOf({ system: { kind: 'ring-perceptron', N: 8 } }, 'renormalisation') as Renormalisation;

  it('levels: sites stand where they stood on the ring, and the table has them all', () => {
    const figure = drawn(decimationFigure(ring, 2));
    const dots = figure.panels[0].marks.at(-1);
    expect(Array.from(dots?.x ?? [])).toEqual([0, 4, 8, 12, 16, 20, 24, 28]);
    expect(figure.facts?.rows[0].values).toEqual(['8']);
    expect([...decimationTable(ring).rows].length).toBe(32 + 16 + 8 + 4 + 2);
    // Beyond the last level stands the last one.
    expect(drawn(decimationFigure(ring, 9)).facts?.rows[0].values).toEqual(['2']);
  });

  it('uniform: every dot lies on x² + 4x and the length halves; the chart says exact', () => {
    const rows = [...flowTable(ring).rows];
    for (let k = 0; k + 1 < rows.length; k++) {
      expect(rows[k + 1][2] / (rows[k][2] ** 2 + 4 * rows[k][2])).toBeCloseTo(1, 9);
      expect(rows[k][3] / rows[k + 1][3]).toBeCloseTo(2, 9);
    }
    expect(ring.uniform).toBe(true);
    expect(drawn(flowFigure(ring)).facts?.notes.join(' ')).toMatch(/Exact/);
  });

  it('Example 1: one level leaves K = 0 exactly, and the flow goes to ∞ in one step', () => {
    expect(pairs.levels[1].mostK).toBe(0);
    expect(drawn(decimationFigure(pairs, 1)).labels[1].words).toMatch(/0 exactly/);
    expect([...flowTable(pairs).rows][1][2]).toBe(Infinity);
    expect(drawn(flowFigure(pairs)).facts?.notes[0]).toMatch(/one step/);
    // Its couplings are negative: x is the staggered field's, and says so; pairs have no length of a ring.
    const { facts } = drawn(decimationFigure(pairs, 0));
    expect(pairs.levels[0].meanK).toBeLessThan(0);
    expect(facts?.rows.map(({ name, values }) => [name, values[0]])).toContainEqual(['ξ, sites', '–']);
    expect(facts?.rows.map(({ name }) => name)).toContain('x of (−1)ⁿw');
    expect(facts?.notes.join(' ')).toMatch(/−4 − /);
    expect(drawn(decimationFigure(ring, 0)).facts?.rows.at(-1)?.values[0]).not.toBe('–');
    // No ring is left for a length to halve on.
    expect(drawn(flowFigure(pairs)).facts?.notes.join(' ')).not.toMatch(/Correlations reach/);
    expect(drawn(flowFigure(ring)).facts?.notes.join(' ')).toMatch(/Correlations reach/);
  });

  it('K < 0 everywhere is read as its staggered field, whose flow is the same; a torus has none', () => {
    const flipped = ring.levels[0];
    const other = {
      ...ring,
      levels: [{ ...flipped, meanJ: flipped.meanJ + 4 * flipped.meanK, meanK: -flipped.meanK }],
    };
    const [before, after] = [ring, other].map((seen) => [...flowTable(seen).rows][0][2]);
    expect(after).toBeCloseTo(before, 12);
    expect(seenOf({ system: { kind: 'torus-shared', rows: 4, columns: 4 } }, 'renormalisation')).toBeNull();
    expect(isEmpty(flowFigure(null)) && isEmpty(decimationFigure(null, 0))).toBe(true);
  });
});
