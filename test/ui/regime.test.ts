import { describe, expect, it } from 'vitest';
import { regimeOf } from '../../src/ui/controls/regime.ts';

const range = { smallest: 1, largest: 4 };

describe('regime of damped motion', () => {
  it.each([
    [0, 'underdamped'],
    [1.9, 'underdamped'],
    [2.1, 'mixed'],
    [3.9, 'mixed'],
    [4, 'critical'],
    [4.02, 'critical'],
    [4.1, 'overdamped'],
    [Infinity, 'overdamped'],
  ])('modes √λ from 1 to 2, γ = %d: %s', (gamma, regime) => {
    expect(regimeOf(gamma, range, 4).regime).toBe(regime);
  });
  it('critical friction: 2√λ of the slowest and the fastest mode', () => {
    expect(regimeOf(1, range, 4)).toMatchObject({ slowest: 2, fastest: 4, approximate: false });
  });
  it('one frequency: nothing is mixed', () => {
    const single = { smallest: 0.25, largest: 0.25 };
    expect(regimeOf(0.98, single, 0.25).regime).toBe('underdamped');
    expect(regimeOf(1, single, 0.25).regime).toBe('critical');
    expect(regimeOf(1.02, single, 0.25).regime).toBe('overdamped');
  });
  it('other costs: the largest curvature at the start, and it is said', () => {
    expect(regimeOf(1, null, 4)).toMatchObject({ regime: 'underdamped', approximate: true, unstable: false });
    expect(regimeOf(5, null, 4).regime).toBe('overdamped');
  });
  it('negative curvature: unstable directions, which never swing', () => {
    const saddle = { smallest: -1, largest: 4 };
    expect(regimeOf(1, saddle, 4)).toMatchObject({ regime: 'mixed', unstable: true, slowest: null });
    expect(regimeOf(1, { smallest: -2, largest: -1 }, 2)).toMatchObject({ regime: null, unstable: true });
  });
  it('no curvature: no regime', () => {
    expect(regimeOf(1, { smallest: 0, largest: 0 }, 0).regime).toBeNull();
    expect(regimeOf(1, null, Infinity).regime).toBeNull();
  });
});
