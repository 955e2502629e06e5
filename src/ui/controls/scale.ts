/**
 * Where a value stands on its slider. Linear sliders carry the value itself, logarithmic ones its
 * decimal logarithm, so that one drag covers decades evenly.
 */

export interface SliderScale {
  readonly kind: 'linear' | 'log';
  readonly min: number;
  readonly max: number;
  /** Step of the value on linear sliders; logarithmic ones step by a hundredth of a decade. */
  readonly step: number;
  readonly whole: boolean;
}

/** Of logarithmic sliders, in decades. */
export const LOG_STEP = 0.01;

/** Step that divides a linear range into about two hundred round pieces. */
export function niceStep(min: number, max: number): number {
  const rough = (max - min) / 200;
  const decade = 10 ** Math.floor(Math.log10(rough));
  const mantissa = rough / decade;
  const nice = mantissa < 1.5 ? 1 : mantissa < 3.5 ? 2 : mantissa < 7.5 ? 5 : 10;
  return nice * decade;
}

/** The slider's own coordinates. */
export function sliderRange(scale: SliderScale): { min: number; max: number; step: number } {
  if (scale.kind === 'linear') return { min: scale.min, max: scale.max, step: scale.step };
  return { min: Math.log10(scale.min), max: Math.log10(scale.max), step: LOG_STEP };
}

/** Value to slider coordinate, held inside the range. */
export function toSlider(scale: SliderScale, value: number): number {
  const held = Math.min(scale.max, Math.max(scale.min, value));
  return scale.kind === 'linear' ? held : Math.log10(held);
}

/** Slider coordinate to value: the ends exactly, three significant digits on logarithmic scales. */
export function fromSlider(scale: SliderScale, position: number): number {
  const { min, max } = sliderRange(scale);
  if (position <= min) return scale.min;
  if (position >= max) return scale.max;
  const value = scale.kind === 'linear' ? position : 10 ** position;
  if (scale.whole) return Math.round(value);
  // Sliders add steps and gather round-off: 0.30000000000000004 is meant as 0.3.
  return Number(value.toPrecision(scale.kind === 'linear' ? 12 : 3));
}

/**
 * A whole number so many steps of its slider on: where a hundredth of a decade is less than one, one. By itself the browser's
 * slider would come back to the number that it left.
 */
export function steppedWhole(scale: SliderScale, value: number, steps: number): number {
  const { step } = sliderRange(scale);
  const next = Math.round(scale.kind === 'log' ? value * 10 ** (steps * step) : value + steps * step);
  const moved = next === value ? value + Math.sign(steps) : next;
  // A number that was typed beyond the ends stays beyond them.
  return Math.min(Math.max(scale.max, value), Math.max(Math.min(scale.min, value), moved));
}
