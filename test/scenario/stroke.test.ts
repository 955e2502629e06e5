import { describe, expect, it } from 'vitest';
import { fieldCanvas } from '../../src/scenario/brush.ts';
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
        for (const site of [9, 10]) paint(shape, canvas!.over(site, 1));
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
