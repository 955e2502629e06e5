import { fillRamp, readHex } from '../scene/palette.ts';
import type { Ink, Raster } from './figure.ts';

/** Attributes of the page that charts take their colours from: its ground, and the term of an equation that is lit. */
export const STYLED_BY = ['data-ground', 'data-lit'];
/** How much of its colour every other quantity keeps while one is lit. */
const STEPPED_BACK = 0.3;

const STOPS = 9;
const RAMP = 256;

/** The tokens that charts use, read from the page for the ground at work. */
export interface ChartStyle {
  readonly font: string;
  readonly size: number;
  readonly ground: string;
  readonly text: string;
  readonly axisText: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly thick: number;
  readonly thin: number;
  readonly hair: number;
  readonly ink: Readonly<Record<Ink, string>>;
  /** The diverging map, [4·256] bytes. */
  readonly ramp: Uint8Array;
  /** From grey by the ground to the ink of a quantity, [4·256] bytes. */
  readonly shades: Readonly<Record<NonNullable<Raster['ink']>, Uint8Array>>;
}

/** The colours of a raster. */
export function rampOf({ ramp, shades }: ChartStyle, { ink }: Raster): Uint8Array {
  return ink === undefined ? ramp : shades[ink];
}

/** Reads the tokens of the page. */
export function readStyle(element: Element): ChartStyle {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const pixels = (name: string): number => Number.parseFloat(token(name));
  const ramp = new Uint8Array(4 * RAMP);
  const stops = Array.from({ length: STOPS }, (_, index) => {
    const stop = { r: 0, g: 0, b: 0 };
    readHex(token(`--div-${index}`), stop);
    return stop;
  });
  fillRamp(stops, ramp);
  const shade = (ink: string): Uint8Array => {
    const out = new Uint8Array(4 * RAMP);
    const ends = ['--text-2', '--ground', ink].map((name) => {
      const stop = { r: 0, g: 0, b: 0 };
      readHex(token(name), stop);
      return stop;
    });
    fillRamp(ends, out);
    return out;
  };
  const lit = document.documentElement.dataset.lit ?? '';
  const ground = token('--ground');
  const isQuantity = ['second', 'ghost', 'J', 'K', 'heat'].includes(lit);
  const ink = (role: string): string => {
    const own = token(`--${role}`);
    return isQuantity && role !== lit ? mixed(own, ground, STEPPED_BACK) : own;
  };
  return {
    font: token('--font'),
    size: pixels('--type-1'),
    ground,
    text: token('--text'),
    axisText: token('--text-3'),
    line: token('--line'),
    lineStrong: token('--line-strong'),
    thick: pixels('--line-track'),
    thin: pixels('--line-ghost'),
    hair: pixels('--line-hair'),
    ink: {
      second: ink('second'),
      ghost: ink('ghost'),
      descent: ink('ghost'),
      theory: ink('theory'),
      continuum: ink('theory'),
      other: token('--text-2'),
      text: token('--text'),
      'text-2': token('--text-2'),
      J: ink('J'),
      K: ink('K'),
      heat: ink('heat'),
      expansion: ink('expansion'),
    },
    ramp,
    shades: { J: shade('--J'), K: shade('--K') },
  };
}

/** Entry of the diverging map for a value from −1 to 1. */
export function rampIndex(value: number): number {
  return 4 * Math.round(((RAMP - 1) * (Math.min(1, Math.max(-1, value)) + 1)) / 2);
}

export function rampColor(ramp: Uint8Array, value: number): string {
  const at = rampIndex(value);
  return `rgb(${ramp[at]},${ramp[at + 1]},${ramp[at + 2]})`;
}

/** A colour with so much of an ink in a ground, opaque: areas may lie on each other. */
export function mixed(ink: string, ground: string, part: number): string {
  if (part === 1) return ink;
  const [a, b] = [ink, ground].map((color) => {
    const channels = { r: 0, g: 0, b: 0 };
    readHex(color, channels);
    return channels;
  });
  const channel = (of: 'r' | 'g' | 'b'): number => Math.round(255 * (b[of] + part * (a[of] - b[of])));
  return `rgb(${channel('r')},${channel('g')},${channel('b')})`;
}
