import { describe, expect, it } from 'vitest';
import { outputCost, outputPulls, outputSlope } from '../../../src/scenario/costs.ts';
import { costsFigure, costsTable, kindsOf } from '../../../src/views/charts/costs/figure.ts';
import { isEmpty, type Figure } from '../../../src/views/charts/figure.ts';
import { tracks } from './run.ts';

const whole = <T>(span: T): T => span;
const bits = { targets: [1, 0], outputCount: 1, bits: true };

function figureOf(...all: Parameters<typeof costsFigure>): Figure {
  const shown = costsFigure(...all);
  if (isEmpty(shown)) throw new Error(shown.empty);
  return shown;
}

describe('cost of one output', () => {
  it('exact: (Z − Y)², |Z − Y|, ln(1 + e^Z) − YZ, and slopes as their differences', () => {
    expect(outputCost('squared', 3, 1)).toBe(4);
    expect(outputCost('absolute', -2, 1)).toBe(3);
    expect(outputCost('cross-entropy', 0, 1)).toBeCloseTo(Math.log(2), 15);
    for (const kind of ['squared', 'absolute', 'cross-entropy'] as const) {
      for (const [Z, Y] of [
        [0.3, 1],
        [-1.7, 0],
        [2.2, 1],
      ]) {
        const h = 1e-6;
        const slope = (outputCost(kind, Z + h, Y) - outputCost(kind, Z - h, Y)) / (2 * h);
        expect(outputSlope(kind, Z, Y)).toBeCloseTo(slope, 8);
      }
    }
  });
  it('pulls of several outputs: cross-entropy Y − softmax(Z), squares 2(Y − Z)', () => {
    const Z = [1, 0, -2, 0.5];
    const Y = [1, 0, 0, 1];
    const [a, b] = [1 / (1 + Math.exp(-1)), 1 / (1 + Math.exp(2.5))];
    const pulls = outputPulls('cross-entropy', Z, Y, 2);
    [1 - a, a - 1, -b, b].forEach((pull, i) => expect(pulls[i]).toBeCloseTo(pull, 14));
    expect(Array.from(outputPulls('squared', Z, Y, 2))).toEqual([0, 0, 4, 1]);
    expect(Array.from(outputPulls('cross-entropy', [0], [1], 1))).toEqual([0.5]);
  });
  it('pull: of cross-entropy and of absolute errors never more than 1', () => {
    for (const Z of [-50, -1, 0, 3, 40]) {
      for (const Y of [0, 1]) {
        expect(Math.abs(outputSlope('absolute', Z, Y))).toBeLessThanOrEqual(1);
        expect(Math.abs(outputSlope('cross-entropy', Z, Y))).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('kinds of cost', () => {
  it('cross-entropy is drawn of one output whose targets are 0 and 1', () => {
    expect(kindsOf(bits)).toEqual(['squared', 'absolute', 'cross-entropy']);
    expect(kindsOf({ ...bits, bits: false })).toEqual(['squared', 'absolute']);
    expect(kindsOf({ ...bits, outputCount: 2 })).toEqual(['squared', 'absolute']);
  });
  it('two classes: every dot lies on the curve of its own cost, whichever its class', () => {
    const all = [
      { track: tracks[0], kind: 'cross-entropy' as const, outputs: [1.5, 0.4] },
      { track: tracks[1], kind: 'squared' as const, outputs: [1.5, 0.4] },
    ];
    const { panels } = figureOf(bits, all, whole, whole);
    const dots = panels[0].marks.filter((mark) => mark.kind === 'dots');
    // Logits 1.5 of class 1 and 0.4 of class 0: 1.5 on the right side, 0.4 on the wrong one.
    expect(Array.from(dots[0].x)).toEqual([1.5, -0.4]);
    expect(dots[0].y[0]).toBeCloseTo(Math.log1p(Math.exp(-1.5)), 14);
    expect(dots[0].y[1]).toBeCloseTo(Math.log1p(Math.exp(0.4)), 14);
    // (m − ½)², m = 1 and 0.1.
    expect(dots[1].x[0]).toBeCloseTo(1, 14);
    expect(dots[1].x[1]).toBeCloseTo(0.1, 14);
    for (const i of [0, 1]) expect(dots[1].y[i]).toBeCloseTo((dots[1].x[i] - 0.5) ** 2, 14);
  });
  it('numbers: by their errors; facts tell the mean and the largest pull', () => {
    const wanted = { targets: [0, 0, 0, 4], outputCount: 1, bits: false };
    const all = [{ track: tracks[0], kind: 'squared' as const, outputs: [0, 0, 1, 1] }];
    const figure = figureOf(wanted, all, whole, whole);
    const [dots] = figure.panels[0].marks.filter((mark) => mark.kind === 'dots');
    expect(Array.from(dots.x)).toEqual([0, 0, 1, -3]);
    expect(Array.from(dots.y)).toEqual([0, 0, 1, 9]);
    expect(figure.facts?.rows.map(({ values }) => values)).toEqual([['2'], ['6']]);
    expect([...costsTable(wanted, all).rows][3]).toEqual([3, 0, 4, 1, 9, -6]);
  });
  it('cross-entropy of a target between 0 and 1 has a curve of its own: it says so, and not that there are several outputs', () => {
    const all = [{ track: tracks[0], kind: 'cross-entropy' as const, outputs: [1, 2] }];
    const shown = costsFigure({ targets: [0.3, 1], outputCount: 1, bits: false }, all, whole, whole);
    expect(isEmpty(shown) && shown.empty).toContain('between 0 and 1');
  });
  it('cross-entropy of several outputs has no curve: it says so', () => {
    const all = [{ track: tracks[0], kind: 'cross-entropy' as const, outputs: [1, 2] }];
    expect(isEmpty(costsFigure({ targets: [1, 0], outputCount: 2, bits: false }, all, whole, whole))).toBe(
      true,
    );
  });
});
