import type { Reals } from '../types.ts';

/** Values below these sizes become 0, long before they are denormal (up to 105 times slower, measured). */
const AMPLITUDE_FLOOR_F64 = 1e-150;
const AMPLITUDE_FLOOR_F32 = 1e-30;

/** The amplitude floor of numbers of this kind. */
export function floorOf(values: Reals): number {
  return values instanceof Float32Array ? AMPLITUDE_FLOOR_F32 : AMPLITUDE_FLOOR_F64;
}

/** Sets values below the amplitude floor to 0; NaN stays. @param values [P], modified */
export function floorSmall(values: Reals): void {
  const floor = floorOf(values);
  for (let i = 0; i < values.length; i++) if (Math.abs(values[i]) < floor) values[i] = 0;
}
