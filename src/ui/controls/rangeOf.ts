import { formatNumber } from '../../messages/format.ts';
import { parseNumber } from '../../messages/readNumber.ts';
import { text } from '../../messages/index.ts';
import { LOG_STEP, niceStep, type SliderScale } from './scale.ts';
import type { NumericDeclaration } from './types.ts';

/** Scale of a numeric parameter's slider. */
export function scaleOf(declaration: NumericDeclaration): SliderScale {
  const [min, max] = declaration.slider;
  const whole = declaration.type === 'integer';
  const kind = declaration.type === 'profile' ? 'linear' : declaration.scale;
  const given = declaration.type === 'real' ? declaration.step : undefined;
  return { kind, min, max, whole, step: whole ? 1 : (given ?? niceStep(min, max)) };
}

/** Limits of validity: what may be typed, wider than the slider. */
export function limitsOf(declaration: NumericDeclaration): {
  readonly min: number;
  readonly max: number;
  readonly exclusiveMin: boolean;
} {
  switch (declaration.type) {
    case 'integer':
      return { min: declaration.min, max: declaration.max, exclusiveMin: false };
    case 'real':
    case 'optional-real':
      return {
        min: declaration.min ?? -Infinity,
        max: declaration.max ?? Infinity,
        exclusiveMin: declaration.exclusiveMin ?? false,
      };
    case 'auto':
      return { min: 0, max: Infinity, exclusiveMin: true };
    case 'profile':
      return { min: -Infinity, max: Infinity, exclusiveMin: false };
  }
}

/** Reads one number as people write it; answers with the number, or with a message that says what would be read. */
export function readNumber(typed: string): number | string {
  const value = parseNumber(typed);
  if (value === null) return text('field.number');
  if (value !== 'ambiguous') return value;
  const plain = typed.trim();
  return text('field.ambiguous', {
    typed: plain,
    thousands: plain.replace(',', ''),
    decimal: plain.replace(',', '.'),
  });
}

/** Reads a typed number; answers with the number, or with a message that says what would be taken. */
export function readTyped(declaration: NumericDeclaration, typed: string): number | string {
  const value = readNumber(typed);
  if (typeof value === 'string') return value;
  const { min, max, exclusiveMin } = limitsOf(declaration);
  if (declaration.type === 'integer' && !Number.isInteger(value)) return text('field.integer');
  const low = exclusiveMin ? value <= min : value < min;
  if (!low && value <= max) return value;
  const from = formatNumber(min, 1);
  const expected =
    max === Infinity
      ? text(exclusiveMin ? 'field.above' : 'field.from', { min: from })
      : text('field.between', { min: from, max: formatNumber(max, 1) });
  const reason = 'reason' in declaration ? declaration.reason : undefined;
  return reason === undefined ? expected : text('field.reason', { expected, reason });
}

/**
 * The value one arrow key on: a step of the slider, and beyond its ends a step of the same kind from where the value
 * is, a hundredth of a decade or the third digit. Stays within the limits of validity.
 */
export function stepFrom(declaration: NumericDeclaration, value: number, direction: 1 | -1): number {
  const scale = scaleOf(declaration);
  const next = nextTo(scale, value, direction);
  const { min, max, exclusiveMin } = limitsOf(declaration);
  const low = exclusiveMin ? next <= min : next < min;
  return low || next > max || !Number.isFinite(next) ? value : next;
}

function nextTo(scale: SliderScale, value: number, direction: 1 | -1): number {
  if (scale.whole) return value + direction;
  if (scale.kind === 'log') {
    if (value <= 0) return direction > 0 ? scale.min : value;
    return Number((value * 10 ** (direction * LOG_STEP)).toPrecision(3));
  }
  const inside = value >= scale.min && value <= scale.max;
  const size = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
  const step = inside ? scale.step : Math.max(scale.step, size);
  return Number((value + direction * step).toPrecision(12));
}
