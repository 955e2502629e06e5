import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import type { Simulation } from '../../src/engine/simulation.ts';
import { momentumError } from '../../src/engine/verify/momentum.ts';
import { integratorParts } from '../../src/engine/verify/runs.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { simulate } from '../helpers/run.ts';

const ring = {
  seed: 3,
  system: { kind: 'ring-shared', N: 16 },
  data: { kind: 'uniform-bonds', K: 1.2, J: 0.6 },
  initial: { kind: 'bump', width: 2, amplitude: 1 },
  expansion: { kind: 'de-sitter', gamma: 0.8 },
  noise: { temperature: 0.2 },
};

function seen(simulation: Simulation, id: string): unknown {
  const observers = new Observers({ simulation, history: new History(), kernels: typescriptKernels });
  observers.subscribe({ key: 1, id });
  while (observers.pending) observers.work(() => true);
  return observers.value(1);
}

describe('what an integrator declares of its path', () => {
  it.each(integratorParts.filter(({ firstOrder }) => !firstOrder).map((part) => [part.kind, part] as const))(
    '%s: its positions are momentum SGD to 1e-11, or it does not say so and they are not to 1e-6',
    (_kind, integrator) => {
      const error = momentumError({ integrator }, typescriptKernels);
      if (integrator.heavyBall === true) expect(error).toBeLessThan(1e-11);
      else expect(error).toBeGreaterThan(1e-6);
    },
  );

  it.each(integratorParts.map((part) => [part.kind, part] as const))(
    '%s: `momentum` and `action` are told where they are declared, and nowhere else',
    (kind, { heavyBall, hamilton }) => {
      const simulation = simulate({ ...ring, dynamics: { kind, dt: 0.125 } });
      simulation.advance(16);
      expect(seen(simulation, 'momentum') !== null).toBe(heavyBall === true);
      for (const id of ['action', 'action-course']) {
        expect(seen(simulation, id) !== null, id).toBe(hamilton === true);
      }
    },
  );
});
