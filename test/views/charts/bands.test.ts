import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import '../../../src/messages/late.ts';
import { History } from '../../../src/engine/history.ts';
import type { Dispersion } from '../../../src/engine/observations/index.ts';
import { Observers } from '../../../src/engine/observations/observers.ts';
import { createSimulation } from '../../../src/engine/simulation.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { parseRunDocument } from '../../../src/scenario/document.ts';
import { bandsFigure, bandsTable, signedRoot } from '../../../src/views/charts/bands/figure.ts';
import { isEmpty } from '../../../src/views/charts/figure.ts';

function shipped(id: string, steps: number): Dispersion {
  const text = readFileSync(new URL(`../../../public/scenarios/${id}.json`, import.meta.url), 'utf8');
  const simulation = createSimulation(parseRunDocument(text), typescriptKernels, { tracks: 'main' });
  const history = new History();
  history.add(simulation.snapshot());
  simulation.advance(steps);
  const observers = new Observers({ simulation, history, kernels: typescriptKernels });
  observers.subscribe({ key: 1, id: 'dispersion' });
  return observers.value(1) as Dispersion;
}

function drawn(seen: Dispersion) {
  const figure = bandsFigure(seen);
  if (isEmpty(figure)) throw new Error(figure.empty);
  const dots = figure.panels.map(({ marks }) =>
    marks.flatMap((mark) =>
      mark.kind === 'dots' ? Array.from(mark.x, (x, i) => ({ x, y: mark.y[i], size: mark.size })) : [],
    ),
  );
  return { figure, omega: dots[0], gamma: dots[1] };
}

describe('chart of the modes', () => {
  it('growth is drawn below 0, as phonon spectra draw it', () => {
    expect([signedRoot(4), signedRoot(0), signedRoot(-9)]).toEqual([2, 0, -3]);
  });
  it('hear-the-modes: 33 dots on ω² = 0.09 + 4 sin² ½k to 1 %, 33 on γ = 0.8, the boundary at 0.4', () => {
    const { figure, omega, gamma } = drawn(shipped('hear-the-modes', 40));
    expect(omega).toHaveLength(33);
    for (const { x, y } of omega)
      expect(Math.abs(y / Math.sqrt(0.09 + 4 * Math.sin(x / 2) ** 2) - 1)).toBeLessThan(0.01);
    expect(gamma).toHaveLength(33);
    for (const { y } of gamma) expect(y).toBeCloseTo(0.8, 5);
    expect(figure.labels.find(({ key }) => key === 'half')?.at).toBe(0.4);
    expect(figure.summary).toMatch(
      /^33 of 33 modes measured from t = 0.00 to 5.00, .*Modes above 0.400 swing\.$/,
    );
  });
  it('struck-torus: 169 dots on one curve of 2√(sin² ½kx + sin² ½ky)', () => {
    const { omega } = drawn(shipped('struck-torus', 40));
    expect(omega).toHaveLength(169);
    for (const { x, y } of omega) expect(Math.abs(y / Math.sqrt(0.09 + x * x) - 1)).toBeLessThan(0.01);
  });
  it('flat-bands: two bands at every phase, ω = 0.96 and 1.6, to 1 %', () => {
    const seen = shipped('flat-bands', 60);
    expect(seen.cell).toBe(2);
    const { omega } = drawn(seen);
    expect(omega).toHaveLength(26);
    for (const { y } of omega) expect(Math.min(Math.abs(y - 0.96), Math.abs(y - 1.6))).toBeLessThan(0.01);
    for (const line of seen.lines.omega2) {
      const [first] = line;
      for (const value of line) expect(value).toBeCloseTo(first, 10);
    }
  });
  it('saddle-bands: one of four bands grows, fastest at κ = π, and is measured there to 1 %', () => {
    const seen = shipped('saddle-bands', 90);
    expect(seen.cell).toBe(4);
    const growing = seen.lines.omega2.filter((line) => line.every((value) => value < -1));
    expect(growing).toHaveLength(1);
    expect(growing[0].every((value) => value >= growing[0][growing[0].length - 1] - 1e-9)).toBe(true);
    const edge = drawn(seen).omega.filter(({ x, y }) => Math.abs(x - Math.PI) < 1e-9 && y < 0);
    expect(edge).toHaveLength(1);
    const exact = -Math.sqrt(-growing[0][growing[0].length - 1]);
    expect(Math.abs(edge[0].y / exact - 1)).toBeLessThan(0.01);
  });
  it('loud modes are large dots; a file has a row for every mode', () => {
    const seen = shipped('hear-the-modes', 40);
    const only = {
      ...seen,
      power: seen.power.map((_, mode) => (mode === 3 ? 1 : mode === 4 ? 1e-4 : 1e-12)),
    };
    const { omega } = drawn(only);
    const sizeAt = (m: number) => omega.find(({ x }) => Math.abs(x - (2 * Math.PI * m) / 64) < 1e-9)?.size;
    expect([sizeAt(3), sizeAt(4), sizeAt(5)]).toEqual([9, 6.5, 4.5]);
    expect([...bandsTable(seen).rows]).toHaveLength(33);
  });
  it.each(['first-order', 'samples', 'no-modes', 'lost'] as const)(
    '%s: says why there is nothing',
    (obstacle) => {
      const figure = bandsFigure({ ...shipped('hear-the-modes', 1), obstacle });
      expect(isEmpty(figure) && figure.empty.length > 20).toBe(true);
    },
  );
});
