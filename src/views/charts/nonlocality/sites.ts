import type { Layout } from '../../../engine/protocol.ts';
import { spaceOf } from '../../lattice.ts';

/** Where the weights stand in the picture of their lattice: 0 to 1 both ways, y downwards. */
export interface Sites {
  /** [P] */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Whether they stand round rings, on which the field rises outwards. */
  readonly ring: boolean;
  /** [P] by how much of its radius a site rises at the limit; 0 where there is no room. */
  readonly lift: Float32Array;
  /** Size of one step of the lattice, for dots. */
  readonly step: number;
  /** Lengths once round in x and y, 0 where open: a bond that is shorter the other way round leaves at the rim. */
  readonly round: readonly [number, number];
}

/** Radius of the outermost ring: what rises from it stays in the square. */
const RADIUS = 0.37;
/** Inner radius of a second sheet on a ring, as a part of the outer one. */
const NEXT_RADIUS = 0.68;
/** Height of the field at the limit, as a part of the radius: on one ring, and between rings. */
const LIFT = 0.27;
const LIFT_BETWEEN = 0.19;

/** A ring as a circle, sheets inside each other; everything else as grids side by side. */
export function sitesOf(layout: Layout, weightCount: number): Sites {
  const x = new Float32Array(weightCount);
  const y = new Float32Array(weightCount);
  const lift = new Float32Array(weightCount);
  const { sheets } = layout;
  if (spaceOf(layout) === 'ring') {
    sheets.forEach((sheet, index) => {
      const radius = RADIUS * NEXT_RADIUS ** index;
      sheet.weight.forEach((weight, column) => {
        if (weight < 0) return;
        const angle =
          (2 * Math.PI * (sheet.offset + sheet.pitch * column)) / (sheet.columns * sheet.pitch) - Math.PI / 2;
        x[weight] = 0.5 + radius * Math.cos(angle);
        y[weight] = 0.5 + radius * Math.sin(angle);
        lift[weight] = sheets.length > 1 ? LIFT_BETWEEN : LIFT;
      });
    });
    return { x, y, ring: true, lift, step: (2 * Math.PI * RADIUS) / sheets[0].columns, round: [0, 0] };
  }
  // Side by side, or one below the other, whichever makes the sites larger.
  const widths = sheets.map(({ columns }) => columns);
  const heights = sheets.map(({ rows }) => rows);
  const sum = (values: readonly number[]): number =>
    values.reduce((total, value) => total + value, values.length - 1);
  const beside = { width: sum(widths), height: Math.max(...heights) };
  const below = { width: Math.max(...widths), height: sum(heights) };
  const across = Math.max(beside.width, beside.height) <= Math.max(below.width, below.height);
  const { width, height } = across ? beside : below;
  const step = 0.96 / Math.max(width, height);
  let left = 0.5 - (step * width) / 2;
  let top = 0.5 - (step * height) / 2;
  for (const sheet of sheets) {
    const inset = across ? 0 : (step * (width - sheet.columns)) / 2;
    const drop = across ? (step * (height - sheet.rows)) / 2 : 0;
    sheet.weight.forEach((weight, site) => {
      if (weight < 0) return;
      x[weight] = left + inset + step * ((site % sheet.columns) + 0.5);
      y[weight] = top + drop + step * (Math.floor(site / sheet.columns) + 0.5);
    });
    if (across) left += step * (sheet.columns + 1);
    else top += step * (sheet.rows + 1);
  }
  const [only] = sheets;
  const round = (closed: boolean, count: number): number =>
    sheets.length === 1 && closed ? step * count : 0;
  return {
    x,
    y,
    ring: false,
    lift,
    step,
    round: [round(only.periodicColumns, only.columns), round(only.periodicRows, only.rows)],
  };
}
