import { describe, expect, it } from 'vitest';
import { createSimulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { text } from '../../src/messages/index.ts';
import { flow, inertial, thermal } from '../../src/physics/integrators/motion.ts';
import { terms } from '../../src/store/screenKeys.ts';
import { plainTex } from '../../src/ui/math/latex.ts';
import { letteredOf } from '../../src/ui/math/NumberedEquation.tsx';
import { isFlat, piecesOf } from '../../src/ui/math/pieces.ts';
import { KEY_STEPS } from '../../src/ui/controls/keySteps.ts';
import { slid } from '../../src/ui/math/slide.ts';
import { termsOf, termWords } from '../../src/ui/math/terms.ts';
import { shippedDocuments } from '../helpers/shipped.ts';

describe('terms of equations', () => {
  it('are found by their roles, each once, in their order', () => {
    expect(termsOf([inertial('C').equation])).toEqual(['second', 'friction']);
    expect(termsOf([inertial('C').equation, flow('C').equation])).toEqual(['second', 'friction', 'ghost']);
    expect(termsOf([thermal('C').equation])).toEqual(['second', 'friction', 'heat']);
    expect(termsOf([{ tex: '\\htmlClass{c-nothing}{x} + y' }])).toEqual([]);
  });

  it('each has a name and a sentence; the roles leave no trace in LaTeX', () => {
    for (const term of terms) {
      expect(text(termWords[term].name).length).toBeGreaterThan(3);
      expect(text(termWords[term].about).length).toBeGreaterThan(40);
    }
    expect(plainTex(inertial('C').equation.tex)).toBe(
      '\\ddot w_n + \\gamma\\, \\dot w_n + \\tfrac{\\partial C}{\\partial w_n} = 0',
    );
  });
});

describe('numbers in equations', () => {
  it('stand in the place of their letters; a letter with a number below it stays', () => {
    expect(piecesOf('ẅₙ + γ ẇₙ + ∂C/∂wₙ = 0', ['γ'])).toEqual([
      { text: 'ẅₙ + ', symbol: null },
      { text: 'γ', symbol: 'γ' },
      { text: ' ẇₙ + ∂C/∂wₙ = 0', symbol: null },
    ]);
    const symbols = (plain: string): (string | null)[] =>
      piecesOf(plain, ['γ', 'J', 'K', 'T']).map(({ symbol }) => symbol);
    expect(symbols('C = ½ Σ Jₙ wₙ² + ½ Σ Kₙₘ (wₙ − wₘ)²')).toEqual([null, 'J', null, 'K', null]);
    // Two numbers beside each other are a product, and say so.
    expect(piecesOf('√(2γT) ξₙ', ['γ', 'T']).map((piece) => piece.text)).toEqual([
      '√(2·',
      'γ',
      '·',
      'T',
      ') ξₙ',
    ]);
    expect(symbols('J₁ + K₇')).toEqual([null]);
    expect(piecesOf('γ', [])).toEqual([{ text: 'γ', symbol: null }]);
    expect(
      piecesOf('C = ½ Σ Jₙ wₙ²', ['J'])
        .map(({ text: piece }) => piece)
        .join(''),
    ).toBe('C = ½ Σ Jₙ wₙ²');
  });

  it('of J and K only where all of them are the same', () => {
    expect(isFlat([2, 2, 2])).toBe(true);
    expect(isFlat(new Float32Array([0.1, 0.1]))).toBe(true);
    expect(isFlat([2, 0])).toBe(false);
    expect(isFlat([])).toBe(false);
    expect(isFlat([NaN, NaN])).toBe(false);
  });

  it('every shipped run: the number that stands for J or K is that of every site and bond', () => {
    let found = 0;
    for (const { id, document } of shippedDocuments()) {
      const [{ system, scenario }] = createSimulation({ ...document, tracks: [] }, typescriptKernels).tracks;
      const couplings = system.couplings(null);
      if (couplings === null) continue;
      const flat = { J: isFlat(couplings.J), K: isFlat(couplings.K) };
      const lettered = letteredOf({ scenario }, flat);
      for (const letter of ['J', 'K'] as const) {
        const value = lettered.get(letter)?.value;
        if (value === undefined) continue;
        found++;
        expect(value, `${letter} of ${id}`).toBeCloseTo(couplings[letter][0], 9);
      }
      expect(lettered.has('K') && !flat.K, id).toBe(false);
    }
    expect(found).toBeGreaterThan(20);
  });

  it('a drag of 240 pixels goes through the whole range and no further', () => {
    const range = { min: -2, max: 1 };
    expect(slid(range, -2, 240)).toBe(1);
    expect(slid(range, 0, 80)).toBe(1);
    expect(slid(range, 0, 40)).toBeCloseTo(0.5, 12);
    expect(slid(range, 0, -1000)).toBe(-2);
    expect(KEY_STEPS.ArrowUp).toBe(1);
    expect(KEY_STEPS.PageDown).toBe(-10);
  });
});
