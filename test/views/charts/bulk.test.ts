import { describe, expect, it } from 'vitest';
import { History } from '../../../src/engine/history.ts';
import { Observers } from '../../../src/engine/observations/observers.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import type { LayerPast, Locality } from '../../../src/store/index.ts';
import { isEmpty, type Figure, type Line } from '../../../src/views/charts/figure.ts';
import { bulkFigure, bulkTable, mismatchAt, sumsAt } from '../../../src/views/charts/bulk/bulk.ts';
import { energyFigure, energyTable } from '../../../src/views/charts/bulk/energies.ts';
import { momentsOf, sumsOver } from '../../../src/views/charts/bulk/moments.ts';
import { blockNames, coupledPairs, shadeOf } from '../../../src/views/charts/bulk/pairs.ts';
import { courseOf } from '../../../src/views/charts/bulk/past.ts';
import { simulate } from '../../helpers/run.ts';

const sections = {
  system: { kind: 'dense', sizes: [2, 4, 3, 1] },
  data: { kind: 'circle', samples: 6 },
  batch: { kind: 'single' },
  initial: { kind: 'random', velocityScale: 0.5 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};

function seenOf<Value>(
  changes: Readonly<Record<string, unknown>>,
  id: string,
  query: Readonly<Record<string, unknown>>,
): Value {
  const simulation = simulate({ ...sections, ...changes });
  const observers = new Observers({ simulation, history: new History(), kernels: typescriptKernels });
  observers.subscribe({ key: 1, id, query });
  for (let step = 0; step < 12; step++) {
    const kept = observers.next();
    simulation.advance(1);
    if (kept === simulation.step) observers.keep();
  }
  return observers.value(1) as Value;
}
const pastOf = (changes: Readonly<Record<string, unknown>> = {}): LayerPast =>
  seenOf(changes, 'layer-past', { last: 10 });

const asIs = (_name: string, data: { min: number; max: number }) => data;
function figureOf(shown: ReturnType<typeof bulkFigure>): Figure {
  if (isEmpty(shown)) throw new Error(shown.empty);
  return shown;
}

const past = pastOf();
const last = past.steps.length - 1;

describe('bulk and boundary, stacked', () => {
  it('piles of the terms of either sign end at L: the highest less the lowest of a column is Σ|term|', () => {
    const [{ marks }] = figureOf(bulkFigure(past, 'last', false, asIs)).panels;
    const filled = marks.filter((mark): mark is Line => mark.kind === 'line' && mark.filled === true);
    const up = filled.slice(0, 7);
    const down = filled.slice(7);
    for (let row = 0; row <= last; row++) {
      const own = [...past.terms.subarray(7 * row, 7 * row + 7)];
      const positive = own.filter((term) => term > 0).reduce((sum, term) => sum + term, 0);
      const negative = own.filter((term) => term < 0).reduce((sum, term) => sum + term, 0);
      // The first that is drawn is the whole pile.
      expect(up[0].y[row]).toBeCloseTo(positive, 12);
      expect(down[0].y[row]).toBeCloseTo(negative, 12);
      expect(positive + negative).toBeCloseTo(past.lagrangian[row], 12);
    }
  });

  it('the terms add up to L within round-off; without the ½ they are off by exactly the first boundary term', () => {
    for (let row = 0; row <= last; row++) {
      expect(mismatchAt(past, row, false)).toBeLessThan(1e-13);
      const half = past.terms[7 * row + 4];
      expect(half).toBeGreaterThan(1e-6);
      expect(Math.abs(mismatchAt(past, row, true) - half)).toBeLessThan(1e-13);
      const { bulk, boundary } = sumsAt(past, row, false);
      expect(sumsAt(past, row, true)).toEqual({
        bulk,
        boundary: expect.closeTo(boundary + half, 12) as number,
      });
    }
  });

  it('the switch adds what is missing to the lower panel, and says so', () => {
    const figure = figureOf(bulkFigure(past, 'last', false, asIs));
    const broken = figureOf(bulkFigure(past, 'last', true, asIs));
    expect(figure.panels[1].marks).toHaveLength(1);
    const [half, off] = broken.panels[1].marks;
    for (let row = 0; row <= last; row++) expect(off.y[row]).toBeCloseTo(half.y[row], 12);
    expect(figure.summary).toContain('round-off');
    expect(broken.summary).toContain('for the ½ that the slides leave out');
    expect(broken.facts?.rows.at(-1)?.values).not.toEqual(['0.00']);
  });

  it('where L is not split a sentence says why', () => {
    const shown = bulkFigure(pastOf({ batch: { kind: 'full' } }), 'last', false, asIs);
    expect(isEmpty(shown) && shown.empty).toContain('One sample at a time');
  });

  it('a missing row is a gap', () => {
    const steps = Float64Array.of(0, 2, 6, 8);
    expect([...courseOf({ steps, spacing: 2 }, (row) => row)]).toEqual([0, NaN, 2, 3, 3]);
  });

  it('the table has a row a step with the seven terms and what they are off by', () => {
    const { columns, rows } = bulkTable(past);
    expect(columns).toHaveLength(12);
    const [first] = [...rows];
    expect(first.slice(3, 10)).toEqual([...past.terms.subarray(0, 7)]);
    expect(first[11]).toBeLessThan(1e-13);
  });
});

describe('energy of the layers', () => {
  it('map: a row for every layer, a row for every level, and the balance below within round-off', () => {
    const figure = figureOf(energyFigure(past, 'last', false, asIs));
    expect([figure.raster?.rows, figure.rasterBelow?.rows]).toEqual([3, 4]);
    expect(figure.raster?.columns).toBe(10);
    expect(Math.max(...Array.from(figure.panels[2].marks[0].y))).toBeLessThan(1e-12);
    expect(figure.facts?.notes[0]).toContain('exact');
    // Inputs rest: no power comes from them.
    expect([...(figure.rasterBelow?.values.subarray(0, 10) ?? [])].every((value) => value === 0)).toBe(true);
  });

  it('colours of the last steps keep within a decade of what is there, however large it was; those of all stay', () => {
    // What an axis has held: a thousand times as much.
    const was = (name: string, { min, max }: { min: number; max: number }) =>
      ({ min, max: name === 'layered.T' || name === 'layered.P' ? 1000 * max : max }) as const;
    const most = (mode: 'last' | 'start'): number => {
      const { raster } = figureOf(energyFigure(past, mode, false, was));
      return Math.max(...(raster?.values ?? []));
    };
    expect(most('last')).toBeGreaterThan(0.66);
    expect(most('start')).toBeLessThan(0.2);
  });

  it('fluctuations: mean and standard deviation of every level over the window, called an open question', () => {
    const figure = figureOf(energyFigure(past, 'scatter', false, asIs));
    const { mean, deviation } = momentsOf(10, (row) => past.flux[4 * row + 3]);
    const [bars] = figure.panels[1].marks;
    expect([bars.y[9], bars.y[10]]).toEqual([mean - deviation, mean + deviation]);
    expect(deviation).toBeGreaterThan(0);
    expect(figure.facts?.notes[0]).toContain('Open question');
    expect(Math.abs(sumsOver(past).correlation)).toBeLessThanOrEqual(1 + 1e-12);
  });

  it('moments: of 1, 2, 3, 4 the mean is 2.5 and the variance 1.25', () => {
    expect(momentsOf(4, (row) => row + 1)).toEqual({ mean: 2.5, deviation: Math.sqrt(1.25) });
  });

  it('holds of full batches, and the table has T, P and the balance of every layer', () => {
    const full = pastOf({ batch: { kind: 'full' } });
    expect(isEmpty(energyFigure(full, 'last', false, asIs))).toBe(false);
    const figure = figureOf(energyFigure(full, 'scatter', false, asIs));
    expect(figure.facts?.rows.map(({ name }) => name)).not.toContain('*L*_{bulk}');
    const { columns, rows } = energyTable(full);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });
});

describe('which layers are coupled', () => {
  const seen = seenOf<Locality>({}, 'layer-locality', {});

  it('L couples neighbours alone, the cost every pair', () => {
    expect(coupledPairs(seen.local ?? expect.fail('not split'), 3)).toEqual({
      coupled: 2,
      pairs: 3,
      farthest: 1,
    });
    expect(coupledPairs(seen.dense, 3)).toEqual({ coupled: 3, pairs: 3, farthest: 2 });
  });

  it('shades: nothing where nothing is coupled, all of the ink at the largest, paler by its decades', () => {
    expect(shadeOf(0, 5)).toBe(0);
    expect(shadeOf(5, 5)).toBe(1);
    expect(shadeOf(5e-2, 5)).toBeCloseTo(1 - (0.86 * 2) / 3, 12);
    expect(shadeOf(1e-9, 5)).toBeGreaterThan(0.1);
  });

  it('blocks are named by their layer: z⁽ᵐ⁺¹⁾ and b⁽ᵐ⁾ stand with W⁽ᵐ⁾', () => {
    expect(blockNames(2, true)).toEqual(['*W*⁰', '*z*¹', '*W*¹', '*z*²']);
    expect(blockNames(2, false)).toEqual(['*W*⁰', '*b*⁰', '*W*¹', '*b*¹']);
  });
});
