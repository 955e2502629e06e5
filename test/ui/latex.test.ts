import katex from 'katex';
import { describe, expect, it } from 'vitest';
import type { RunInfo } from '../../src/engine/protocol.ts';
import { costOf, layerOf, motionOf, termOf } from '../../src/ui/math/equations.ts';
import { errataOf } from '../../src/ui/math/errata.ts';
import { latexOf, plainTex, texNumber } from '../../src/ui/math/latex.ts';
import { sourceEnergies } from '../../src/ui/rails/energies.ts';
import type { Readouts } from '../../src/store/types.ts';
import type { Scenario } from '../../src/scenario/types.ts';

function ring(dynamics = 'second-order', quadratic = true, system: object = {}, outputCount = 3): RunInfo {
  return {
    document: {
      version: 1,
      scenario: {
        system: { kind: 'ring-shared', ...system },
        expansion: { kind: 'de-sitter', gamma: 0.5, t0: 0 },
      },
      edits: [],
    },
    applied: 0,
    data: { outputCount },
    dt: 0.125,
    dimension: 1,
    quadratic,
    tracks: [
      {
        id: 'main',
        role: 'second',
        dynamics,
        weightCount: 3,
        staggered: false,
        firstOrder: dynamics.startsWith('gradient'),
        jump: dynamics === 'gradient-descent' ? 1 : null,
        eta: null,
        substeps: 1,
        curvature: 4,
        largestStableStep: 1,
        costUnit: 'target^2',
        sampleCount: 1,
        testCount: 0,
        ownData: false,
      },
    ],
    layout: { shape: 'ring', sheets: [{ rows: 1 }], bonds: Int32Array.from([0, 1, 1, 2, 2, 0]) },
  } as unknown as RunInfo;
}
const now: Readouts = {
  time: 1.5,
  step: 12,
  gamma: 0.5,
  hubble: 0.5,
  logScaleFactor: 0.75,
  efolds: 0.75,
  largestStep: 1,
  textbook: null,
  boundTrack: 0,
  modes: {
    regime: 'underdamped',
    counted: true,
    foundAt: null,
    flat: 0,
    creeping: 0,
    swinging: 3,
    growing: 0,
    slowest: 1,
    fastest: 4,
  },
  tracks: [{ cost: 0.25, kinetic: 1e-7, batchCost: 0, testCost: NaN, amplitude: 1, difference: 0 }],
};

describe('LaTeX of a run', () => {
  it('classes of this page are taken out, however deep', () => {
    expect(plainTex('\\tfrac12 \\htmlClass{c-J}{J_{\\htmlClass{c-second}{n}}} x')).toBe('\\tfrac12 J_{n} x');
    expect(plainTex('a + b')).toBe('a + b');
  });
  it('numbers: powers of ten are written out', () => {
    expect(texNumber(1.23e-7)).toBe('1.23 \\times 10^{-7}');
    expect(texNumber(-0.5)).toBe('-0.5');
    expect(texNumber(Infinity)).toBe('\\infty');
  });
  it('whole: motion, Lagrangian, cost and numbers, and KaTeX reads every piece', () => {
    const latex = latexOf(ring(), 'A bump & 100 %', now);
    expect(latex).toContain('% A bump \\& 100 \\%;');
    expect(latex).toContain('\\ddot w_n + \\gamma\\, \\dot w_n');
    // L alone knows no friction: the action has the factor.
    expect(latex).toContain('S &= \\int e^{\\int\\!\\gamma\\,dt}\\, L');
    expect(latex).toContain('L &= T - C');
    expect(latex).toContain('\\gamma &= 0.5, & \\eta = 1/\\gamma &= 2');
    expect(latex).toContain('L = T - C &= -0.25');
    expect(latex).not.toContain('htmlClass');
    for (const [, tex] of latex.matchAll(/\\\[\n([\s\S]*?)\n\\\]/g)) {
      expect(() => katex.renderToString(tex, { throwOnError: true })).not.toThrow();
    }
    const numbers = /\\begin\{align\*\}[\s\S]*\\end\{align\*\}/.exec(latex)?.[0] ?? '';
    expect(() => katex.renderToString(numbers, { throwOnError: true, displayMode: true })).not.toThrow();
  });
  it('first order: its own equation and source, no momentum, no T − C', () => {
    const flow = latexOf(ring('gradient-flow'), '', now);
    expect(flow).toContain('Eq. 4');
    expect(flow).not.toMatch(/T - C|\\mu/);
    const steps = latexOf(ring('gradient-descent'), '', now);
    expect(steps).toContain('Eq. 3');
    expect(steps).toContain('w_n \\leftarrow w_n - \\eta');
    expect(steps).not.toMatch(/T - C|\\dot w/);
    for (const latex of [flow, steps]) {
      for (const [, tex] of latex.matchAll(/\\\[\n([\s\S]*?)\n\\\]/g)) {
        expect(() => katex.renderToString(tex, { throwOnError: true })).not.toThrow();
      }
    }
  });
  it('in a bath: the Gibbs measure, no action, no momentum', () => {
    const hot = latexOf(ring('langevin'), '', now);
    expect(hot).toContain('\\propto');
    expect(hot).not.toMatch(/T - C|\\mu/);
    expect(latexOf(ring('reference'), '', now)).not.toContain('\\mu');
  });
  it('samples that are drawn: their own cost c moves the run, and no measure is claimed in a bath of them', () => {
    const of = (dynamics: string): string => {
      const info = ring(dynamics);
      const tracks = info.tracks.map((track) => ({ ...track, drawn: true }));
      const costs = [{ ...now.tracks[0], batchCost: 0.0625 }];
      return latexOf({ ...info, tracks }, '', { ...now, tracks: costs });
    };
    for (const dynamics of ['second-order', 'langevin', 'gradient-flow', 'gradient-descent']) {
      const latex = of(dynamics);
      expect(latex).toContain('\\partial c}');
      expect(latex).not.toMatch(/\\partial C|\\propto/);
    }
    expect(of('second-order')).toContain('c &= 0.0625, & L = T - c &= -0.062499');
  });
  it('before the first frame: no numbers', () => {
    expect(latexOf(ring(), '', null)).not.toContain('align*');
  });
  it('every equation is one that KaTeX reads', () => {
    const deep = { kind: 'deep-ring', biases: true, residual: true };
    const all = [
      ring(),
      ring('gradient-descent'),
      ring('second-order', false),
      ...['squared', 'absolute', 'cross-entropy'].map((cost) =>
        ring('second-order', false, { ...deep, cost }),
      ),
      ring('second-order', false, { cost: 'cross-entropy' }, 1),
      ...['quadratic', 'cell', 'four-field'].map((order) =>
        ring('second-order', false, { kind: 'two-field-1d', order }),
      ),
    ];
    expect(new Set(all.map((info) => costOf(info).id)).size).toBe(8);
    for (const info of all) {
      const layer = layerOf(info);
      for (const { tex } of [...motionOf(info), costOf(info), ...(layer === null ? [] : [layer])]) {
        expect(() => katex.renderToString(plainTex(tex), { throwOnError: true })).not.toThrow();
      }
    }
  });
});

describe('layer of a deep ring', () => {
  const layer = (biases: boolean, residual: boolean) =>
    layerOf(ring('second-order', false, { kind: 'deep-ring', biases, residual }))?.plain;
  it('names the parts that it has, and stands in the LaTeX of the run', () => {
    expect(layer(false, false)).toBe('hᵢ ← σ(Σ Wᵢₛ hᵢ₊ₛ)');
    expect(layer(true, true)).toBe('hᵢ ← σ(Σ Wᵢₛ hᵢ₊ₛ + bᵢ) + hᵢ');
    const deep = ring('second-order', false, { kind: 'deep-ring', biases: true, residual: false });
    expect(latexOf(deep, '', null)).toContain('W^m_{i,s}\\, h^m_{i+s} + b^m_i');
    expect(layerOf(ring())).toBeNull();
  });
});

describe('term of a synapse', () => {
  it('site 0 of a ring of 3: its J, and the two bonds it hangs on', () => {
    const term = termOf(ring(), 0);
    expect(term?.plain).toBe('∂C/∂w₀ = J₀ w₀ + K₀ (w₀ − w₁) + K₂ (w₀ − w₂)');
    expect(() => katex.renderToString(plainTex(term?.tex ?? ''), { throwOnError: true })).not.toThrow();
  });
  it('no quadratic cost, or no such weight: no term', () => {
    expect(termOf(ring('second-order', false), 0)).toBeNull();
    expect(termOf(ring(), 3)).toBeNull();
  });
  it('energies: ½ΣJw² and ½ΣK(w_i − w_j)² by hand', () => {
    const found = sourceEnergies([1, 2, 0], [2, 1, 5], [1, 3, 10], [0, 1, 1, 2, 2, 0]);
    expect(found).toEqual({ site: 3, bond: 0.5 * (1 + 12 + 10) });
  });
});

describe('errata', () => {
  const errata = (
    system: string,
    expansion: string,
    dynamics = 'second-order',
    order = '',
  ): readonly string[] =>
    errataOf(
      { system: { kind: system, order }, expansion: { kind: expansion } } as unknown as Scenario,
      ring(dynamics),
    ).map(({ id }) => id);
  it('each is told where it matters', () => {
    expect(errata('ring-perceptron', 'de-sitter')).toEqual(['E1', 'E2', 'E9']);
    expect(errata('ring-shared', 'flat')).toEqual([]);
    expect(errata('dense', 'de-sitter', 'gradient-descent')).toEqual(['E9', 'E11', 'E12', 'E14']);
    const twoFields = (order: string) => errata('two-field-1d', 'flat', 'second-order', order);
    expect(twoFields('quadratic')).toEqual(['E4', 'E5', 'E6', 'E7', 'E15']);
    expect(twoFields('cell')).toEqual(['E5', 'E16']);
    expect(twoFields('four-field')).toEqual(['E6', 'E16']);
  });
});
