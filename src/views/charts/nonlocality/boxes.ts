/** A square, or a plot, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What stands where. The profile F(r) is left out where nothing of it could be read. */
export interface Boxes {
  /** Whether the key has room for its numbers; else for its largest alone, above it. */
  readonly numbered: boolean;
  readonly lattice: Box;
  readonly matrix: Box;
  readonly key: Box;
  readonly profile: Box | null;
}

/** Widths in type sizes: beside the lattice, of the key with its numbers and without, beside the profile. */
const BESIDE = 2.4;
const KEY = 4.4;
const SLIM = 1.6;
const AXIS = 2.6;
/** Least sizes of a profile that can be read, and of a lattice or matrix. */
const LEAST_PROFILE = { width: 6, height: 4 } as const;
const LEAST_SIDE = 5.4;
const GOOD_SIDE = 8.5;
/** A profile beside the others is at most this much wider than high. */
const WIDEST = 1.4;

/** Whether there is room for words over the pictures. */
export const captioned = (height: number, size: number): boolean => height > 18 * size;

const square = (left: number, top: number, side: number): Box => ({ left, top, width: side, height: side });

/**
 * Where lattice, matrix, key and profile stand: beside each other; in a picture higher than wide the profile below.
 *  @param size  of the type, pixels
 */
export function boxesOf(width: number, height: number, size: number): Boxes {
  const caption = captioned(height, size) ? 1.6 * size : 0;
  const top = 1.3 * size + caption;
  const upright = height > 0.75 * width;
  const least = (AXIS + LEAST_PROFILE.width + 0.8) * size;
  const roomBy = (keyWidth: number): number => width - (0.6 + BESIDE + 0.8 + keyWidth) * size;
  const fits = (keyWidth: number, side: number): boolean =>
    !upright && roomBy(keyWidth) - least >= 2 * side * size;
  const numbered = fits(KEY, GOOD_SIDE) || !fits(SLIM, LEAST_SIDE);
  const keyWidth = numbered ? KEY : SLIM;
  const room = roomBy(keyWidth);
  const beside = fits(keyWidth, LEAST_SIDE);
  const below = upright && height - 0.45 * width > (LEAST_PROFILE.height + 5) * size;
  const deepest = below ? Math.min(height - (LEAST_PROFILE.height + 3) * size, width) : height;
  const tall = { lattice: deepest - 0.6 * size - caption, matrix: deepest - 1.4 * size - top };
  const wanted = tall.lattice + tall.matrix;
  const both = Math.max(48, Math.min(wanted, beside ? room - least : room));
  // What there is is shared as it would be where there is enough; the lattice may be a little larger.
  const side = Math.min(tall.matrix, Math.max(24, (both * Math.max(1, tall.matrix)) / Math.max(1, wanted)));
  const wide = Math.max(24, Math.min(tall.lattice, both - side));
  const lattice = square(0.6 * size, 0.3 * size + caption, wide);
  const matrix = square(lattice.left + wide + BESIDE * size, top, side);
  const key = { left: matrix.left + side + 0.8 * size, top, width: 0.7 * size, height: side };
  const left = key.left + (keyWidth + AXIS - 0.4) * size;
  const profile = beside
    ? {
        left,
        top,
        width: Math.min(width - left - 0.8 * size, WIDEST * tall.matrix + 3 * size),
        height: tall.matrix,
      }
    : below
      ? {
          left: (AXIS + 0.4) * size,
          top: top + Math.max(side, wide) + 2.6 * size,
          width: width - (AXIS + 1.2) * size,
          height: height - top - Math.max(side, wide) - 4 * size,
        }
      : null;
  return { numbered, lattice, matrix, key, profile };
}
