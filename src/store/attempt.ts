import type { Refusal, Told } from '../engine/outcome.ts';
import { ScenarioError, show } from '../scenario/types.ts';
import type { LabCore } from './core.ts';
import type { Problem } from './types.ts';

/** A refused value as the screen tells it. */
export function problemOf(source: string, { path, value, expected }: Refusal): Problem {
  return { source, path, value: value === undefined ? '' : show(value), expected };
}

/** Does what a hand asks for; what does not fit is told on the screen, and changes nothing. */
export function attempt({ set }: LabCore, make: () => Told): Told {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const { path, value, expected } = error;
    const problem = { path, value, expected };
    set({ problem: problemOf('', problem) });
    return Promise.resolve({ kind: 'refused', problem });
  }
}
