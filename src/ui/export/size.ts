import type { Ground } from '../../store/index.ts';
import { CSS_DPI, LONGEST_SIDE } from './limits.ts';

/** How large a file is wanted: in pixels and enlarged, or in millimetres and dots per inch. */
export interface SizeWish {
  readonly unit: 'px' | 'mm';
  /** In its unit. */
  readonly width: number;
  readonly height: number;
  readonly scale: 1 | 2 | 4;
  readonly dpi: number;
}

export interface PictureWish extends SizeWish {
  readonly ground: Ground;
  readonly clear: boolean;
}

const MM_PER_INCH = 25.4;

/** A picture as it is laid out, and as it is made. */
export interface Laid {
  /** In pixels of CSS: letters have their size in these, 1/96 inch. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the file for one of CSS. */
  readonly ratio: number;
  /** Of the file. */
  readonly pixels: { readonly width: number; readonly height: number };
  readonly millimetres: { readonly width: number; readonly height: number };
}

export function layOf({ unit, width, height, scale, dpi }: SizeWish): Laid {
  const css = unit === 'px' ? 1 : CSS_DPI / MM_PER_INCH;
  const ratio = unit === 'px' ? scale : dpi / CSS_DPI;
  const pixels = { width: Math.round(ratio * css * width), height: Math.round(ratio * css * height) };
  const toMillimetres = MM_PER_INCH / (CSS_DPI * ratio);
  return {
    width: css * width,
    height: css * height,
    ratio,
    pixels,
    millimetres: { width: pixels.width * toMillimetres, height: pixels.height * toMillimetres },
  };
}

/** Whether a browser has a canvas for it. */
export const fitsCanvas = ({ pixels }: Laid): boolean =>
  Math.max(pixels.width, pixels.height) <= LONGEST_SIDE &&
  pixels.width * pixels.height <= LONGEST_SIDE ** 2 / 4;
