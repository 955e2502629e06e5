import type { Kernels } from '../../kernels/types.ts';
import { exp, log } from '../../physics/math/elementary.ts';
import type { TrainingData } from '../../physics/types.ts';
import { studyObstacle, widenedSystem } from '../../scenario/studies.ts';
import type { RunDocument, Scenario, Section } from '../../scenario/types.ts';
import { createData } from '../parts.ts';
import { createSimulation, type Simulation } from '../simulation.ts';
import { withPoint } from './fit.ts';
import {
  StudyRefusal,
  type Study,
  type StudyFindings,
  type StudyProgress,
  type StudySeries,
} from './types.ts';

/** Hidden neurons a layer. */
const WIDTHS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32] as const;
/** Random starts of each width: one point is the mean of their logarithms. */
const STARTS = 3;
/** How long each trains, in time t. */
const TIME = 64;
/** Steps between two looks at the clock. */
const SLICE = 64;
/** Seeds that agree modulo 2³² are one. */
const SEEDS = 2 ** 32;
/** Costs per sample below this are round-off beside targets of order 1: no logarithm is taken of less. */
const LEAST = 1e-15;

type Samples = Pick<TrainingData, 'sampleCount' | 'inputs' | 'targets'>;

function written({ sampleCount, inputs, targets }: Samples): {
  readonly X: number[][];
  readonly Y: number[][];
} {
  const rows = (values: Float64Array): number[][] => {
    const width = values.length / sampleCount;
    return Array.from({ length: sampleCount }, (_, row) => [
      ...values.subarray(row * width, (row + 1) * width),
    ]);
  };
  return { X: rows(inputs), Y: rows(targets) };
}

/**
 * The samples of a run, written out: neither another seed nor another width makes them anew (noise is drawn, a teacher is a
 * network of the run's own sizes).
 */
export function sameData(data: TrainingData): Section {
  return { kind: 'explicit', ...written(data), ...(data.test && { test: written(data.test) }) };
}

/** The scenario at a width, from a start of its own, in steps that suit it. */
export function networkOfWidth(
  scenario: Scenario,
  data: Section,
  width: number,
  start: number,
  kernels: Kernels,
): Simulation {
  const document: RunDocument = {
    version: 1,
    scenario: {
      ...scenario,
      seed: (scenario.seed + start) % SEEDS,
      data,
      system: widenedSystem(scenario, width) ?? scenario.system,
      dynamics: { ...scenario.dynamics, dt: 'auto' },
    },
    edits: [],
    tracks: [],
    view: {},
  };
  return createSimulation(document, kernels);
}

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
  const obstacle = studyObstacle('widths', scenario);
  if (obstacle !== null) throw new StudyRefusal(obstacle);
  const data = sameData(createData(scenario, kernels));
  const empty = { points: [], fit: null, expected: null, source: '' };
  let training: StudySeries = { id: 'training', ...empty };
  let test: StudySeries = { id: 'test', ...empty };
  const facts = [{ name: 'time', value: TIME }];
  const all = (): readonly StudySeries[] => (test.points.length > 0 ? [training, test] : [training]);
  const total = WIDTHS.reduce((sum, width) => sum + width, 0) * STARTS;
  let before = 0;
  for (const width of WIDTHS) {
    let [sum, testSum, count] = [0, 0, 0];
    for (let start = 0; start < STARTS; start++) {
      const simulation = networkOfWidth(scenario, data, width, start, kernels);
      const steps = Math.ceil(TIME / simulation.dt);
      let grown = false;
      for (let done = 0; done < steps && !grown; done += SLICE) {
        grown = simulation.advance(Math.min(SLICE, steps - done)).blowUp !== null;
        yield { done: (before + width * (start + done / steps)) / total, series: all(), facts };
      }
      if (grown) break;
      const [{ system, weights }] = simulation.tracks;
      sum += log(Math.max(LEAST, system.cost(weights, null, 1) / system.sampleCount));
      if (system.testCount > 0) testSum += log(Math.max(LEAST, system.testCost(weights) / system.testCount));
      else testSum = NaN;
      count++;
    }
    if (count === STARTS) {
      training = withPoint(training, width, exp(sum / count));
      if (!Number.isNaN(testSum)) test = withPoint(test, width, exp(testSum / count));
    }
    before += width * STARTS;
    yield { done: before / total, series: all(), facts };
  }
  if (training.points.length === 0) throw new StudyRefusal('not-finite');
  return { series: all(), facts };
}

export const widths: Study<'widths'> = { id: 'widths', run };
