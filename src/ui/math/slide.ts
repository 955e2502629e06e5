/** Pixels of a drag that go through a whole range. */
const WHOLE = 240;

/** Where a number is after a drag of so many pixels, in its slider's coordinates: held inside its range. */
export function slid(
  range: { readonly min: number; readonly max: number },
  from: number,
  pixels: number,
): number {
  const at = from + ((range.max - range.min) * pixels) / WHOLE;
  return Math.min(range.max, Math.max(range.min, at));
}
