import { describe, expect, it } from 'vitest';
import { fieldCanvas, sheetOf } from '../../src/scenario/brush.ts';
import { addProfile } from '../../src/scenario/commands/poke.ts';
import { nextScenario } from '../../src/scenario/edits.ts';
import { scalarSourcesOf } from '../../src/scenario/fieldSources.ts';
import { documentOf } from '../helpers/run.ts';
import { bumpAt, MOST_BY_HAND, paint, sitesBetween, sparse, withinReach } from '../../src/scenario/stroke.ts';
import { runInfoOf } from '../views/runInfo.ts';

/** What a hand adds to a field, as its commands carry it. */

const sheetsOf = (...[kind, settings]: Parameters<typeof runInfoOf>) =>
  runInfoOf(kind, settings).layout.sheets;

describe('what a hand adds', () => {
  it('a pull on a torus is A e^{−d²/2s²} with the shorter way round both circles, to 1e-14', () => {
    const sheets = sheetsOf('torus-shared', { rows: 4, columns: 6 });
    const weight = sheets[0].weight[0];
    const values = new Float64Array(24);
    addProfile(bumpAt(sheets, weight, 1.5, 2), sheets, values);
    for (let site = 0; site < 24; site++) {
      const [row, column] = [Math.floor(site / 6), site % 6];
      const squared = Math.min(row, 4 - row) ** 2 + Math.min(column, 6 - column) ** 2;
      expect(values[sheets[0].weight[site]]).toBeCloseTo(1.5 * Math.exp(-squared / 8), 14);
    }
  });

  it('of a width of 0 it moves one weight alone', () => {
    const sheets = sheetsOf('ring-shared', { N: 12 });
    const values = new Float64Array(12);
    addProfile(bumpAt(sheets, 5, -0.3, 0), sheets, values);
    expect([...values]).toEqual(Array.from({ length: 12 }, (_, n) => (n === 5 ? -0.3 : 0)));
  });

  it('where there are several sheets it stays on its own, and there it is the bump, to 1e-4 of it', () => {
    const sheets = sheetsOf('dense', { sizes: [2, 5, 3, 1] });
    const count = Math.max(...sheets.flatMap(({ weight }) => [...weight])) + 1;
    const [, second] = sheets;
    const values = new Float64Array(count);
    addProfile(bumpAt(sheets, second.weight[7], 2, 1), sheets, values);
    const { columns } = second;
    second.weight.forEach((weight, site) => {
      const squared =
        (Math.floor(site / columns) - Math.floor(7 / columns)) ** 2 + ((site % columns) - (7 % columns)) ** 2;
      expect(Math.abs(values[weight] - 2 * Math.exp(-squared / 2))).toBeLessThan(2.1e-4);
    });
    for (const sheet of sheets) {
      if (sheet !== second) for (const weight of sheet.weight) expect(values[weight]).toBe(0);
    }
  });

  it('numbers of a stroke are decimals to a part in 10⁴ of the largest, and what is less is left out', () => {
    expect(
      sparse([
        [4, 0.123456789],
        [2, 0],
        [9, 0.00000123],
        [7, -0.00004321],
      ]),
    ).toEqual({ at: [4, 7], add: [0.12346, -0.00004] });
    expect(sparse([[1, 0]])).toEqual({ at: [], add: [] });
    expect(sparse([[1, 1234.5678]])).toEqual({ at: [1], add: [1234.6] });
  });

  it('a height is held within a thousand, or within what it was, and no number stays none', () => {
    expect(withinReach(1e9, 0)).toBe(MOST_BY_HAND);
    expect(withinReach(-1e9, 3)).toBe(-MOST_BY_HAND);
    expect(withinReach(4000, 5000)).toBe(4000);
    expect(withinReach(6000, -5000)).toBe(5000);
    expect(withinReach(NaN, 0)).toBeNaN();
  });

  it('a stroke goes the shorter way round a torus, site by site, and straight where nothing closes', () => {
    const torus = { rows: 6, columns: 6, periodicRows: true, periodicColumns: true };
    expect(sitesBetween(torus, 0, 35)).toEqual([35]);
    expect(sitesBetween(torus, 1, 1 + 12 + 2)).toEqual([8, 15]);
    expect(sitesBetween(torus, 9, 9)).toEqual([]);
    const open = { ...torus, periodicRows: false, periodicColumns: false };
    expect(sitesBetween(open, 0, 35)).toHaveLength(5);
    expect(sitesBetween(open, 0, 35).at(-1)).toBe(35);
  });

  it('a brush covers what it is over, as far as a stroke keeps it, and each number once', () => {
    const ground = (kind: string) =>
      documentOf({ system: { kind, rows: 9, columns: 40, K: 1, J: 0 }, data: { kind: 'none' } }).scenario;
    const [torus] = sheetsOf('torus-shared', { rows: 9, columns: 40 });
    for (const width of [0, 0.7, 1, 3, 30]) {
      const fields = (['K', 'J'] as const).map((target) => fieldCanvas(ground('scalar-field-2d'), target)!);
      for (const canvas of [sheetOf([torus], torus.weight[0], 360)!, ...fields]) {
        const covered = new Map<number, number>();
        canvas.over(5 * 40 + 2, width, (n, height) => {
          expect(covered.has(n)).toBe(false);
          covered.set(n, height);
        });
        // A brush wider than the lattice is over all of it: what it makes of every number.
        const whole = new Map<number, number>();
        canvas.over(5 * 40 + 2, 1000, (n) => whole.set(n, 0));
        expect(whole.size).toBe(canvas.count);
        const largest = Math.max(...covered.values());
        expect(largest).toBeGreaterThan(0.1);
        for (const [n, height] of covered) expect(height, `${n}`).toBeLessThanOrEqual(largest);
      }
      // On the sheet by hand: nothing that a stroke would keep is left out.
      const canvas = sheetOf([torus], torus.weight[0], 360)!;
      const shape = new Float32Array(360);
      paint(shape, canvas, 5 * 40 + 2, width);
      for (let site = 0; site < 360; site++) {
        const down = Math.abs(Math.floor(site / 40) - 5);
        const right = Math.abs((site % 40) - 2);
        const squared = Math.min(down, 9 - down) ** 2 + Math.min(right, 40 - right) ** 2;
        const wanted = width === 0 ? Number(squared === 0) : Math.exp(-squared / (2 * width * width));
        expect(Math.abs(shape[torus.weight[site]] - wanted)).toBeLessThan(5e-6);
      }
    }
  });

  it('a wide brush goes on by a part of its width, and its height in between sinks by less than 10⁻³', () => {
    const ring = { rows: 1, columns: 4096, periodicRows: false, periodicColumns: true };
    const path = sitesBetween(ring, 4000, 200, 256);
    expect(path.at(-1)).toBe(200);
    expect(path.length).toBe(Math.ceil(296 / 16));
    const steps = [4000, ...path].map((site, n, all) => (n === 0 ? 0 : (site - all[n - 1] + 4096) % 4096));
    const widest = Math.max(...steps);
    expect(1 - Math.exp(-((widest / 2) ** 2) / (2 * 256 * 256))).toBeLessThan(1e-3);
    expect(sitesBetween(ring, 4000, 200, 16)).toHaveLength(296);
  });

  it('what is drawn of a stroke over J, K and force is what the command then makes of them, to 1e-12', () => {
    for (const K of [1.5, 'cosine']) {
      const document = documentOf({
        system: { kind: 'scalar-field-2d', rows: 4, columns: 6, spacing: 0.5, K, J: 'bump', force: 0.25 },
        data: { kind: 'none' },
      });
      const before = scalarSourcesOf(document.scenario);
      for (const target of ['K', 'J', 'force'] as const) {
        const canvas = fieldCanvas(document.scenario, target);
        const shape = new Float32Array(canvas?.count ?? 0);
        for (const site of [9, 10]) paint(shape, canvas!, site, 1);
        expect(Math.max(...shape)).toBeCloseTo(target === 'K' ? Math.exp(-1 / 8) : 1, 6);
        const profile = sparse(Array.from(shape, (part, n): [number, number] => [n, 0.7 * part]));
        const command = { kind: 'source', target, profile } as const;
        const after = scalarSourcesOf(nextScenario(document, { step: 0, command }));
        profile.at.forEach((n, which) => {
          const drawn = profile.add[which] * canvas!.unit;
          expect(after![target][n] - before![target][n]).toBeCloseTo(drawn, 12);
        });
      }
    }
  });
});
