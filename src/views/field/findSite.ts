import type { RunInfo } from '../../engine/protocol.ts';
import { sitesOf } from '../lattice.ts';
import { nearestPolyline } from '../scene/pick.ts';
import { project, type Projector } from '../scene/project.ts';
import { heightIn } from '../scene/scale.ts';
import type { FieldLayout } from './layout.ts';

/** Sites of a large field that are looked at first: of as many and fewer all are, some 1 ms. */
const FEW = 16_384;

/** What is drawn of a line of the field. */
export interface Drawn {
  readonly values: Float32Array;
  readonly limit: number;
}

const pixel = new Float32Array(3);

/** Writes the pixel x, y and the nearness of a site at its height; NaN where it is not seen. */
export function projectSite(
  { sites, lifts }: Pick<FieldLayout, 'sites' | 'lifts'>,
  { values, limit }: Drawn,
  weight: number,
  projector: Projector,
  out: Float32Array,
  at: number,
): void {
  const site = 3 * weight;
  const up = sites[site + 1] + lifts[weight] * heightIn(values[weight], limit);
  const seen = project(projector, sites[site], up, sites[site + 2], pixel);
  out[at] = seen ? pixel[0] : NaN;
  out[at + 1] = pixel[1];
  out[at + 2] = pixel[2];
}

/** Finds the weight whose site is drawn nearest to a pixel. @returns −1 where none is within reach, in pixels */
export type SiteFinder = (drawn: Drawn, projector: Projector, x: number, y: number, reach: number) => number;

/**
 * Finds sites by where they are drawn: of a large field the nearest of some thousands first, then of all round it.
 * Cost of a search O(FEW + P/FEW); allocates nothing when called.
 */
export function createSiteFinder({ layout: { sheets }, tracks }: RunInfo, geometry: FieldLayout): SiteFinder {
  const { weightCount } = tracks[0];
  const places = sitesOf(sheets, weightCount);
  // Of chains every k-th site, of planes every k-th of every k-th row.
  const isPlane = sheets.some(({ rows }) => rows > 1);
  const parts = weightCount / FEW;
  const stride = parts <= 1 ? 1 : Math.ceil(isPlane ? Math.sqrt(parts) : parts);
  const few: number[] = [];
  for (const { rows, columns, weight } of sheets) {
    for (let row = 0; row < rows; row += stride) {
      for (let column = 0; column < columns; column += stride) {
        const index = weight[row * columns + column];
        if (index >= 0) few.push(index);
      }
    }
  }
  const first = Int32Array.from(few);
  const around = new Int32Array(stride === 1 ? 0 : (2 * stride + 1) * (isPlane ? 2 * stride + 1 : 1));
  const points = new Float32Array(3 * Math.max(first.length, around.length));

  const nearest = (
    weights: Int32Array,
    count: number,
    drawn: Drawn,
    projector: Projector,
    x: number,
    y: number,
    reach: number,
  ): number => {
    for (let k = 0; k < count; k++) projectSite(geometry, drawn, weights[k], projector, points, 3 * k);
    const found = nearestPolyline(points, 1, count, x, y, reach);
    return found < 0 ? -1 : weights[found];
  };
  /** Writes the weights round one. @returns how many */
  const lookAround = (weight: number): number => {
    const { rows, columns, periodicRows, periodicColumns, weight: indices } = sheets[places.sheet[weight]];
    let count = 0;
    for (let down = -stride; down <= stride; down++) {
      const row = inside(places.row[weight] + down, rows, periodicRows);
      if (row < 0) continue;
      for (let right = -stride; right <= stride; right++) {
        const column = inside(places.column[weight] + right, columns, periodicColumns);
        const index = column < 0 ? -1 : indices[row * columns + column];
        if (index >= 0) around[count++] = index;
      }
    }
    return count;
  };
  return (drawn, projector, x, y, reach) => {
    if (stride === 1) return nearest(first, first.length, drawn, projector, x, y, reach);
    const near = nearest(first, first.length, drawn, projector, x, y, Infinity);
    return near < 0 ? -1 : nearest(around, lookAround(near), drawn, projector, x, y, reach);
  };
}

/** A place on a line of sites, round it where it closes; −1 beyond it. */
function inside(at: number, size: number, closes: boolean): number {
  if (at >= 0 && at < size) return at;
  return closes ? (at + size) % size : -1;
}
