import { quadraticActivation } from '../../networks/ring-two-layer/declaration.ts';
import { latticeDictionary } from '../../dictionary.ts';
import { meshExtent } from '../../estimates.ts';
import { choice, integer, ParameterError, real } from '../../parameters.ts';
import type { ContinuumOrder, SystemDeclaration } from '../../types.ts';
import { costFormulas } from './formulas.ts';
import { notesOf } from './limits.ts';

/** Eq. 19 on finer meshes than this would have points closer than the neurons, which stand a apart. */
const FINEST_QUADRATIC_MESH = 4;

const parameters = {
  N: integer({
    symbol: 'N',
    label: 'cells',
    help: 'Cells of the ring, each one input and one output; they stand 4a apart.',
    apply: 'restart',
    default: 32,
    min: 3,
    max: 65536,
    slider: [4, 256],
    scale: 'log',
  }),
  spacing: real({
    symbol: 'a',
    label: 'spacing',
    help: 'Distance of neighbouring neurons. Table II counts in it; the motion of the weights does not depend on it.',
    source: 'Table II',
    apply: 'live',
    default: 1,
    min: 0,
    exclusiveMin: true,
    slider: [0.1, 2],
    scale: 'log',
  }),
  mesh: integer({
    symbol: 'm',
    label: 'points per cell',
    help: 'Points of the mesh in a cell; between cells the data are interpolated by cubics. At most 4 for Eq. 19.',
    source: 'erratum E7',
    apply: 'restart',
    default: 1,
    min: 1,
    max: 16,
    slider: [1, 16],
    scale: 'linear',
  }),
  ...quadraticActivation,
  order: choice({
    symbol: 'c',
    label: 'theory',
    help: 'Eq. 19 with its signs corrected; the whole square of a cell; or the exact lattice as four fields, whose c is counted as 2Σe² a cell.',
    source: 'Eq. 19',
    apply: 'restart',
    default: 'quadratic',
    options: [
      { value: 'quadratic', label: 'Equation 19' },
      { value: 'cell', label: 'Cell potential' },
      { value: 'four-field', label: 'Four fields' },
    ],
  }),
};

/** A truncation, a square without gradients, the lattice itself. */
const errataOf: Readonly<Record<ContinuumOrder, readonly string[]>> = {
  quadratic: ['E4', 'E5', 'E6', 'E7', 'E15'],
  cell: ['E5', 'E16'],
  'four-field': ['E6', 'E16'],
};

/**
 * Continuum theories of Example 2, all in units of W: w″ + γ w′ + ½ ∂c/∂w = 0, cost ½ Σ_points c.
 *   quadratic   Eq. 19 with Table II's signs corrected. **approximate** (E6), well posed for ka < 1 only (E7)
 *   cell        c = Σ_l [Y − 2w₂ σ(2X w₁)]², the whole square, no gradients. **approximate** (slow fields)
 *   four-field  fields A, B at x and P, Q at y = x − 2a: h(y) = σ(P X(y−2a) + Q X(y+2a)),
 *               e = Y − A h(x−2a) − B h(x+2a), c = 2 Σ_l e² (both legs of a cell), so that cost = Σ e². **exact**
 * Cells stand 4a apart, mesh points h = 4a/mesh; a mesh of m makes m copies of the four fields that never meet.
 * Source: physics.md 2. Differs from the paper: errata E4, E5, E6, E7, E16.
 */
export const twoField1dDeclaration: SystemDeclaration<typeof parameters> = {
  kind: 'two-field-1d',
  label: 'Two fields in one dimension',
  help: 'Continuum theories of Example 2: Eq. 19 with Table II from the data, the potential of a cell, or the exact four fields.',
  source: 'Eq. 19',
  parameters,
  data: ['smooth-random', 'sinusoid', 'step', 'explicit', 'csv'],
  initial: ['noise', 'bump', 'mode', 'random', 'zero', 'explicit'],
  shape: ({ N }) => ({ inputs: N, outputs: N }),
  weightCount: ({ N, mesh, order }) => (order === 'four-field' ? 4 : 2) * N * mesh,
  quadratic: () => false,
  precisions: ['f64'],
  // Continuum theories hold their data on the points of the mesh, and a few products of them.
  estimate: ({ N, mesh }) => ({ work: 4 * N * mesh, copies: 4 * mesh, extent: meshExtent(N, mesh) }),
  // A cell is 4 spacings wide.
  siteSpacing: ({ spacing, mesh }) => (4 * spacing) / mesh,
  idle: ['spacing'],
  dictionary: latticeDictionary,
  costFormula: ({ order }) => costFormulas[order],
  errata: ({ order }) => errataOf[order],
  notes: ({ order, mesh }) => notesOf(order, mesh),
  check({ mesh, order }) {
    if (order !== 'quadratic' || mesh <= FINEST_QUADRATIC_MESH) return;
    const reason =
      'finer points stand closer than the neurons, where Eq. 19 is ill-posed (ka > 1, erratum E7)';
    throw new ParameterError(
      'mesh',
      mesh,
      `at most ${FINEST_QUADRATIC_MESH} for the order "quadratic": ${reason}`,
    );
  },
};
