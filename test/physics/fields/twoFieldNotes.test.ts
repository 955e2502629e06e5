import { describe, expect, it } from 'vitest';
import { reachOf } from '../../../src/physics/fields/twoField1d/limits.ts';
import { systems } from '../../../src/physics/systems.ts';
import { valuesOf } from '../../helpers/systems.ts';

describe('limits of the two-field theory', () => {
  const part = systems['two-field-1d'];
  const notes = (order: string, mesh: number) => part.notes?.(valuesOf(part, { order, mesh }) as never) ?? [];

  it('mesh 1 reaches ka = π/4 and keeps ka < 1; 2 points a cell reach π/2 and do not', () => {
    expect(notes('quadratic', 1)[1]).toEqual({
      message: 'posed',
      values: { reach: Math.PI / 4 },
      kept: true,
    });
    expect(notes('quadratic', 2)[1]).toEqual({
      message: 'illPosed',
      values: { reach: Math.PI / 2 },
      kept: false,
    });
    expect(reachOf(4)).toBeCloseTo(Math.PI, 15);
  });

  it('other orders are told by their own names; copies only of four fields on a mesh', () => {
    expect(notes('cell', 3)).toEqual([{ message: 'cell', kept: true }]);
    expect(notes('four-field', 1)).toHaveLength(1);
    expect(notes('four-field', 3)[1]).toMatchObject({ message: 'copies', values: { mesh: 3 } });
  });
});
