import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { HessianMap } from '../../../store/index.ts';
import { drawRaster } from '../raster.ts';
import { rampIndex, type ChartStyle } from '../style.ts';
import { movedMatrix, movedRow, type Move } from './move.ts';
import { symmetricLog } from './scale.ts';
import { boxesOf, captioned, type Box } from './boxes.ts';
import { drawProfile } from './profile.ts';
import type { Sites } from './sites.ts';

/** Everything that is drawn at one moment. */
export interface Scene {
  readonly map: HessianMap;
  readonly sites: Sites;
  /** Weights in lattice order: site k of the picture is that of the k-th. */
  readonly lattice: Int32Array;
  readonly move: Move | null;
  /** Weights that stand on the sites of each sheet, in its order. */
  readonly rows: readonly Int32Array[];
  /** [P] where each weight is drawn now, pixels; set by `placeWeights`. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Names of the matrices between the borders. */
  readonly names: readonly string[];
}

const buffer = { matrix: null as HTMLCanvasElement | null, row: null as HTMLCanvasElement | null };

/** Puts every weight on its site, or on its way from the old one to the new. */
export function placeWeights({ left, top, width }: Box, scene: Scene): void {
  const { map, sites, lattice, move, x, y } = scene;
  const part = move?.part ?? 1;
  map.weights.forEach((weight, place) => {
    const to = lattice[place];
    const from = move === null ? to : lattice[move.from[weight]];
    x[weight] = left + width * (sites.x[from] + part * (sites.x[to] - sites.x[from]));
    y[weight] = top + width * (sites.y[from] + part * (sites.y[to] - sites.y[from]));
  });
}

/**
 * The picture without the field: the lattice with its couplings, the matrix J₂ under the row J₁, the key to their colours, and
 * how the couplings end with distance.
 */
export function drawScene(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  style: ChartStyle,
  scene: Scene,
): void {
  const { size } = style;
  const { lattice, matrix, key, profile, numbered } = boxesOf(width, height, size);
  context.clearRect(0, 0, width, height);
  context.font = `${size}px ${style.font}`;
  context.textBaseline = 'alphabetic';
  placeWeights(lattice, scene);
  drawLattice(context, lattice, style, scene);
  if (profile !== null) drawProfile(context, profile, style, scene.map);
  if (captioned(height, size)) {
    context.fillStyle = style.ink['text-2'];
    const say = (words: string, box: Box): void => {
      if (context.measureText(words).width <= box.width + (box === matrix ? key.width + 3 * size : 0))
        context.fillText(words, box.left, 1.2 * size);
    };
    say(text('chart.nonlocality.lattice'), lattice);
    say(text('chart.nonlocality.axis'), matrix);
  }
  drawMatrix(context, matrix, style, scene);
  drawKey(context, key, style, scene, numbered);
}

function css(style: ChartStyle, value: number): string {
  const at = rampIndex(value);
  return `rgb(${style.ramp[at]} ${style.ramp[at + 1]} ${style.ramp[at + 2]})`;
}

function drawLattice(
  context: CanvasRenderingContext2D,
  { width: size }: Box,
  style: ChartStyle,
  { map: { pairs, strengths, largestSecond }, sites, x, y }: Scene,
): void {
  const round = sites.round.map((length) => length * size);
  // Weak ones first, so that the strong stand above them.
  for (let n = strengths.length - 1; n >= 0; n--) {
    const shade = symmetricLog(strengths[n], largestSecond);
    const [a, b] = [pairs[2 * n], pairs[2 * n + 1]];
    context.strokeStyle = css(style, shade);
    context.globalAlpha = Math.max(0.08, Math.abs(shade) ** 2);
    context.lineWidth = style.hair + style.hair * Math.abs(shade);
    const dx = shorter(x[b] - x[a], round[0]);
    const dy = shorter(y[b] - y[a], round[1]);
    context.beginPath();
    context.moveTo(x[a], y[a]);
    if (dx === x[b] - x[a] && dy === y[b] - y[a]) context.lineTo(x[b], y[b]);
    else {
      // It goes round: half of it leaves at either rim.
      context.lineTo(x[a] + dx / 2, y[a] + dy / 2);
      context.moveTo(x[b], y[b]);
      context.lineTo(x[b] - dx / 2, y[b] - dy / 2);
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** A way along one axis, the shorter one round. */
function shorter(way: number, round: number): number {
  if (round === 0 || Math.abs(way) <= 0.501 * round) return way;
  return way > 0 ? way - round : way + round;
}

function drawMatrix(
  context: CanvasRenderingContext2D,
  { left, top, width: size }: Box,
  style: ChartStyle,
  { map, move, names }: Scene,
): void {
  const { cells, perCell, borders, largestSecond, largestFirst } = map;
  const square = movedMatrix(map, move);
  const values = new Float32Array(cells * cells);
  // A raster's first row is its lowest; a matrix begins above.
  for (let i = 0; i < cells; i++) {
    for (let j = 0; j < cells; j++)
      values[(cells - 1 - i) * cells + j] = symmetricLog(square[i * cells + j], largestSecond);
  }
  buffer.matrix ??= document.createElement('canvas');
  drawRaster(buffer.matrix, { rows: cells, columns: cells, values, smooth: false }, style.ramp);
  buffer.row ??= document.createElement('canvas');
  const first = movedRow(map, move).map((value) => symmetricLog(value, largestFirst));
  drawRaster(buffer.row, { rows: 1, columns: cells, values: first, smooth: false }, style.ramp);
  const strip = 0.8 * style.size;
  context.imageSmoothingEnabled = cells > 1.5 * size * (globalThis.devicePixelRatio || 1);
  context.drawImage(buffer.row, left, top - strip - 0.25 * style.size, size, strip);
  context.drawImage(buffer.matrix, left, top, size, size);
  context.strokeStyle = style.lineStrong;
  context.lineWidth = style.hair;
  context.strokeRect(left, top, size, size);
  context.beginPath();
  for (const border of borders) {
    const at = (size * border) / (perCell * cells);
    context.moveTo(left + at, top);
    context.lineTo(left + at, top + size);
    context.moveTo(left, top + at);
    context.lineTo(left + size, top + at);
  }
  context.stroke();
  context.textAlign = 'right';
  context.fillStyle = style.ink['text-2'];
  context.font = `italic ${style.size}px ${style.font}`;
  context.fillText('J₁', left - 0.4 * style.size, top - 0.35 * style.size);
  context.fillText('J₂', left - 0.4 * style.size, top + style.size);
  context.font = `${style.size}px ${style.font}`;
  context.textAlign = 'left';
  const base = top + size + 1.15 * style.size;
  const ends = [0, ...borders, map.weights.length];
  if (names.length > 1 && borders.length > 0) {
    names.forEach((name, index) => {
      const from = (size * ends[index]) / (perCell * cells);
      const room = (size * ends[index + 1]) / (perCell * cells) - from;
      if (room > 2.6 * style.size) context.fillText(name, left + from + 2, base, room);
    });
    return;
  }
  context.fillText('0', left, base);
  context.textAlign = 'right';
  context.fillText(String(map.weights.length - 1), left + size, base);
  context.textAlign = 'left';
}

/** Values of the map beside their colours, zero marked. */
function drawKey(
  context: CanvasRenderingContext2D,
  { left, top, width, height: size }: Box,
  style: ChartStyle,
  { map: { largestSecond } }: Scene,
  numbered: boolean,
): void {
  for (let row = 0; row < size; row++) {
    context.fillStyle = css(style, 1 - (2 * (row + 0.5)) / size);
    context.fillRect(left, top + row, width, 1.5);
  }
  const marks = size > 9 * style.size ? [1, 0.03, 0, -0.03, -1] : [1, 0, -1];
  context.fillStyle = style.ink['text-2'];
  context.strokeStyle = style.ink.text;
  if (!numbered) {
    context.textAlign = 'center';
    context.fillText(`±${formatShort(largestSecond, 2)}`, left + width / 2, top - 0.4 * style.size);
    context.textAlign = 'left';
  }
  context.textBaseline = 'middle';
  for (const mark of marks) {
    const at = top + (size * (1 - symmetricLog(mark, 1))) / 2;
    const words = mark === 0 ? '0' : formatShort(mark * largestSecond, 2);
    if (numbered)
      context.fillText(
        words,
        left + width + 0.4 * style.size,
        Math.min(top + size - 4, Math.max(top + 4, at)),
      );
    if (mark !== 0) continue;
    context.beginPath();
    context.moveTo(left - 2, at);
    context.lineTo(left + width + 2, at);
    context.stroke();
  }
  context.textBaseline = 'alphabetic';
}

/** The map in words: what a picture of colours cannot say aloud. */
export function summaryOf(map: HessianMap, names: readonly string[]): string {
  const { weights, lattice, reordered, order, perCell, pairCount, largestSecond } = map;
  const count = weights.length;
  return [
    text('chart.nonlocality.summary', {
      count,
      coupled: pairCount,
      all: (count * (count - 1)) / 2,
      largest: formatNumber(largestSecond),
      mean: formatNumber(lattice.meanDistance),
      ratio: formatNumber(lattice.ratio),
      bandwidth: formatShort(lattice.bandwidth),
    }),
    ...(order === 'lattice'
      ? []
      : [
          text('chart.nonlocality.summaryOrder', {
            order: text(`chart.nonlocality.order.${order as 'shuffled'}`),
            mean: formatNumber(reordered.meanDistance),
            ratio: formatNumber(reordered.ratio),
            bandwidth: formatShort(reordered.matrixBandwidth),
          }),
        ]),
    ...(names.length > 1 ? [text('chart.nonlocality.summarySheets', { names: names.join(', ') })] : []),
    ...(perCell > 1 ? [text('chart.nonlocality.cells', { count: perCell })] : []),
    text('chart.nonlocality.unchanged'),
  ].join(' ');
}
