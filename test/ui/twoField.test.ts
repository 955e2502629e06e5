import { describe, expect, it } from 'vitest';
import { twoFieldLimits } from '../../src/ui/controls/twoField.ts';

describe('limits of the two-field theory', () => {
  const limits = (order: string, mesh: number) => twoFieldLimits({ kind: 'two-field-1d', order, mesh });

  it('mesh 1 reaches ka = π/4 and keeps ka < 1; 2 points a cell reach π/2 and do not', () => {
    expect(limits('quadratic', 1)).toEqual({ order: 'quadratic', mesh: 1, reach: Math.PI / 4, posed: true });
    expect(limits('quadratic', 2)).toMatchObject({ reach: Math.PI / 2, posed: false });
    expect(limits('quadratic', 4).reach).toBeCloseTo(Math.PI, 15);
  });
  it('other orders are told by their own names', () => {
    expect(limits('cell', 3).order).toBe('cell');
    expect(limits('four-field', 3)).toMatchObject({ order: 'four-field', mesh: 3 });
  });
});
