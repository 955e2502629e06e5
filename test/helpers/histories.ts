import { expansionOf, type Expansion } from '../../src/scenario/expansion.ts';
import { parseScenario } from '../../src/scenario/validate.ts';
import type { Section } from '../../src/scenario/types.ts';

/** An expansion section with its defaults, and its history. */
export function historyOf(
  section: Record<string, unknown>,
  dimension = 1,
): { readonly section: Section; readonly expansion: Expansion } {
  const scenario = parseScenario({
    version: 1,
    system: { kind: 'ring-shared', N: 8 },
    initial: { kind: 'bump' },
    expansion: section,
  });
  return { section: scenario.expansion, expansion: expansionOf(scenario, dimension) };
}

/** Traces of a history at t_n = start + n·dt, as the engine would record them. */
export function tracesOf(expansion: Expansion, start: number, dt: number, steps: number) {
  return {
    length: steps + 1,
    version: 1,
    cuts: 0,
    at(row: number, column: number): number {
      const t = start + row * dt;
      return [row, t, expansion.gamma(t), expansion.logScaleFactor(t)][column];
    },
    rowsUpTo: (step: number): number => Math.max(0, Math.min(steps, Math.floor(step)) + 1),
    column: (): number => NaN,
  };
}

/** The moment at a step of such traces. */
export function momentOf(expansion: Expansion, start: number, dt: number, step: number) {
  const time = start + step * dt;
  return { step, time, gamma: expansion.gamma(time), logScaleFactor: expansion.logScaleFactor(time) };
}

export const columns = { time: 1, gamma: 2, logScaleFactor: 3 } as const;
