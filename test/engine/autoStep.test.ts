import { describe, expect, it } from 'vitest';
import { simulate } from '../helpers/run.ts';

const ring = {
  system: { kind: 'ring-shared', N: 8 },
  data: { kind: 'uniform-bonds', K: 1, J: 0.5 },
  initial: { kind: 'bump', width: 1, amplitude: 1 },
};

describe('dt "auto" of first-order runs', () => {
  it.each([
    ['gradient-flow', { kind: 'de-sitter', gamma: 0.05 }],
    ['gradient-flow', { kind: 'warmup', etaMax: 10, T: 5 }],
    ['gradient-descent', { kind: 'cosine', etaMin: 0.5, etaMax: 8, T: 20 }],
  ])('%s in %o: stays below its own bound, so cost falls to the end', (kind, expansion) => {
    const simulation = simulate({ ...ring, dynamics: { kind, dt: 'auto' }, expansion });
    const start = simulation.tracks[0].cost();
    const { blowUp } = simulation.advance(Math.ceil(60 / simulation.dt));
    expect(blowUp).toBeNull();
    expect(simulation.tracks[0].cost()).toBeLessThan(start);
  });
});
