import type { Layout } from '../types.ts';

/** One axis of a lattice: the coordinate of every weight along it. */
export interface Axis {
  /** [P] */
  readonly at: Float64Array;
  /** Length once round; 0 where it is open. */
  readonly period: number;
}

/** Where the weights of a system stand: on the axes x, y and sheet of its lattice, those along which anything differs. */
export interface Places {
  readonly count: number;
  readonly axes: readonly Axis[];
}

/**
 * Coordinates of the weights on their own lattice: column (x, in sites of the first sheet), row (y), sheet.
 * For matrices of a dense network these are the 3D index (i, j, m) of Eq. 11, biases at i = −1; for rings x runs round; a torus
 * closes both ways; components of a field, and layers of a ring, are sheets or rows above each other.
 *  @param layout  every weight stands on exactly one site of one sheet
 */
export function placesOf(layout: Layout, weightCount: number): Places {
  const [x, y, z] = [0, 1, 2].map(() => new Float64Array(weightCount));
  const matrices = layout.shape === 'layers';
  layout.sheets.forEach(({ weight, columns, offset, pitch }, index) => {
    weight.forEach((w, site) => {
      if (w < 0) return;
      x[w] = offset + pitch * (site % columns) - (matrices ? 1 : 0);
      y[w] = Math.floor(site / columns);
      z[w] = index;
    });
  });
  const { sheets } = layout;
  const round = (closed: boolean, lengths: readonly number[]): number =>
    closed && lengths.every((length) => length === lengths[0]) ? lengths[0] : 0;
  const axes: Axis[] = [
    {
      at: x,
      period: round(
        sheets.every(({ periodicColumns }) => periodicColumns),
        sheets.map(({ columns, pitch }) => columns * pitch),
      ),
    },
    {
      at: y,
      period: round(
        sheets.every(({ periodicRows }) => periodicRows),
        sheets.map(({ rows }) => rows),
      ),
    },
    { at: z, period: 0 },
  ];
  return { count: weightCount, axes: axes.filter(({ at }) => at.some((value) => value !== at[0])) };
}

/**
 * Steps from one site to another along the lattice, the shorter way round where it closes.
 *    d = |Δx| + |Δy| + |Δsheet|: the number of bonds of a ring or torus between them
 */
export function distanceOf({ axes }: Places, i: number, j: number): number {
  let sum = 0;
  for (const { at, period } of axes) {
    const direct = Math.abs(at[i] - at[j]);
    sum += period > 0 ? Math.min(direct, period - direct) : direct;
  }
  return sum;
}

/**
 * Mean distance of two different sites: what coupling at random gives, the mean over all shuffles. **exact**
 *  O(P log P), axis by axis.
 */
export function randomDistance({ axes, count }: Places): number {
  if (count < 2) return 0;
  let sum = 0;
  for (const axis of axes) sum += pairSum(axis);
  return sum / ((count * (count - 1)) / 2);
}

/** Σ over pairs of their distance along one axis. */
function pairSum({ at, period }: Axis): number {
  const sorted = at.slice().sort();
  const prefix = new Float64Array(sorted.length + 1);
  let sum = 0;
  let near = 0;
  for (let j = 0; j < sorted.length; j++) {
    // Those before `near` are nearer the other way round.
    if (period > 0) while (sorted[j] - sorted[near] > period / 2) near++;
    const direct = prefix[j] - prefix[near];
    sum += (j - near) * sorted[j] - direct + near * (period - sorted[j]) + prefix[near];
    prefix[j + 1] = prefix[j] + sorted[j];
  }
  return sum;
}

/** Weights in the order of their lattice, and where one sheet of it ends and the next begins. */
export interface LatticeOrder {
  /** [P] weight at each place of the order. */
  readonly weights: Int32Array;
  /** Places at which another sheet begins; empty where sheets share their sites. */
  readonly borders: readonly number[];
}

/**
 * Lattice order: matrices sheet by sheet, row by row; sheets of one ring or of one grid site by site, so that what
 * stands on the same site is together (W¹₀ W²₀ W¹₁ W²₁ …).
 */
export function latticeOrder(layout: Layout, weightCount: number): LatticeOrder {
  const { sheets, shape } = layout;
  const [{ rows, columns }] = sheets;
  const shared =
    shape !== 'layers' && sheets.every((sheet) => sheet.rows === rows && sheet.columns === columns);
  const found: number[] = [];
  const borders: number[] = [];
  if (shared) {
    // Round a ring of several rows the site comes first: what is near stays near.
    for (let outer = 0; outer < rows * columns; outer++) {
      const site = sheets.length > 1 ? (outer % rows) * columns + Math.floor(outer / rows) : outer;
      for (const { weight } of sheets) if (weight[site] >= 0) found.push(weight[site]);
    }
  } else {
    sheets.forEach(({ weight }, index) => {
      if (index > 0) borders.push(found.length);
      for (const w of weight) if (w >= 0) found.push(w);
    });
  }
  const weights = Int32Array.from(found);
  if (weights.length !== weightCount)
    throw new RangeError(`${weights.length} sites of ${weightCount} weights`);
  return { weights, borders };
}
