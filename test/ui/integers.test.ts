import { describe, expect, it } from 'vitest';
import { formatIntegers, parseIntegers } from '../../src/ui/controls/integers.ts';

const limits = { min: 1, max: 64, minLength: 2, maxLength: 6 };

describe('lists of whole numbers', () => {
  it.each(['2·14·14·1', '2, 14, 14, 1', '2 14 14 1', '2x14x14x1', ' 2-14-14-1 '])('%s is read', (typed) => {
    expect(parseIntegers(typed, limits)).toEqual([2, 14, 14, 1]);
  });
  it('written: what is written reads back', () => {
    expect(parseIntegers(formatIntegers([3, 5, 1]), limits)).toEqual([3, 5, 1]);
  });
  it.each([
    ['2·a·1', 'whole'],
    ['2·1.5', 'whole'],
    ['2·65·1', 'range'],
    ['0·1', 'range'],
    ['2', 'length'],
    ['', 'length'],
    ['1·1·1·1·1·1·1', 'length'],
  ])('%s is refused: %s', (typed, fault) => {
    expect(parseIntegers(typed, limits)).toBe(fault);
  });
});
