import type { Spread } from './meanField.ts';
import type { Moments, Response } from './response.ts';

/**
 * Whether a start exists at which lengths and differences both stay as they are from layer to layer, so that signals go
 * as deep as one likes: χ∥ = σ_w² d⟨φ²⟩/dq = 1 and χ₁ = σ_w²⟨φ′²⟩ = 1 at q* = σ_w²⟨φ²⟩ + σ_b² with σ_b² >= 0. Both are
 * 1 together where ⟨φφ″⟩ = 0.
 *   scale-invariant  at every length (linear, relu)
 *   zero             at q* = 0 (tanh, sin); `stable`: lengths come back to it from above
 *   half-stable      at a length q* > 0 that draws lengths near it from one side only
 *   none             nowhere: `bias`, φ(0) ≠ 0 would need σ_b² < 0; else χ∥ > χ₁ or < at every length
 */
export type Criticality =
  | { readonly kind: 'scale-invariant'; readonly sigmaW: number }
  | { readonly kind: 'zero'; readonly sigmaW: number; readonly stable: boolean }
  | { readonly kind: 'half-stable'; readonly q: number; readonly sigmaW: number; readonly sigmaB: number }
  | { readonly kind: 'none'; readonly bias: boolean };

/** Lengths that are looked at, 1e-6 to 1e4 in ratios of 1.1. */
export const GRID = (() => {
  const lengths: number[] = [];
  for (let q = 1e-6; q < 1e4; q *= 1.1) lengths.push(q);
  return lengths;
})();
const tables = new WeakMap<Response, readonly Moments[]>();

/** Moments at the lengths that are looked at, made once. */
export function tableOf(response: Response): readonly Moments[] {
  const known = tables.get(response) ?? GRID.map((q) => response.moments(q));
  tables.set(response, known);
  return known;
}

/** Of a length so small that the next order of ⟨φ²⟩/q is alone, and still above round-off. */
const SMALL = 1e-4;
const HALVINGS = 100;

/** σ_w and σ_b² at which q is a fixed length and χ₁ there is chi: σ_w² = χ₁/⟨φ′²⟩, σ_b² = q − σ_w²⟨φ²⟩. **exact** */
function startOf({ square, slope, bend }: Moments, q: number, chi: number): Start {
  const weight = chi / slope;
  return {
    sigmaW: Math.sqrt(weight),
    biasSquare: q - weight * square,
    stable: weight * (slope + bend) < 1,
  };
}

interface Start {
  readonly sigmaW: number;
  readonly biasSquare: number;
  /** Lengths come back to q. */
  readonly stable: boolean;
}

/** The class of an activation, derived from its response. Source: the book of Roberts, Yaida and Hanin, 2106.10165, 5. */
export function criticalityOf(response: Response): Criticality {
  if (response.steadySlope !== null) {
    if (response.steadySlope === 0) return { kind: 'none', bias: false };
    // A bias of its own adds the same length in every layer, which no σ_b² takes away.
    return response.atZero === 0
      ? { kind: 'scale-invariant', sigmaW: 1 / Math.sqrt(response.steadySlope) }
      : { kind: 'none', bias: true };
  }
  const { slope } = response.moments(0);
  if (response.atZero === 0 && slope > 0) {
    const stable = response.moments(SMALL).square / SMALL < slope;
    return { kind: 'zero', sigmaW: 1 / Math.sqrt(slope), stable };
  }
  const bend = (q: number): number => response.moments(q).bend;
  const table = tableOf(response);
  for (let k = 1; k < GRID.length; k++) {
    if (table[k].bend * table[k - 1].bend > 0) continue;
    const q = rootBetween(bend, GRID[k - 1], GRID[k]);
    if (q === null) continue;
    const { sigmaW, biasSquare } = startOf(response.moments(q), q, 1);
    if (biasSquare >= 0) return { kind: 'half-stable', q, sigmaW, sigmaB: Math.sqrt(biasSquare) };
  }
  return { kind: 'none', bias: bend(0) === 0 };
}

const squareOf = (x: number): number => x * x;

/** Where f changes its sign, by halving; null where it does not. */
export function rootBetween(f: (x: number) => number, from: number, to: number): number | null {
  const sign = f(from);
  if (sign === 0) return from;
  if (!(sign * f(to) < 0)) return null;
  let [low, high] = [from, to];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    if (f(middle) * sign > 0) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The line in the plane of starts along which χ₁ at the settled length is `chi`, with rising σ_b; 1 is the edge of chaos.
 * It is drawn by the settled length, for which no equation has to be solved. **exact** at infinite width.
 *  @returns [] where no start has it
 */
export function levelLine(response: Response, chi: number, mostB: number): Spread[] {
  const { steadySlope } = response;
  if (steadySlope !== null) {
    if (steadySlope === 0) return [];
    const sigmaW = Math.sqrt(chi / steadySlope);
    return [
      { sigmaW, sigmaB: 0 },
      { sigmaW, sigmaB: mostB },
    ];
  }
  const line: Spread[] = [];
  const { slope } = response.moments(0);
  // At φ(0) = 0 a start without biases may settle at 0.
  if (response.atZero === 0 && slope > 0) {
    if (chi <= 1) line.push({ sigmaW: Math.sqrt(chi / slope), sigmaB: 0 });
  }
  for (const [k, moments] of tableOf(response).entries()) {
    const { sigmaW, biasSquare, stable } = startOf(moments, GRID[k], chi);
    if (biasSquare < 0 || !stable) continue;
    const sigmaB = Math.sqrt(biasSquare);
    line.push({ sigmaW, sigmaB });
    if (sigmaB > mostB) break;
  }
  return line;
}

/**
 * The edge of chaos at a σ_b: the σ_w at which χ₁ = 1. **exact** at infinite width, to 1e-12.
 *  @returns null where there is none
 */
export function edgeAt(response: Response, sigmaB: number): number | null {
  const { steadySlope } = response;
  if (steadySlope !== null) return steadySlope > 0 ? 1 / Math.sqrt(steadySlope) : null;
  const { slope } = response.moments(0);
  if (sigmaB === 0 && response.atZero === 0) return slope > 0 ? 1 / Math.sqrt(slope) : null;
  const off = (q: number): number => startOf(response.moments(q), q, 1).biasSquare - sigmaB * sigmaB;
  const rough = tableOf(response).map(
    (moments, k) => startOf(moments, GRID[k], 1).biasSquare > sigmaB * sigmaB,
  );
  for (let k = 1; k < GRID.length; k++) {
    if (rough[k] === rough[k - 1]) continue;
    const q = rootBetween(off, GRID[k - 1], GRID[k]);
    if (q === null) continue;
    const start = startOf(response.moments(q), q, 1);
    if (start.stable) return start.sigmaW;
  }
  return null;
}

/**
 * χ₁ at the settled length over the plane of starts: row r at σ_w = mostW (r + ½)/rows, column c at σ_b likewise.
 *  Lengths between those of the table are interpolated, to some 1e-3: for shades. **approximate**
 *  @returns [rows × columns]; NaN where lengths grow without end and χ₁ with them
 *  Cost O(rows·columns·lengths) after the table.
 */
export function chiPlane(response: Response, most: Spread, rows: number, columns: number): Float32Array {
  const out = new Float32Array(rows * columns);
  const { steadySlope } = response;
  const table = steadySlope === null ? tableOf(response) : [];
  const still = steadySlope ?? response.moments(0).slope;
  for (let r = 0; r < rows; r++) {
    const weight = squareOf((most.sigmaW * (r + 0.5)) / rows);
    for (let c = 0; c < columns; c++) {
      const bias = squareOf((most.sigmaB * (c + 0.5)) / columns);
      const slope = steadySlope ?? settledSlope(table, weight, bias, still);
      out[r * columns + c] = weight * slope;
    }
  }
  return out;
}

/** ⟨φ′²⟩ at the length that σ_w², σ_b² settle at, walking along the table. */
function settledSlope(table: readonly Moments[], weight: number, bias: number, still: number): number {
  const surplus = (k: number): number => weight * table[k].square + bias - GRID[k];
  let k = GRID.findIndex((q) => q >= weight + bias);
  if (k < 0) return NaN;
  const first = surplus(k);
  const step = first > 0 ? 1 : -1;
  for (k += step; k >= 0 && k < GRID.length; k += step) {
    const now = surplus(k);
    if (now * first > 0) continue;
    const before = surplus(k - step);
    const share = before === now ? 0 : now / (now - before);
    return table[k].slope + share * (table[k - step].slope - table[k].slope);
  }
  return step > 0 ? NaN : still;
}
