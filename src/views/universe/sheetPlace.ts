import { clamp } from './place.ts';

/** How a sheet is seen: turned to the right, from above; parallel lines stay parallel, so lengths on it can be compared. */
const YAW = (22 * Math.PI) / 180;
const PITCH = (40 * Math.PI) / 180;
const [SY, CY, SP, CP] = [Math.sin(YAW), Math.cos(YAW), Math.sin(PITCH), Math.cos(PITCH)];
/** Height of the largest value, in half widths of the sheet. */
export const RISE = 0.26;
/** Lines of type kept over the sheet and under it. */
const OVER = 4;
const UNDER = 2;

/** Where a sheet stands in its pane; pixels, written in place. */
export interface SheetPlace {
  centerX: number;
  centerY: number;
  /** Half of its longer side now. */
  size: number;
  /** Half sides in units of that one. */
  readonly half: readonly [across: number, along: number];
}

export function createSheetPlace(rows: number, columns: number): SheetPlace {
  const longer = Math.max(rows, columns);
  return { centerX: 0, centerY: 0, size: 1, half: [columns / longer, rows / longer] };
}

/**
 * Puts a sheet into its pane, as large as it has room.
 *  @param part  of its full size that it has now, 0 to 1
 */
export function layOut(place: SheetPlace, width: number, height: number, type: number, part: number): void {
  const [across, along] = place.half;
  const wide = across * CY + along * SY;
  const high = (across * SY + along * CY) * SP + RISE * CP;
  const room = height - (OVER + UNDER) * type;
  const full = Math.max(24, Math.min((0.36 * width) / wide, room / 2 / high));
  place.size = full * clamp(part, 0, 1);
  place.centerX = width / 2;
  place.centerY = OVER * type + room / 2;
}

/**
 * Pixels of a point of a sheet.
 *  @param u   −1 to 1 across and along, times the half sides; @param h  height in half widths
 *  @param out [3] x, y, nearness
 */
export function onSheetNow(place: SheetPlace, u: number, v: number, h: number, out: Float64Array): void {
  const right = u * CY - v * SY;
  const near = u * SY + v * CY;
  out[0] = place.centerX + place.size * right;
  out[1] = place.centerY + place.size * (near * SP - h * CP);
  out[2] = near * CP + h * SP;
}

/** GLSL of the same: pixels and nearness. `uSheet` is (center x, center y, size, rise). */
export const ON_SHEET = /* glsl */ `
uniform vec4 uSheet;
vec3 onSheetNow(vec2 at, float h) {
  float right = at.x * ${CY} - at.y * ${SY};
  float near = at.x * ${SY} + at.y * ${CY};
  return vec3(uSheet.xy + uSheet.z * vec2(right, near * ${SP} - h * ${CP}), near * ${CP} + h * ${SP});
}
`;
