import { parseNumber, formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { niceStep, type SliderScale } from './scale.ts';
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

/** Reads a typed number; answers with the number, or with a message that says what would be taken. */
export function readTyped(declaration: NumericDeclaration, typed: string): number | string {
  const value = parseNumber(typed);
  if (value === null) return text('field.number');
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
