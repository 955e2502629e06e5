import { describe, expect, it } from 'vitest';
import { columnFacing } from '../../../src/views/field/labels.ts';
import { layoutField, type FieldSheet } from '../../../src/views/field/layout.ts';
import { baseUnder } from '../../../src/views/field/sourceLayout.ts';
import { packSheets } from '../../../src/views/field/packSheets.ts';
import { comparedIn } from '../../../src/views/field/plan.ts';
import { fieldGloss, fieldSummary } from '../../../src/views/field/spec.ts';
import { frameOf, pictured, runInfoOf } from '../runInfo.ts';

/** Rings that lie below a height. */
function ringsBelow(sheets: readonly FieldSheet[], level: number): readonly FieldSheet[] {
  return sheets.filter(({ form, frame }) => form === 'curtain' && frame.level < level - 1e-6);
}

describe('field layout', () => {
  for (const [name, kind, settings] of pictured) {
    const info = runInfoOf(kind, settings);
    const { weightCount } = info.tracks[0];
    const geometry = layoutField(info.layout, weightCount, info.quadratic ? 'couplings' : null);

    it(`${name}: every weight stands on a site of its own, to 1e-3, with room for its height`, () => {
      const places = new Set<string>();
      for (let weight = 0; weight < weightCount; weight++) {
        const site = [...geometry.sites.subarray(3 * weight, 3 * weight + 3)];
        expect(site.every(Number.isFinite)).toBe(true);
        expect(geometry.lifts[weight]).toBeGreaterThan(0.1);
        places.add(site.map((v) => v.toFixed(3)).join());
      }
      expect(places.size).toBe(weightCount);
    });

    it(`${name}: the site of a weight is where its sheet draws that row and column, to 1e-6`, () => {
      for (const { sheet, frame } of geometry.sheets) {
        sheet.weight.forEach((weight, site) => {
          if (weight < 0) return;
          const column = site % sheet.columns;
          const row = Math.floor(site / sheet.columns);
          expect(geometry.sites[3 * weight]).toBeCloseTo(frame.origin[0] + frame.step[0] * column, 5);
          expect(geometry.sites[3 * weight + 1]).toBeCloseTo(frame.level, 6);
          expect(geometry.sites[3 * weight + 2]).toBeCloseTo(frame.origin[1] + frame.step[1] * row, 5);
        });
      }
    });

    it(`${name}: bars stand on sites and couplings on bonds, only where the cost is quadratic`, () => {
      expect(geometry.sources === null).toBe(!info.quadratic);
      if (geometry.sources === null) return;
      const { bars, bonds } = geometry.sources;
      expect(bars.count).toBe(weightCount);
      for (let i = 0; i < bars.count; i++)
        expect(bars.from[3 * i]).toBe(geometry.sites[3 * bars.data[4 * i]]);
      expect(bonds.count).toBe(info.layout.bonds.length / 2);
    });
  }

  for (const [name, kind, settings] of pictured) {
    const info = runInfoOf(kind, settings);
    if (info.quadratic) continue;
    const { weightCount } = info.tracks[0];
    const { sources, sites, lifts, sheets } = layoutField(info.layout, weightCount, 'expansion', 2);

    it(`${name}: without couplings every weight has two bars beside its site, under its own height and over what lies below`, () => {
      if (sources === null) throw new Error('no sources');
      const { bars, bonds, gap, liftJ, liftK } = sources;
      expect([bars.count, bonds.count, sources.every, sources.everyK]).toEqual([
        weightCount,
        weightCount,
        1,
        1,
      ]);
      for (let n = 0; n < weightCount; n++) {
        const weight = bars.data[4 * n];
        expect(bonds.data[4 * n]).toBe(weight);
        const site = sites.subarray(3 * weight, 3 * weight + 3);
        expect((bars.from[3 * n] + bonds.from[3 * n]) / 2).toBeCloseTo(site[0], 5);
        expect(bonds.from[3 * n] - bars.from[3 * n]).toBeGreaterThan(0.2 * gap);
        expect(bonds.from[3 * n] - bars.from[3 * n]).toBeLessThan(0.5 * gap);
        const base = baseUnder(sources, weight);
        expect([bars.from[3 * n + 1], bonds.to[3 * n + 1]]).toEqual([base, base]);
        // At full height they end below the field at its limit.
        expect(base + Math.max(liftJ, liftK)).toBeLessThan(site[1] - lifts[weight]);
        for (const { frame, form } of ringsBelow(sheets, site[1])) {
          expect(base - Math.max(liftJ, liftK), form).toBeGreaterThan(frame.level + frame.lift);
        }
      }
    });
  }

  it('a network of 10 099 weights: every third site along both axes, J₂ as far as the samples allow, of a million none', () => {
    const info = runInfoOf('dense', { sizes: [100, 99, 1] });
    const P = info.tracks[0].weightCount;
    const of = (samples: number) => layoutField(info.layout, P, 'expansion', samples).sources;
    const some = of(100);
    expect([P, some?.every, some?.bars.count]).toEqual([10_099, 3, 33 * 34 + 34]);
    const able = Math.floor(2 ** 24 / (100 * P));
    expect([some?.everyK, some?.bonds.count]).toEqual([73, Math.ceil((33 * 34 + 34) / 73)]);
    expect(some?.bonds.count).toBeLessThanOrEqual(able);
    expect([of(1_000_000)?.everyK, of(1_000_000)?.bonds.count]).toEqual([0, 0]);
  });

  it('large sheets: every sixth of 96 sites along both axes bears its sources, at its own place', () => {
    const info = runInfoOf('scalar-field-2d', { rows: 96, columns: 96 });
    const { sources, sites } = layoutField(info.layout, 96 * 96, 'couplings');
    if (sources === null) throw new Error('no sources');
    expect([sources.every, sources.bars.count, sources.bonds.count]).toEqual([6, 16 * 16, 2 * 16 * 16]);
    for (let n = 0; n < sources.bars.count; n++) {
      const weight = sources.bars.data[4 * n];
      expect([Math.floor(weight / 96) % 6, weight % 6]).toEqual([0, 0]);
      expect(sources.bars.from[3 * n]).toBe(sites[3 * weight]);
    }
    for (let n = 0; n < sources.bonds.count; n++) {
      const first = info.layout.bonds[2 * sources.bonds.data[4 * n]];
      expect([Math.floor(first / 96) % 6, first % 6]).toEqual([0, 0]);
    }
  });

  it('ring: slabs cover 24 to 76 % of their bond, also across the seam', () => {
    const info = runInfoOf('ring-shared', { N: 8 });
    const { sources } = layoutField(info.layout, 8, 'couplings');
    const site = (2 * Math.PI) / 8;
    for (let b = 0; b < 8; b++) {
      const from = sources?.bonds.from[3 * b] ?? 0;
      expect((sources?.bonds.to[3 * b] ?? 0) - from).toBeCloseTo(0.52 * site, 5);
    }
  });

  it('two layers: two rings over each other that never touch', () => {
    const info = runInfoOf('ring-two-layer', { N: 5 });
    const [first, second] = layoutField(info.layout, 20, null).sheets;
    expect(second.frame.level - first.frame.level).toBeGreaterThan(first.frame.lift + second.frame.lift);
  });

  it('deep ring: a plane sheet per component, closed along its columns, none over another', () => {
    const info = runInfoOf('deep-ring', { N: 12, depth: 5, reach: 2, biases: true });
    const { sheets, space, sources } = layoutField(info.layout, info.tracks[0].weightCount, null);
    expect(space).toBe('plane');
    expect(sources).toBeNull();
    expect(sheets.map(({ sheet }) => sheet.name)).toEqual(['W₋₂', 'W₋₁', 'W₀', 'W₊₁', 'W₊₂', 'b']);
    const edges = sheets.map(({ frame }) => {
      expect(frame.columnRange).toEqual([-0.5, 11.5]);
      expect(frame.rowRange).toEqual([0, 4]);
      expect([frame.periodicColumns, frame.periodicRows, frame.cubic]).toEqual([true, false, true]);
      const [x, z] = [0, 1].map((axis) => (at: number) => frame.origin[axis] + frame.step[axis] * at);
      return { left: x(-0.5), right: x(11.5), back: z(0), front: z(4) };
    });
    edges.forEach((one, i) => {
      for (const other of edges.slice(0, i)) {
        const apart =
          one.left > other.right ||
          one.right < other.left ||
          one.back > other.front ||
          one.front < other.back;
        expect(apart).toBe(true);
      }
    });
    // The middle of all of them stands in the middle of the picture.
    const middle = (low: 'left' | 'back', high: 'right' | 'front'): number =>
      Math.min(...edges.map((edge) => edge[low])) + Math.max(...edges.map((edge) => edge[high]));
    expect(middle('left', 'right')).toBeCloseTo(0, 6);
    expect(middle('back', 'front')).toBeCloseTo(0, 6);
  });

  it('deep ring: six sheets of 12 × 24 stand in one column, ten of 8 × 24 in two', () => {
    const columns = (settings: object): number => {
      const info = runInfoOf('deep-ring', { N: 24, biases: true, ...settings });
      const { sheets } = layoutField(info.layout, info.tracks[0].weightCount, null);
      return new Set(sheets.map(({ frame }) => frame.origin[0].toFixed(3))).size;
    };
    expect(columns({ depth: 12, reach: 2 })).toBe(1);
    expect(columns({ depth: 8, reach: 4 })).toBe(2);
  });

  it('deep ring of one layer: rings over each other, one per component', () => {
    const info = runInfoOf('deep-ring', { N: 8, depth: 1, reach: 1 });
    const { sheets, space } = layoutField(info.layout, 24, null);
    expect(space).toBe('ring');
    expect(sheets.map(({ form }) => form)).toEqual(['curtain', 'curtain', 'curtain']);
  });

  it('labels keep to their side: the column that faces the viewer turns with the camera', () => {
    const info = runInfoOf('ring-shared', { N: 32 });
    const [part] = layoutField(info.layout, 32, 'couplings').sheets;
    expect(columnFacing(part, 0, 0, 0, 1)).toBe(16);
    expect(columnFacing(part, Math.PI / 2, 0, 0, 1)).toBe(24);
    expect(columnFacing(part, 0, 0, 0.5, 0)).toBe(16);
    for (let turn = -10; turn < 10; turn += 0.37) {
      const column = columnFacing(part, turn, 0, 0, 1);
      expect(column >= 0 && column < 32).toBe(true);
    }
  });
});

it('a ring of 10 000: every 10th site has its bar and its slab, which reaches to the next one that has', () => {
  const info = runInfoOf('scalar-field-1d', { N: 10_000 });
  const { sources, sites } = layoutField(info.layout, 10_000, 'couplings');
  expect(sources?.every).toBe(10);
  const { bars, bonds } = sources as NonNullable<typeof sources>;
  expect([bars.count, bonds.count]).toEqual([1000, 1000]);
  for (let k = 0; k < 1000; k++) {
    expect(bars.data[4 * k]).toBe(10 * k);
    expect(bonds.data[4 * k]).toBe(10 * k);
    expect(bars.from[3 * k]).toBe(sites[30 * k]);
    expect(bonds.to[3 * k] - bonds.from[3 * k]).toBeCloseTo((0.52 * 10 * 2 * Math.PI) / 10_000, 5);
  }
});

describe('packing of sheets', () => {
  const sheets = (...sizes: [number, number][]) => sizes.map(([rows, columns]) => ({ rows, columns }));

  it('2-14-14-1: two matrices side by side, the last row before them, as in the design', () => {
    const { corners } = packSheets(sheets([14, 3], [14, 15], [1, 15]));
    expect(corners[0][1]).toBe(0);
    expect(corners[1]).toEqual([3.5, 0]);
    expect(corners[2][1]).toBeGreaterThan(13);
  });

  it('sheets never overlap, for 40 networks', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const size = (i: number): number => 1 + ((seed * 7919 + i * 104729) % 17);
      const list = sheets(
        ...Array.from({ length: 1 + (seed % 5) }, (_, i): [number, number] => [size(i + 1), size(i) + 1]),
      );
      const { corners, width, depth } = packSheets(list);
      list.forEach((sheet, i) => {
        const [left, back] = corners[i];
        const right = left + Math.max(1, sheet.columns - 1);
        const front = back + Math.max(1, sheet.rows - 1);
        expect(left >= 0 && back >= 0 && right <= width + 1e-9 && front <= depth + 1e-9).toBe(true);
        for (let j = 0; j < i; j++) {
          const [otherLeft, otherBack] = corners[j];
          const apart =
            left >= otherLeft + Math.max(1, list[j].columns - 1) ||
            right <= otherLeft ||
            back >= otherBack + Math.max(1, list[j].rows - 1) ||
            front <= otherBack;
          expect(apart).toBe(true);
        }
      });
    }
  });
});

describe('field in words', () => {
  it('ring: largest and smallest weight, their sites, the time and the tracks', () => {
    const info = runInfoOf('ring-shared', { N: 4 }, ['second', 'ghost']);
    expect(fieldSummary(info, frameOf(info, 6.4, [0.01, 0.12, -0.08, 0]))).toBe(
      'Ring of 4 weights at t = 6.40: largest 0.120 at site 1, smallest \u22120.0800 at site 2; second order, gradient flow',
    );
  });

  it('torus: sites by row and column', () => {
    const info = runInfoOf('torus-shared', { rows: 3, columns: 4 });
    const weights = new Float32Array(12);
    weights[7] = 2;
    expect(fieldSummary(info, frameOf(info, 0, weights))).toContain('largest 2.00 at site 1, 3');
  });

  it('deep ring: layers and sites, and weights by component, layer and site', () => {
    const info = runInfoOf('deep-ring', { N: 4, depth: 2, reach: 1 });
    const weights = new Float32Array(24);
    weights[3 * 5] = 2;
    weights[3 * 3 + 2] = -1;
    expect(fieldGloss(info)).toBe('3 sheets of 2 layers × 4 sites, one per component');
    expect(fieldSummary(info, frameOf(info, 1, weights))).toBe(
      '3 sheets of 2 layers × 4 sites, 24 weights at t = 1.00: largest 2.00 at W₋₁ 1, 1, smallest −1.00 at W₊₁ 0, 3; second order',
    );
  });

  it('deep rings of as many weights but another depth do not stand on one lattice', () => {
    const info = runInfoOf('deep-ring', { N: 8, depth: 4, reach: 1 }, ['second', 'other']);
    const sections = (system: object) => ({
      ...info,
      document: { ...info.document, tracks: [{ id: 'other', role: 'other', sections: { system } }] },
    });
    const compared = (system: object) =>
      comparedIn(sections(system) as unknown as typeof info, { track: 'other', mode: 'twin' }).kind;
    expect(compared({ kind: 'deep-ring', N: 8, depth: 4, reach: 1, activation: 'sin' })).toBe('twin');
    expect(compared({ kind: 'deep-ring', N: 4, depth: 8, reach: 1 })).toBe('unlike');
  });

  it('numbers that are not finite are passed over', () => {
    const info = runInfoOf('ring-shared', { N: 3 });
    expect(fieldSummary(info, frameOf(info, 0, [NaN, 1, 0]))).toContain('largest 1.00 at site 1');
  });
});
