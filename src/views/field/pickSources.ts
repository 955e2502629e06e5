import { nearestPolyline } from '../scene/pick.ts';
import { project, type Projector } from '../scene/project.ts';
import type { RibbonData } from '../scene/ribbons.ts';
import type { Target } from '../scene/target.ts';
import type { Drive } from './drive.ts';
import type { SourceLayout } from './sourceLayout.ts';
import { rise } from './state.ts';

/** Sources above which hands cannot pick, as for sites. */
const MOST_PICKED = 4096;
const BAR_REACH = 6;
const LINE_REACH = 5;

type Pick = (x: number, y: number, projector: Projector, drive: Drive) => Target | null;

const pixel = new Float32Array(3);

function write(projector: Projector, s: number, y: number, z: number, out: Float32Array, at: number): void {
  const seen = project(projector, s, y, z, pixel);
  out[at] = seen ? pixel[0] : NaN;
  out[at + 1] = pixel[1];
  out[at + 2] = pixel[2];
}

/** Picks bars, then couplings. Allocates its buffers once. */
export function createSourcePicker(layout: SourceLayout): Pick {
  const { bars, bonds, liftJ, liftK, form } = layout;
  if (bars.count > MOST_PICKED || bonds.count > MOST_PICKED) return () => null;
  const barPoints = new Float32Array(6 * bars.count);
  const bondPoints = new Float32Array(12 * bonds.count);
  const lines = new Float32Array(form === 'slabs' ? 0 : 6 * bonds.count);
  return (x, y, projector, { barJ, barK, limitJ, limitK }) => {
    for (let i = 0; i < bars.count; i++) {
      const s = bars.from[3 * i];
      const base = bars.from[3 * i + 1];
      const z = bars.from[3 * i + 2];
      const up = rise(liftJ, barJ[bars.data[4 * i]], limitJ);
      write(projector, s, base, z, barPoints, 6 * i);
      write(projector, s, base + up, z, barPoints, 6 * i + 3);
    }
    const bar = nearestPolyline(barPoints, 2, bars.count, x, y, BAR_REACH);
    if (bar >= 0) return { kind: 'source', index: bars.data[4 * bar] };
    if (form !== 'slabs') {
      for (let b = 0; b < bonds.count; b++) {
        const up = form === 'bars' ? rise(liftK, barK[bonds.data[4 * b]], limitK) : 0;
        writeEnd(projector, bonds, b, 'from', 0, lines, 6 * b);
        writeEnd(projector, bonds, b, 'to', up, lines, 6 * b + 3);
      }
      const line = nearestPolyline(lines, 2, bonds.count, x, y, LINE_REACH);
      return line < 0 ? null : { kind: 'coupling', index: bonds.data[4 * line] };
    }
    for (let b = 0; b < bonds.count; b++) {
      const up = rise(liftK, barK[bonds.data[4 * b]], limitK);
      writeEnd(projector, bonds, b, 'from', 0, bondPoints, 12 * b);
      writeEnd(projector, bonds, b, 'to', 0, bondPoints, 12 * b + 3);
      writeEnd(projector, bonds, b, 'to', up, bondPoints, 12 * b + 6);
      writeEnd(projector, bonds, b, 'from', up, bondPoints, 12 * b + 9);
    }
    const slab = nearestQuad(bondPoints, bonds.count, x, y);
    return slab < 0 ? null : { kind: 'coupling', index: bonds.data[4 * slab] };
  };
}

function writeEnd(
  projector: Projector,
  bonds: RibbonData,
  bond: number,
  end: 'from' | 'to',
  up: number,
  out: Float32Array,
  at: number,
): void {
  const point = bonds[end];
  write(projector, point[3 * bond], point[3 * bond + 1] + up, point[3 * bond + 2], out, at);
}

/**
 * The quadrilateral in front of all that hold a point.
 *  @param quads  [12·count] four corners in turn: pixels x, y and nearness
 *  @returns its index, −1 where none holds the point
 */
export function nearestQuad(quads: Float32Array, count: number, x: number, y: number): number {
  let best = -1;
  let nearest = -Infinity;
  for (let quad = 0; quad < count; quad++) {
    const first = 12 * quad;
    let inside = false;
    for (let corner = 0; corner < 4; corner++) {
      const a = first + 3 * corner;
      const b = first + 3 * ((corner + 1) % 4);
      const crosses = quads[a + 1] > y !== quads[b + 1] > y;
      if (!crosses) continue;
      const at = quads[a] + ((y - quads[a + 1]) / (quads[b + 1] - quads[a + 1])) * (quads[b] - quads[a]);
      if (x < at) inside = !inside;
    }
    if (!inside || quads[first + 2] <= nearest) continue;
    nearest = quads[first + 2];
    best = quad;
  }
  return best;
}
