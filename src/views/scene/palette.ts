import { Color, DataTexture, LinearFilter, RGBAFormat } from 'three';
import { useLab } from '../../store/index.ts';

/** Roles of colour and line that the pictures read from the tokens. */
const COLORS = [
  'ground',
  'text',
  'text-2',
  'text-3',
  'line-strong',
  'accent',
  'second',
  'ghost',
  'theory',
  'J',
  'K',
  'expansion',
] as const;
export type ColorRole = (typeof COLORS)[number];

const STOPS = 9;
const RAMP = 256;

/** The tokens of the present ground, as the shaders take them. One for the page, changed in place. */
export interface Palette {
  readonly colors: Readonly<Record<ColorRole, Color>>;
  /** The diverging map, −1 to 1, 256 entries. */
  readonly ramp: DataTexture;
  /** The sequential map, 0 to 1, 256 entries. */
  readonly sequential: DataTexture;
  /** Widths in pixels. */
  lineTrack: number;
  lineGhost: number;
  lineHair: number;
  dashOn: number;
  dashOff: number;
  /** Factor on every other width: 1, on the projector 1.7. */
  line: number;
  /** Least that fog leaves of a colour; 0.78 on the projector. */
  fogFloor: number;
}

const rampData = new Uint8Array(4 * RAMP);
const sequentialData = new Uint8Array(4 * RAMP);

function mapTexture(data: Uint8Array): DataTexture {
  const texture = new DataTexture(data, RAMP, 1, RGBAFormat);
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  return texture;
}

function createPalette(): Palette {
  const colors = Object.fromEntries(COLORS.map((role) => [role, new Color()]));
  return {
    colors: colors as Record<ColorRole, Color>,
    ramp: mapTexture(rampData),
    sequential: mapTexture(sequentialData),
    lineTrack: 2.75,
    lineGhost: 1.75,
    lineHair: 1,
    dashOn: 6,
    dashOff: 5,
    line: 1,
    fogFloor: 0,
  };
}

/**
 * Reads #rgb and #rrggbb. The numbers stay as written (sRGB): the materials are unlit and put out what they
 * are given, so that what is on the screen is the token.
 */
export function readHex(value: string, out: { r: number; g: number; b: number }): void {
  const hex = value.trim().replace('#', '');
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const number = Number.parseInt(full, 16);
  if (full.length !== 6 || Number.isNaN(number)) return;
  out.r = ((number >> 16) & 255) / 255;
  out.g = ((number >> 8) & 255) / 255;
  out.b = (number & 255) / 255;
}

/**
 * Writes the 256 entries of a map through its stops, linear between them.
 *  @param stops  colours, 0..1
 *  @param out    [4·256] bytes, overwritten
 */
export function fillRamp(stops: readonly { r: number; g: number; b: number }[], out: Uint8Array): void {
  for (let i = 0; i < RAMP; i++) {
    const position = (i / (RAMP - 1)) * (stops.length - 1);
    const k = Math.min(stops.length - 2, Math.floor(position));
    const t = position - k;
    const a = stops[k];
    const b = stops[k + 1];
    out[4 * i] = Math.round(255 * (a.r + t * (b.r - a.r)));
    out[4 * i + 1] = Math.round(255 * (a.g + t * (b.g - a.g)));
    out[4 * i + 2] = Math.round(255 * (a.b + t * (b.b - a.b)));
    out[4 * i + 3] = 255;
  }
}

/** Quantities that are told apart by colour, and how far they step back while another is lit. */
const QUANTITIES = ['second', 'ghost', 'theory', 'J', 'K', 'expansion'] as const;
const STEPS_BACK = 0.78;
let lit: string | null = null;

/** Lets every quantity but the one that is lit step back towards the ground; a field is the run's own. */
function stepBack({ colors }: Palette): void {
  if (!QUANTITIES.some((role) => role === lit)) return;
  for (const role of QUANTITIES) if (role !== lit) colors[role].lerp(colors.ground, STEPS_BACK);
  if (lit === 'second') return;
  const ground = [colors.ground.r, colors.ground.g, colors.ground.b];
  for (let i = 0; i < rampData.length; i++) {
    if (i % 4 < 3) rampData[i] += STEPS_BACK * (255 * ground[i % 4] - rampData[i]);
  }
}

let shared: Palette | null = null;
const listeners = new Set<() => void>();

function read(palette: Palette, from: HTMLElement): void {
  const style = getComputedStyle(from);
  const token = (name: string): string => style.getPropertyValue(`--${name}`);
  const size = (name: string, otherwise: number): number => {
    const value = Number.parseFloat(token(name));
    return Number.isFinite(value) ? value : otherwise;
  };
  for (const role of COLORS) readHex(token(role), palette.colors[role]);
  const stopsOf = (map: 'div' | 'seq'): { r: number; g: number; b: number }[] =>
    Array.from({ length: STOPS }, (_, i) => {
      const stop = { r: 0, g: 0, b: 0 };
      readHex(token(`${map}-${i}`), stop);
      return stop;
    });
  fillRamp(stopsOf('div'), rampData);
  fillRamp(stopsOf('seq'), sequentialData);
  palette.ramp.needsUpdate = true;
  palette.sequential.needsUpdate = true;
  palette.lineTrack = size('line-track', 2.75);
  palette.lineGhost = size('line-ghost', 1.75);
  palette.lineHair = size('line-hair', 1);
  const dash = token('dash-theory').trim().split(/\s+/).map(Number);
  palette.dashOn = dash[0] > 0 ? dash[0] : 6;
  palette.dashOff = dash[1] > 0 ? dash[1] : 5;
  const projector = from.dataset.ground === 'projector';
  palette.line = projector ? 1.7 : 1;
  palette.fogFloor = projector ? 0.78 : 0;
}

function renew(): void {
  if (shared === null) return;
  read(shared, document.documentElement);
  stepBack(shared);
  for (const listener of listeners) listener();
}

/** The palette of the page. */
export function pagePalette(): Palette {
  if (shared !== null) return shared;
  const palette = createPalette();
  shared = palette;
  read(palette, document.documentElement);
  // Whoever changes the ground only has to change the attribute: the tokens follow it, and so do we.
  // The term of an equation under the hand.
  useLab.subscribe((state) => {
    if (state.lit === lit) return;
    lit = state.lit;
    renew();
  });
  new MutationObserver(renew).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-ground'],
  });
  return palette;
}

/** The part of the page that is being drawn for. */
let drawn: HTMLElement | null = null;

/** The element whose tokens are those of what is being drawn: the page, but for `inGroundOf`. */
export const drawnRoot = (): HTMLElement => drawn ?? document.documentElement;

/** Draws something at once in the tokens of a part of the page that has a ground of its own. */
export function inGroundOf(part: HTMLElement, draw: () => void): void {
  const palette = pagePalette();
  read(palette, part);
  drawn = part;
  try {
    draw();
  } finally {
    drawn = null;
    read(palette, document.documentElement);
    stepBack(palette);
  }
}

/** Calls back after each change of ground. Returns a function that ends it. */
export function onPaletteChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
