import { describe, expect, it } from 'vitest';
import { inserted, layerSizesOf, removed, widened } from '../../src/scenario/layerSizes.ts';
import { documentOf } from '../helpers/run.ts';

const limits = { min: 1, max: 10, minLength: 2, maxLength: 5 };

describe('layers by hand', () => {
  it('one layer is widened, within its limits', () => {
    expect(widened([2, 4, 6, 1], 1, 5, limits)).toEqual([2, 5, 6, 1]);
    expect(widened([2, 1, 1], 1, 0, limits)).toBe('narrowest');
    expect(widened([2, 10, 1], 1, 11, limits)).toBe('widest');
  });

  it('a layer is put behind another, as wide as that; behind the inputs as wide as the first hidden one', () => {
    expect(inserted([2, 4, 6, 1], 1, limits)).toEqual([2, 4, 4, 6, 1]);
    expect(inserted([2, 4, 6, 1], 0, limits)).toEqual([2, 4, 4, 6, 1]);
    expect(inserted([2, 4, 6, 1], 2, limits)).toEqual([2, 4, 6, 6, 1]);
    expect(inserted([2, 1], 0, limits)).toEqual([2, 8, 1]);
    expect(inserted([2, 3, 3, 3, 1], 2, limits)).toBe('most');
  });

  it('a layer is taken out, while two are left', () => {
    expect(removed([2, 4, 6, 1], 2, limits)).toEqual([2, 4, 1]);
    expect(removed([2, 1], 0, limits)).toBe('fewest');
  });

  it('is asked of the declaration: dense networks have sizes, rings have none', () => {
    const dense = layerSizesOf(documentOf({ system: { kind: 'dense', sizes: [2, 3, 1] } }).scenario);
    expect(dense).toMatchObject({ path: 'system.sizes', sizes: [2, 3, 1] });
    expect(dense?.limits.maxLength).toBeGreaterThan(2);
    expect(layerSizesOf(documentOf({ system: { kind: 'ring-shared', N: 5 } }).scenario)).toBeNull();
  });
});
