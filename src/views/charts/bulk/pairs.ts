import { text } from '../../../messages/index.ts';
import type { Locality } from '../../../store/index.ts';
import { superscript } from '../../../messages/format.ts';
import { mixed, type ChartStyle } from '../style.ts';
import { escaped, px, words } from '../svgWords.ts';

/** Decades of coupling over which a colour fades. */
const DECADES = 3;
/** The palest colour of what is coupled at all, as a part of the ink. */
const PALEST = 0.14;

/** How much of the ink a coupling has: 0 where there is none, else by its logarithm below the largest. */
export function shadeOf(norm: number, largest: number): number {
  if (!(norm > 0) || !(largest > 0)) return 0;
  const depth = Math.min(1, Math.max(0, -Math.log10(norm / largest) / DECADES));
  return 1 - (1 - PALEST) * depth;
}

/** Names of the blocks: W⁰, z¹, W¹, z², … or with biases in place of the neurons. */
export function blockNames(depth: number, local: boolean): readonly string[] {
  return Array.from({ length: depth }, (_, m) => [
    `*W*${superscript(m)}`,
    local ? `*z*${superscript(m + 1)}` : `*b*${superscript(m)}`,
  ]).flat();
}

/** Pairs of different layers that are coupled, and how many pairs there are; W⁽ᵐ⁾ belongs with z⁽ᵐ⁺¹⁾ and b⁽ᵐ⁾. */
export function coupledPairs(
  blocks: Float64Array,
  depth: number,
): { readonly coupled: number; readonly pairs: number; readonly farthest: number } {
  const size = 2 * depth;
  let [coupled, farthest] = [0, 0];
  for (let r = 0; r < depth; r++) {
    for (let c = r + 1; c < depth; c++) {
      const found = [0, 1].some((i) => [0, 1].some((j) => blocks[(2 * r + i) * size + 2 * c + j] > 0));
      if (!found) continue;
      coupled++;
      farthest = Math.max(farthest, c - r);
    }
  }
  return { coupled, pairs: (depth * (depth - 1)) / 2, farthest };
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** One matrix of blocks: what is not coupled stays empty. */
function matrix(
  blocks: Float64Array,
  names: readonly string[],
  title: string,
  { left, top, side }: Place,
  { size, ink, ground, line, lineStrong, axisText, text: color }: ChartStyle,
): string {
  const count = names.length;
  const cell = side / count;
  const largest = blocks.reduce((most, norm) => Math.max(most, norm), 0);
  const at = (n: number): number => n * cell;
  const cells = Array.from(blocks, (norm, n) => {
    const shade = shadeOf(norm, largest);
    if (shade === 0) return '';
    const [x, y] = [left + at(n % count), top + at(Math.floor(n / count))];
    return `<rect class="coupled" x="${px(x)}" y="${px(y)}" width="${px(cell)}" height="${px(cell)}" fill="${mixed(ink.K, ground, shade)}"/>`;
  });
  const lines = Array.from({ length: count + 1 }, (_, n) => {
    const stroke = n % 2 === 0 ? lineStrong : line;
    return `<path d="M${px(left + at(n))} ${px(top)}v${px(side)}M${px(left)} ${px(top + at(n))}h${px(side)}" stroke="${stroke}" fill="none"/>`;
  });
  const named = cell >= size;
  const labels = names.flatMap((name, n) => [
    // Where rows are low every layer is named once.
    ...(named || n % 2 === 0
      ? [words(name, left - 0.4 * size, top + at(n + 0.5) + 0.34 * size, axisText, 'text-anchor="end"')]
      : []),
    ...(cell >= 1.5 * size || n % 2 === 0
      ? [words(name, left + at(n + 0.5), top + side + 1.15 * size, axisText, 'text-anchor="middle"')]
      : []),
  ]);
  return [...cells, ...lines, ...labels, words(title, left, top - 0.55 * size, color)].join('');
}

/** Couplings of the layers in L beside those in the cost, as one drawing; null where there is no room. Pure. */
export function drawPairs(seen: Locality, width: number, height: number, style: ChartStyle): string | null {
  const { size, font } = style;
  const [left, top, bottom, gap] = [2.2 * size, 1.6 * size, 1.6 * size, 3.2 * size];
  const across = (width - 2 * left - gap) / 2;
  const upright = height > 1.1 * width;
  const side = upright
    ? Math.min(width - 2 * left, (height - 2 * (top + bottom)) / 2)
    : Math.min(across, height - top - bottom);
  if (side < 3 * size) return null;
  const second = upright
    ? { left, top: side + 2 * top + bottom, side }
    : { left: left + side + gap + left, top, side };
  const { local, dense, depth } = seen;
  const parts = [
    local === null
      ? ''
      : matrix(local, blockNames(depth, true), text('pairs.local'), { left, top, side }, style),
    matrix(
      dense,
      blockNames(depth, false),
      text('pairs.dense'),
      local === null ? { left, top, side } : second,
      style,
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}" font-family="${escaped(font).replaceAll('"', "'")}" font-size="${size}">${parts.join('')}</svg>`;
}
