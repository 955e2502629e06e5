import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/views/charts/figure.ts';
import { fitIn, holdsPlot, layOut } from '../../../src/views/charts/geometry.ts';

const axis = { name: 'C', scale: 'linear', span: { min: 0, max: 1 }, ticks: [] } as unknown as Figure['x'];
const figure = (panels: number, square = false): Figure =>
  ({
    x: axis,
    panels: Array.from({ length: panels }, () => ({ y: axis, share: 1 })),
    labels: [],
    square,
    summary: '',
  }) as unknown as Figure;

describe('a figure in its box', () => {
  it('a hidden box, and one no higher than its margins, hold no plot', () => {
    for (const size of [12, 20]) {
      expect(holdsPlot(layOut(figure(1), 0, 0, size))).toBe(false);
      expect(holdsPlot(layOut(figure(1), 600, 3.8 * size, size))).toBe(false);
      expect(holdsPlot(layOut(figure(1), 5.9 * size, 300, size))).toBe(false);
      expect(holdsPlot(layOut(figure(2), 600, 5 * size, size))).toBe(false);
      expect(holdsPlot(layOut(figure(1), 600, 8 * size, size))).toBe(true);
      expect(holdsPlot(layOut(figure(2), 600, 8 * size, size))).toBe(true);
    }
  });

  it('too low for two panels: the first stands alone, with its own labels; too low for one: nothing', () => {
    const two = {
      ...figure(2),
      labels: [
        { key: 'a', panel: 0, at: 0 },
        { key: 'b', panel: 1, at: 0 },
      ],
    } as unknown as Figure;
    expect(fitIn(two, 600, 160, 20)?.figure).toBe(two);
    const alone = fitIn(two, 600, 5 * 20, 20);
    expect(alone?.figure.panels).toHaveLength(1);
    expect(alone?.geometry.panels).toHaveLength(1);
    expect(alone?.figure.labels.map(({ key }) => key)).toEqual(['a']);
    expect(fitIn(two, 600, 3.8 * 20, 20)).toBeNull();
  });

  it('the name of the axis stands right of the plot where names of lines leave it room, else under the axis', () => {
    const named = (name: string): boolean => {
      const labels = [{ key: 'a', panel: 0, at: 0 }];
      const of = { ...figure(1), x: { ...axis, name }, labels, labelRoom: 9.6 } as unknown as Figure;
      return layOut(of, 600, 160, 12).roomRight;
    };
    expect([
      named('hidden neurons *n*'),
      named('*x*: spacing *a*/*s*, friction *γT*, unevenness *δ*'),
    ]).toEqual([true, false]);
    expect(layOut(figure(1), 600, 160, 12).roomRight).toBe(false);
  });

  it('of three panels as many of the first stand as fit, and one that asks for a height only where it has it', () => {
    const panels = figure(3).panels.map((panel, n) => (n === 2 ? { ...panel, least: 4 } : panel));
    const three = { ...figure(3), panels, rasterBelow: {} } as unknown as Figure;
    const count = (height: number) => fitIn(three, 600, height * 10, 10)?.figure.panels.length;
    // 3.8 type sizes of margins and 1.7 between panels: 12 are left for three panels, then 11.4.
    expect([count(19.2), count(18.6), count(9)]).toEqual([3, 2, 2]);
    expect(fitIn(three, 600, 90, 10)?.figure.rasterBelow).toBeDefined();
    expect(fitIn(three, 600, 60, 10)?.figure.rasterBelow).toBeUndefined();
  });

  it('labels that may be left out are, the later ones first, where the plot is too low for all', () => {
    const labels = ['a', 'b', 'c', 'd'].map((key) => ({ key, panel: 0, at: 0, spare: key !== 'a' }));
    const one = { ...figure(1), labels } as unknown as Figure;
    const keys = (room: number) =>
      fitIn(one, 600, (3.8 + 1.3 * room) * 10 + 0.01, 10)
        ?.figure.labels.map(({ key }) => key)
        .join('');
    expect([keys(4), keys(3), keys(1)]).toEqual(['abcd', 'abc', 'a']);
  });

  it('square: as wide as high', () => {
    const [panel] = layOut(figure(1, true), 600, 240, 12).panels;
    expect(panel.width).toBeCloseTo(panel.height, 9);
  });
});
