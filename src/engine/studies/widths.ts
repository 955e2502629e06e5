import type { Kernels } from '../../kernels/types.ts';
import type { Scenario } from '../../scenario/types.ts';
import type { Simulation } from '../simulation.ts';
import { ofWidths, type Widths } from './ofWidths.ts';
import type { Study, StudyFindings, StudyProgress } from './types.ts';

/** How long each trains, in time t. */
const TIME = 64;
/** Steps between two looks at the clock. */
const SLICE = 64;
/** Costs per sample below this are round-off beside targets of order 1: no logarithm is taken of less. */
const LEAST = 1e-15;

function* train(simulation: Simulation): ReturnType<Widths<'training' | 'test'>['train']> {
  const steps = Math.ceil(TIME / simulation.dt);
  for (let done = 0; done < steps; done += SLICE) {
    if (simulation.advance(Math.min(SLICE, steps - done)).blowUp !== null) return null;
    yield done / steps;
  }
  const [{ system, weights }] = simulation.tracks;
  return {
    training: Math.max(LEAST, system.cost(weights, null, 1) / system.sampleCount),
    test: system.testCount > 0 ? Math.max(LEAST, system.testCost(weights) / system.testCount) : NaN,
  };
}

/** One to 32 hidden units, three starts each. */
const family: Widths<'training' | 'test'> = {
  study: 'widths',
  ids: ['training', 'test'],
  widths: [1, 2, 3, 4, 6, 8, 12, 16, 24, 32],
  starts: 3,
  facts: [{ name: 'time', value: TIME }],
  train,
};

/**
 * What ever wider networks reach in the same time of training, from the same data.
 *    y = geometric mean over three starts of C/L, of training and of test samples
 *  It is what this training finds, not the best that there is: the theorem of universal approximation promises that a good
 *  network exists if σ is no polynomial and there are enough units, and says nothing of how to find it. Where a start runs away
 *  its point is left out.
 *  **approximate**: three random starts.
 *  Source: talk on synaptic field theory, 2025; Leshno et al., Neural Networks 6 (1993) 861.
 */
function* run(scenario: Scenario, kernels: Kernels): Generator<StudyProgress, StudyFindings> {
  return { series: yield* ofWidths(family, scenario, kernels), facts: family.facts };
}

export const widths: Study<'widths'> = { id: 'widths', run };
