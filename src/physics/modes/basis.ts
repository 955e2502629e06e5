import { denseHessian } from '../denseHessian.ts';
import { fourierTransform, gridTransform } from '../math/fourier.ts';
import { symmetricEigen } from '../math/symmetricEigen.ts';
import { sin } from '../math/elementary.ts';
import { uniformLattice, waveStiffness, type UniformLattice } from '../spectrum.ts';
import type { Reals, System } from '../types.ts';
import { blochBands, cellMean, findCells, type Cells } from './cells.ts';

/** Modes that are measured at most. */
const MOST_MODES = 256;
/** Hessians that are diagonalised in one stretch. */
const LARGEST_DENSE = 256;
/** Points of a line of an exact band. */
const POINTS = 129;

/**
 * What the modes are sorted by.
 *    phase   κ per cell of a ring, 0 to π
 *    grid    2√(sin² k_x/2 + sin² k_y/2) of a uniform grid, whose ω² depends on nothing else
 *    number  none but their order: nothing repeats itself
 */
export type ModeAxis = 'phase' | 'grid' | 'number';

/** Bands as lines: band after band, [points] each. */
export interface BandLines {
  readonly x: Float64Array;
  /** ω² = mass + s κ on the line. */
  readonly mass: readonly Float64Array[];
  readonly kappa: readonly Float64Array[];
}

/** The modes of a system about a state, and how a state is told in them. */
export interface ModeBasis {
  readonly axis: ModeAxis;
  /** Weights of one cell. */
  readonly cell: number;
  /** [modes] along the axis. */
  readonly x: Float64Array;
  /** [modes] from 0 at the lowest. */
  readonly band: Uint8Array;
  /** ω² = mass + s κ, s the factor on K [modes]. */
  readonly mass: Float64Array;
  readonly kappa: Float64Array;
  readonly lines: BandLines;
  /** State about which the modes swing [P]. */
  readonly center: Float64Array;
  /** Whether they are modes everywhere: the cost is quadratic. */
  readonly everywhere: boolean;
  /** Amplitudes u*·w of a state [P], u of unit length, out [modes] each; of waves ±k one stands for both. */
  project(state: Reals, re: Float64Array, im: Float64Array): void;
}

/** Indices 0 … count−1, thinned evenly to at most so many. */
function thinned(count: number, most: number): number[] {
  const every = Math.ceil(count / most);
  return Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every);
}

/**
 * The modes of a system where it stands: plane waves of a uniform grid, Bloch waves of a ring that repeats itself, else
 * the eigenvectors of its Hessian, up to 256 weights.
 *  @returns null where there are none of these
 *  **exact** for quadratic costs; else of small waves about the mean over cells, or about the state itself.
 */
export function findModeBasis(system: System, weights: Reals): ModeBasis | null {
  const lattice = uniformLattice(system);
  const shift = system.couplings(null)?.shift ?? null;
  if (lattice !== null && lattice.rows > 1) return gridBasis(system, lattice, shift);
  const stretched = system.gradientEnergy !== undefined;
  if (stretched && lattice === null) return null;
  const cells = findCells(system, weights);
  if (cells !== null) return cellBasis(system, weights, cells, lattice, shift);
  return system.weightCount <= LARGEST_DENSE ? normalBasis(system, weights, shift) : null;
}

/** W* of a quadratic cost; under redshift it moves with K, and 0, where K makes no force, is taken in its place. */
function centerOf(system: System, shift: Float64Array | null): Float64Array | null {
  return shift !== null && system.gradientEnergy !== undefined ? new Float64Array(shift.length) : shift;
}

function gridBasis(system: System, lattice: UniformLattice, shift: Float64Array | null): ModeBasis {
  const { rows, columns, K, J } = lattice;
  const all = waveStiffness(lattice);
  const half = Array.from({ length: all.length }, (_, wave) => wave).filter(
    (wave) => 2 * Math.floor(wave / columns) <= rows && 2 * (wave % columns) <= columns,
  );
  half.sort((a, b) => all[a] - all[b] || a - b);
  const waves = thinned(half.length, MOST_MODES).map((index) => half[index]);
  const kappa = Float64Array.from(waves, (wave) => all[wave]);
  const s = (index: number, count: number): number => {
    const root = sin((Math.PI * index) / count);
    return root * root;
  };
  const x = Float64Array.from(
    waves,
    (wave) => 2 * Math.sqrt(s(Math.floor(wave / columns), rows) + s(wave % columns, columns)),
  );
  const line = Float64Array.from({ length: POINTS }, (_, n) => (2 * Math.SQRT2 * n) / (POINTS - 1));
  const transform = gridTransform(rows, columns);
  const size = system.weightCount;
  const scratch = [new Float64Array(size), new Float64Array(size)];
  const sites = system.layout.sheets[0].weight;
  return {
    axis: 'grid',
    cell: 1,
    x,
    band: new Uint8Array(waves.length),
    mass: new Float64Array(waves.length).fill(J),
    kappa,
    lines: { x: line, mass: [line.map(() => J)], kappa: [line.map((k) => K * k * k)] },
    center: centerOf(system, shift) ?? new Float64Array(size),
    everywhere: true,
    project(state, re, im) {
      const [a, b] = scratch;
      for (let site = 0; site < size; site++) a[site] = state[sites[site]];
      b.fill(0);
      transform.apply(a, b);
      const unit = 1 / Math.sqrt(size);
      for (let mode = 0; mode < waves.length; mode++) {
        re[mode] = unit * a[waves[mode]];
        im[mode] = unit * b[waves[mode]];
      }
    },
  };
}

function cellBasis(
  system: System,
  weights: Reals,
  cells: Cells,
  lattice: UniformLattice | null,
  shift: Float64Array | null,
): ModeBasis {
  const { count, size, weights: places } = cells;
  const center = centerOf(system, shift) ?? cellMean(cells, weights);
  const bandsAt = blochBands(system, center, cells);
  const phases = thinned(Math.floor(count / 2) + 1, Math.max(2, Math.floor(MOST_MODES / size)));
  const modes = phases.flatMap((m) => bandsAt((2 * Math.PI * m) / count).map((band) => ({ m, band })));
  const line = Float64Array.from({ length: POINTS }, (_, n) => (Math.PI * n) / (POINTS - 1));
  const drawn = Array.from(line, (kappa) => bandsAt(kappa));
  // One weight a cell: ω² is J + s κ; of more, redshift would change the bands' shape, and there is none.
  const J = lattice?.J ?? 0;
  const bands = Array.from({ length: size }, (_, index) => index);
  const transform = fourierTransform(count);
  const re = Array.from(bands, () => new Float64Array(count));
  const im = Array.from(bands, () => new Float64Array(count));
  const unit = 1 / Math.sqrt(count);
  return {
    axis: 'phase',
    cell: size,
    x: Float64Array.from(modes, ({ m }) => (2 * Math.PI * m) / count),
    band: Uint8Array.from(modes, (_, index) => index % size),
    mass: new Float64Array(modes.length).fill(J),
    kappa: Float64Array.from(modes, ({ band }) => band.omega2 - J),
    lines: {
      x: line,
      mass: bands.map(() => line.map(() => J)),
      kappa: bands.map((index) => Float64Array.from(drawn, (at) => at[index].omega2 - J)),
    },
    center,
    everywhere: shift !== null,
    project(state, outRe, outIm) {
      for (let place = 0; place < size; place++) {
        for (let cell = 0; cell < count; cell++) re[place][cell] = state[places[cell * size + place]];
        im[place].fill(0);
        transform.apply(re[place], im[place]);
      }
      for (let mode = 0; mode < modes.length; mode++) {
        const { m, band } = modes[mode];
        let x = 0;
        let y = 0;
        for (let place = 0; place < size; place++) {
          x += band.re[place] * re[place][m] + band.im[place] * im[place][m];
          y += band.re[place] * im[place][m] - band.im[place] * re[place][m];
        }
        outRe[mode] = unit * x;
        outIm[mode] = unit * y;
      }
    },
  };
}

function normalBasis(system: System, weights: Reals, shift: Float64Array | null): ModeBasis {
  const size = system.weightCount;
  const { values, vectors } = symmetricEigen(denseHessian(system, weights), size);
  const x = Float64Array.from(values, (_, index) => index + 1);
  return {
    axis: 'number',
    cell: size,
    x,
    band: new Uint8Array(size),
    mass: new Float64Array(size),
    kappa: values,
    lines: { x, mass: [new Float64Array(size)], kappa: [values] },
    center: centerOf(system, shift) ?? Float64Array.from(weights),
    everywhere: shift !== null,
    project(state, re, im) {
      for (let mode = 0; mode < size; mode++) {
        let sum = 0;
        for (let i = 0; i < size; i++) sum += vectors[mode * size + i] * state[i];
        re[mode] = sum;
        im[mode] = 0;
      }
    },
  };
}
