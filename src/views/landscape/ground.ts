import type { Landscape } from '../../store/index.ts';

/** A landscape as it is drawn: heights over a sheet, and the world that it stands in. */
export interface Ground {
  readonly landscape: Landscape;
  readonly plane: NonNullable<Landscape['plane']>;
  /** Points along a side. */
  readonly size: number;
  /** [size × size] height over the floor, 1 at the cut; between known points interpolated while they are coarse. */
  readonly heights: Float32Array;
  /** Lowest cost of the window, and the cost that the picture is cut off at. */
  readonly floor: number;
  readonly cut: number;
  /** Cost from contour to contour. */
  readonly contour: number;
  /** Half widths of the sheet in the world. */
  readonly half: readonly [x: number, z: number];
}

/** Height of the cut in the world. */
export const RISE = 0.72;
/** Over the highest of the paths so much of their height is shown. */
const OVER = 1.08;
/** Contours that are wanted. */
const CONTOURS = 12;
/** Least depth of the sheet, in its width. */
const SHALLOWEST = 0.6;

/** The largest of 1, 2, 5 · 10^k that is not above a number. */
export function niceStep(size: number): number {
  if (!(size > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(size) + 1e-9);
  // What round-off has kept just below a step is that step.
  const ratio = (size / power) * (1 + 1e-9);
  return power * (ratio >= 5 ? 5 : ratio >= 2 ? 2 : 1);
}

/** Multiples of a nice step within a range, about so many. */
export function ticksOf([low, high]: readonly [number, number], count: number): readonly number[] {
  const step = niceStep((high - low) / count);
  const ticks: number[] = [];
  for (let n = Math.ceil(low / step - 1e-9); n * step <= high + 1e-9 * step; n++) ticks.push(n * step);
  return ticks;
}

/** What is drawn of a landscape; null before its coarse points are there. */
export function groundOf(landscape: Landscape): Ground | null {
  const { plane, size, costs, spacing } = landscape;
  if (plane === null || size === 0 || spacing > 8) return null;
  let floor = Infinity;
  for (const cost of costs) if (cost < floor) floor = cost;
  if (!Number.isFinite(floor)) return null;
  const span = plane.top - floor;
  const cut = floor + (span > 0 ? OVER * span : Math.max(1e-9, Math.abs(floor)));
  const heights = new Float32Array(size * size);
  const at = (row: number, column: number): number => {
    const cost = costs[row * size + column];
    // Beyond the cut only the slope at the rim matters.
    return Math.min(4, (cost - floor) / (cut - floor));
  };
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const known = !Number.isNaN(costs[row * size + column]);
      heights[row * size + column] = known ? at(row, column) : between(row, column, spacing, size, at);
    }
  }
  const [wide, deep] = [plane.window.x[1] - plane.window.x[0], plane.window.y[1] - plane.window.y[0]];
  const half = [1, Math.max(SHALLOWEST, Math.min(1, deep / wide))] as const;
  return { landscape, plane, size, heights, floor, cut, contour: niceStep((cut - floor) / CONTOURS), half };
}

/** Between coarse points that are known, straight in either direction. */
function between(
  row: number,
  column: number,
  spacing: number,
  size: number,
  at: (row: number, column: number) => number,
): number {
  const r0 = Math.min(size - 1 - spacing, spacing * Math.floor(row / spacing));
  const c0 = Math.min(size - 1 - spacing, spacing * Math.floor(column / spacing));
  const fr = (row - r0) / spacing;
  const fc = (column - c0) / spacing;
  const low = at(r0, c0) * (1 - fc) + at(r0, c0 + spacing) * fc;
  const high = at(r0 + spacing, c0) * (1 - fc) + at(r0 + spacing, c0 + spacing) * fc;
  return low * (1 - fr) + high * fr;
}

/** Writes where a point of the plane at a cost stands in the world, out [3]; heights are cut off a little over the cut. */
export function standAt(
  { plane: { window }, half, floor, cut }: Ground,
  x: number,
  y: number,
  cost: number,
  out: Float32Array,
  at = 0,
): void {
  const across = (x - window.x[0]) / (window.x[1] - window.x[0]);
  const along = (y - window.y[0]) / (window.y[1] - window.y[0]);
  const height = (cost - floor) / (cut - floor);
  out[at] = half[0] * (2 * across - 1);
  out[at + 1] = RISE * Math.max(-0.1, Math.min(1.15, Number.isFinite(height) ? height : 1.15));
  // The second axis runs away from the viewer.
  out[at + 2] = -half[1] * (2 * along - 1);
}

/** How far a way along the plane goes, in widths of the window. */
export function widthsOf({ plane: { window } }: Ground, dx: number, dy: number): number {
  return Math.max(Math.abs(dx) / (window.x[1] - window.x[0]), Math.abs(dy) / (window.y[1] - window.y[0]));
}

/** Whether a point of the plane lies in the window. */
export function isInside({ plane: { window } }: Ground, x: number, y: number): boolean {
  return x >= window.x[0] && x <= window.x[1] && y >= window.y[0] && y <= window.y[1];
}

/** Cost of the surface over a point of the plane, as it is drawn: straight between the points of the grid; NaN outside. */
export function surfaceCost(ground: Ground, x: number, y: number): number {
  const { plane, size, heights, floor, cut } = ground;
  if (!isInside(ground, x, y)) return NaN;
  const { window } = plane;
  const column = ((x - window.x[0]) / (window.x[1] - window.x[0])) * (size - 1);
  const row = ((y - window.y[0]) / (window.y[1] - window.y[0])) * (size - 1);
  const height = between(row, column, 1, size, (r, c) => heights[r * size + c]);
  return floor + height * (cut - floor);
}

/** A contour with a place for its value. */
export interface ContourMark {
  readonly cost: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Places for the values of contours, where they meet the edges that are in front, or a line through the lowest point.
 *  @param most  contours that get a value; every second, fifth … of more
 */
export function contourMarks(ground: Ground, most: number): readonly ContourMark[] {
  const { floor, cut, contour, plane, size, heights } = ground;
  const costAt = (row: number, column: number): number =>
    floor + heights[row * size + column] * (cut - floor);
  let lowest = 0;
  for (let i = 0; i < heights.length; i++) if (heights[i] < heights[lowest]) lowest = i;
  const [row, column] = [Math.floor(lowest / size), lowest % size];
  const index = Array.from({ length: size }, (_, n) => n);
  // In front of the lowest point, to its right, then along the edges in front and at the right.
  const lines: readonly (readonly (readonly [number, number])[])[] = [
    index.slice(0, row + 1).map((n) => [row - n, column] as const),
    index.slice(column).map((n) => [row, n] as const),
    index.map((n) => [0, n] as const),
    index.map((n) => [n, size - 1] as const),
  ];
  const first = Math.ceil(floor / contour);
  const last = Math.floor(cut / contour - 1e-9);
  const every = Math.max(1, Math.ceil((last - first + 1) / most));
  const marks: ContourMark[] = [];
  for (let n = first; n <= last; n++) {
    if (n % every !== 0) continue;
    const cost = n * contour;
    for (const line of lines) {
      const k = line.findIndex(([r, c], i) => {
        if (i === 0) return false;
        const [a, b] = [costAt(...line[i - 1]), costAt(r, c)];
        return (a < cost && b >= cost) || (a >= cost && b < cost);
      });
      if (k < 1) continue;
      const [a, b] = [costAt(...line[k - 1]), costAt(...line[k])];
      const f = (cost - a) / (b - a);
      const r = line[k - 1][0] + f * (line[k][0] - line[k - 1][0]);
      const c = line[k - 1][1] + f * (line[k][1] - line[k - 1][1]);
      const { x, y } = plane.window;
      marks.push({
        cost,
        x: x[0] + ((x[1] - x[0]) * c) / (size - 1),
        y: y[0] + ((y[1] - y[0]) * r) / (size - 1),
      });
      break;
    }
  }
  return marks;
}
