/**
 * Small pictures of the shipped scenarios, in numbers: what each run did in its first seconds, as `npm run trajectories`
 * ran it (public/scenarios/thumbnails.json). They are drawn here, in the tokens of the ground at work. Every value is a byte of a part in
 * 127 of the largest that the picture holds; nothing of them is invented, and nothing is smoothed.
 */

/** What all pictures have. */
interface Common {
  /** Hash of the document and of the bits of its run: what it was made of. */
  readonly stamp: string;
  /** Kinds of its sections, as `section.kind`. */
  readonly kinds: readonly string[];
  /** Moments that it holds, evenly spaced in time; the first is the start. */
  readonly frames: number;
}

/** Lattices of one row: rings, one above the other, each with the runs on it. */
interface Rings extends Common {
  readonly draw: 'rings';
  readonly rings: number;
  readonly columns: number;
  readonly closed: boolean;
  /** Role of the runs drawn, the main one first. */
  readonly tracks: readonly string[];
  /** [frames × tracks × rings × columns] */
  readonly values: Int8Array;
  /** Of a quadratic cost, [1 or frames × columns] each, else empty: parts of their largest. */
  readonly J: Int8Array;
  readonly K: Int8Array;
}

/** Lattices of rows and columns: one sheet for each. */
interface Sheets extends Common {
  readonly draw: 'sheets';
  readonly sheets: readonly { readonly rows: number; readonly columns: number }[];
  /** [frames × all sites] */
  readonly values: Int8Array;
}

/** What a network of two inputs gives over their plane, with the samples that it learns. */
interface ResponseMap extends Common {
  readonly draw: 'map';
  readonly size: number;
  /** [frames × size × size], row y by row, from below. */
  readonly values: Int8Array;
  /** [samples × 3]: x and y as parts of the window, and the target as a part of the largest value. */
  readonly points: Int8Array;
}

/** What networks of one input give over it, with the samples that they learn. */
interface Curve extends Common {
  readonly draw: 'curve';
  readonly size: number;
  readonly tracks: readonly string[];
  /** [frames × tracks × size] */
  readonly values: Int8Array;
  /** [samples × 2]: input as a part of the window, and target. */
  readonly points: Int8Array;
}

/** Space that expands: radius a(t)/a(end), colour a^{d/2} w as a part of its largest. */
interface Horn extends Common {
  readonly draw: 'horn';
  readonly columns: number;
  /** [frames × columns] */
  readonly values: Int8Array;
  /** [frames], parts of 127. */
  readonly radius: Int8Array;
}

/** The cost over two weights, with the paths of the runs on it. */
interface Paths extends Common {
  readonly draw: 'paths';
  readonly size: number;
  /** [size × size], row by row from below: where the square root of the cost stands between its least (0) and largest (127). */
  readonly costs: Int8Array;
  readonly tracks: readonly string[];
  /** [frames × tracks × 2], parts of the window. */
  readonly values: Int8Array;
}

export type Thumbnail = Rings | Sheets | ResponseMap | Curve | Horn | Paths;
/** The parts of a thumbnail that are bytes; as text in its file. */
export const BYTES = ['values', 'J', 'K', 'points', 'radius', 'costs'] as const;

function bytesOf(text: string): Int8Array {
  return Int8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** The pictures of a file, by the id of their scenario. */
export function readThumbnails(json: unknown): Readonly<Record<string, Thumbnail>> {
  const stored = json as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  return Object.fromEntries(
    Object.entries(stored).map(([id, fields]) => {
      const read = Object.entries(fields).map(([key, value]) => [
        key,
        typeof value === 'string' && (BYTES as readonly string[]).includes(key) ? bytesOf(value) : value,
      ]);
      return [id, Object.fromEntries(read) as Thumbnail];
    }),
  );
}
