import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  formatApart,
  formatInteger,
  formatNumber,
  formatShort,
  formatSigned,
  superscript,
} from '../../src/messages/format.ts';
import { parseNumber } from '../../src/messages/readNumber.ts';

describe('formatNumber: three significant digits', () => {
  it.each([
    [0, '0.00'],
    [0.0262, '0.0262'],
    [5.591, '5.59'],
    [9.996, '10.0'],
    [-0.5, '−0.500'],
    [123.4, '123'],
    [1234.4, '1234'],
    [99_999, '1.00×10⁵'],
    [0.001, '0.00100'],
    [0.00099961, '0.00100'],
    [0.0000123, '1.23×10⁻⁵'],
    [-1.5e12, '−1.50×10¹²'],
    [5e-324, '4.94×10⁻³²⁴'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [NaN, '–'],
    [undefined, '–'],
  ])('%s is written %s', (value, shown) => {
    expect(formatNumber(value)).toBe(shown);
  });

  it('numbers: what is written reads back within half a unit of the third digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-300);
        const read = parseNumber(formatNumber(value));
        expect(read).not.toBeNull();
        expect(Math.abs(Number(read) - value)).toBeLessThanOrEqual(0.00501 * Math.abs(value));
      }),
    );
  });

  it('numbers: none is longer than 11 signs, so that its place can be reserved', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e99, max: 1e99 }), (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-99);
        expect(formatNumber(value).length).toBeLessThanOrEqual(11);
      }),
    );
  });
});

describe('other numbers', () => {
  it('signed: positive numbers get a plus, zero none', () => {
    expect([formatSigned(0.054), formatSigned(-0.016), formatSigned(0)]).toEqual([
      '+0.0540',
      '−0.0160',
      '0.00',
    ]);
  });
  it('whole: thousands stand apart from five digits on', () => {
    expect([formatInteger(320), formatInteger(9999), formatInteger(1_234_567)]).toEqual([
      '320',
      '9999',
      '1\u2009234\u2009567',
    ]);
  });
  it('short: trailing zeros go, others stay', () => {
    expect([formatShort(1), formatShort(0.0625), formatShort(100), formatShort(2e-6)]).toEqual([
      '1',
      '0.0625',
      '100',
      '2×10⁻⁶',
    ]);
  });
  it('superscript: minus and every digit are raised', () => {
    expect(superscript(-1234567890)).toBe('⁻¹²³⁴⁵⁶⁷⁸⁹⁰');
  });
});

describe('parseNumber: what hands type', () => {
  it.each([
    ['0.5', 0.5],
    [' .5 ', 0.5],
    ['0,5', 0.5],
    ['−3', -3],
    ['1e-4', 1e-4],
    ['1.2×10⁻⁴', 1.2e-4],
    ['1.2x10^-4', 1.2e-4],
    ['1\u2009234', 1234],
  ])('%s is %s', (typed, value) => {
    expect(parseNumber(typed)).toBe(value);
  });
  it.each(['', 'a', '1.2.3', '0x10', '1e999', 'NaN', '--1', '1,2,3'])('%s is refused', (typed) => {
    expect(parseNumber(typed)).toBeNull();
  });
});

describe('parseNumber: what people paste', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['–3', -3],
    ['—3', -3],
    ['０．５', 0.5],
    ['10⁻³', 1e-3],
    ['2·10^-1', 0.2],
    ['2·10⁻¹', 0.2],
    ['-1.5e3', -1500],
    ['1,234,567', 1234567],
    ['1.234.567,25', 1234567.25],
    ['12 345', 12345],
    ['0,500', 0.5],
    ['1,5', 1.5],
    ['1.000', 1],
    ['110', 110],
  ])('%s is %s', (typed, value) => {
    expect(parseNumber(typed)).toBe(value);
  });
  it.each(['1,000', '12,345', '-999,000'])('%s may be two numbers', (typed) => {
    expect(parseNumber(typed)).toBe('ambiguous');
  });
  it.each(['', '1,23.4.5', '1.23,456.7', '--3', '1e', 'e3', '1e999', '1,2,3'])('%j is none', (typed) => {
    expect(parseNumber(typed)).toBeNull();
  });
});

describe('two numbers beside each other', () => {
  it('three digits where these tell them apart, else as many as it takes: a step is never printed as its bound', () => {
    expect(formatApart(0.5, 1)).toEqual(['0.500', '1.00']);
    expect(formatApart(1.0001, 1)).toEqual(['1.0001', '1.0000']);
    expect(formatApart(1, 1)).toEqual(['1.00', '1.00']);
    const next = 1 + Number.EPSILON;
    const [one, other] = formatApart(1, next);
    expect(one).not.toBe(other);
    expect(formatApart(Infinity, Infinity)).toEqual(['∞', '∞']);
  });
});
