import { describe, expect, it } from 'vitest';
import type { Wiggle } from '../../../src/store/index.ts';
import { verdictOf } from '../../../src/views/charts/wiggle/verdict.ts';
import '../../../src/messages/late.ts';

const none = new Float64Array(0);
const still: Wiggle = {
  steps: 100,
  whole: true,
  along: { mode: true, index: 0 },
  modes: null,
  strongest: null,
  lambda: 1,
  halfPeriod: 3.2,
  times: none,
  path: none,
  bump: none,
  reach: [0, 10],
  logWeight: none,
  kinetic: none,
  cost: none,
  epsilon: none,
  action: none,
  curvature: 2,
  exact: true,
  residual: 1e-15,
  slope: 0,
  shaken: false,
  descending: 0,
  conjugate: none,
  all: 0,
};
const said = (part: Partial<Wiggle>): string => {
  const { word, notes } = verdictOf({ ...still, ...part });
  return [word, ...notes].join('; ');
};

describe('what is said of a wiggled path', () => {
  it('a bump lifts or lowers S of a stationary path', () => {
    expect(said({})).toContain('this bump lifts');
    expect(said({ curvature: -2 })).toContain('this bump lowers');
  });

  it('where S(ε) has a slope no bump lifts or lowers it both ways, and none is said to', () => {
    const shaken = said({ shaken: true, residual: 0.3, slope: 5 });
    expect(shaken).toContain('Not stationary');
    expect(shaken).not.toMatch(/this bump|Least|Saddle/);
  });
});
