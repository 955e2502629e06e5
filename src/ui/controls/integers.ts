/** Lists of whole numbers as a hand writes them: 2·14·14·1, or with commas, spaces or dashes. */

export interface IntegersLimits {
  readonly min: number;
  readonly max: number;
  readonly minLength: number;
  readonly maxLength: number;
}

/** What is wrong with a typed list. */
export type IntegersFault = 'whole' | 'range' | 'length';

export function formatIntegers(values: readonly number[]): string {
  return values.join('·');
}

/** Reads a typed list; answers with the list, or with what is wrong. */
export function parseIntegers(typed: string, limits: IntegersLimits): readonly number[] | IntegersFault {
  const parts = typed.split(/[\s,;·×x–-]+/i).filter((part) => part !== '');
  if (parts.some((part) => !/^\d+$/.test(part))) return 'whole';
  const values = parts.map(Number);
  if (values.some((value) => value < limits.min || value > limits.max)) return 'range';
  if (values.length < limits.minLength || values.length > limits.maxLength) return 'length';
  return values;
}
