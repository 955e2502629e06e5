/** Reads the text of a QR code as it is drawn, by ISO/IEC 18004: no error is corrected, so that every module has to be right. */

type Grid = readonly (readonly boolean[])[];

/** The modules of an SVG path of runs, `M4,4 h7v1H4z…`, without the quiet zone. @param side  of the view box */
export function modulesOf(path: string, side: number, quiet: number): Grid {
  const all = Array.from({ length: side }, () => Array.from({ length: side }, () => false));
  for (const [, x, y, width] of path.matchAll(/M\s*(\d+)[ ,]+(\d+)\s*h(\d+)v1H/g)) {
    for (let step = 0; step < Number(width); step++) all[Number(y)][Number(x) + step] = true;
  }
  const edge = all.some((row, y) =>
    row.some((dark, x) => dark && (Math.min(x, y) < quiet || Math.max(x, y) >= side - quiet)),
  );
  if (edge) throw new Error('a module in the quiet zone');
  return all.slice(quiet, side - quiet).map((row) => row.slice(quiet, side - quiet));
}

/** Error-correction codewords of a block, and blocks, of versions 1 to 12 (table 9). */
const blocks = {
  L: [
    [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24],
    [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4],
  ],
  M: [
    [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22],
    [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8],
  ],
  Q: [
    [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26],
    [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10],
  ],
  H: [
    [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28],
    [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11],
  ],
} as const;
const levels = ['M', 'L', 'H', 'Q'] as const;

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function alignments(version: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const last = version * 4 + 10;
  return [6, ...Array.from({ length: count - 1 }, (_, n) => last - n * step).reverse()];
}

/** Whether a module belongs to the code's own patterns. */
function isPattern(x: number, y: number, version: number): boolean {
  const side = 17 + 4 * version;
  if (x === 6 || y === 6) return true;
  if ((x < 9 && y < 9) || (x < 9 && y >= side - 8) || (x >= side - 8 && y < 9)) return true;
  if (version >= 7 && ((x < 6 && y >= side - 11) || (y < 6 && x >= side - 11))) return true;
  const at = alignments(version);
  const corner = (a: number, b: number): boolean =>
    (a === 6 && b === 6) || (a === 6 && b === side - 7) || (a === side - 7 && b === 6);
  return at.some((a) => at.some((b) => !corner(a, b) && Math.abs(x - a) <= 2 && Math.abs(y - b) <= 2));
}

export function qrText(grid: Grid): string {
  const side = grid.length;
  const version = (side - 17) / 4;
  if (!Number.isInteger(version) || version < 1 || version > 12) throw new Error(`version ${version}`);
  const places = [0, 1, 2, 3, 4, 5]
    .map((y) => [8, y])
    .concat([
      [8, 7],
      [8, 8],
      [7, 8],
    ]);
  for (let x = 5; x >= 0; x--) places.push([x, 8]);
  const format = places.reduce((bits, [x, y], n) => bits | (Number(grid[y][x]) << n), 0) ^ 0x5412;
  const level = levels[format >> 13];
  const mask = masks[(format >> 10) & 7];

  const bits: number[] = [];
  let up = true;
  for (let right = side - 1; right > 0; right -= right === 8 ? 3 : 2) {
    for (let n = 0; n < side; n++) {
      const y = up ? side - 1 - n : n;
      for (const x of [right, right - 1])
        if (!isPattern(x, y, version)) bits.push(Number(grid[y][x] !== mask(x, y)));
    }
    up = !up;
  }
  const words = Array.from({ length: bits.length >> 3 }, (_, n) =>
    bits.slice(8 * n, 8 * n + 8).reduce((word, bit) => word * 2 + bit, 0),
  );

  const [correction, count] = blocks[level].map((of) => of[version - 1]);
  const short = Math.floor(words.length / count) - correction;
  const longer = words.length % count;
  const lengths = Array.from({ length: count }, (_, n) => short + (n >= count - longer ? 1 : 0));
  const parts: number[][] = lengths.map(() => []);
  let at = 0;
  for (let row = 0; row <= short; row++)
    for (const [n, length] of lengths.entries()) if (row < length) parts[n].push(words[at++]);
  const stream = parts.flat().flatMap((word) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => (word >> bit) & 1));

  const take = (from: number, length: number): number =>
    stream.slice(from, from + length).reduce((word, bit) => word * 2 + bit, 0);
  if (take(0, 4) !== 4) throw new Error(`mode ${take(0, 4)}: bytes were expected`);
  const head = version < 10 ? 8 : 16;
  const bytes = Uint8Array.from({ length: take(4, head) }, (_, n) => take(4 + head + 8 * n, 8));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
