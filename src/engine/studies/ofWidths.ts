import type { Kernels } from '../../kernels/types.ts';
import { exp, log } from '../../physics/math/elementary.ts';
import type { TrainingData } from '../../physics/types.ts';
import { studyObstacle, widenedSystem, type StudyId } from '../../scenario/studies.ts';
import type { RunDocument, Scenario, Section } from '../../scenario/types.ts';
import { createData } from '../parts.ts';
import { createSimulation, type Simulation } from '../simulation.ts';
import { withPoint } from './fit.ts';
import { StudyRefusal, type StudyFact, type StudyProgress, type StudySeries } from './types.ts';

/** Seeds that agree modulo 2³² are one. */
const SEEDS = 2 ** 32;

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
function networkOfWidth(
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

/** A family of networks that differ in width, trained on the same samples. */
export interface Widths<Id extends string> {
  readonly study: StudyId;
  /** What is measured of each, a series each. */
  readonly ids: readonly Id[];
  /** Hidden neurons a layer. */
  readonly widths: readonly number[];
  /** Random starts of each width: a point is the geometric mean over them. */
  readonly starts: number;
  readonly facts: readonly StudyFact[];
  /**
   * Trains one; yields the part of its work that is done.
   *  @returns what is measured of it, > 0; NaN where it has none of that kind; null where it runs away
   */
  train(simulation: Simulation): Generator<number, Readonly<Record<Id, number>> | null>;
}

/**
 * Trains every network of a family. Where a start runs away, or something that is measured is not above 0, the width has no
 * point: a mean over the others would be of another kind.
 *  @returns the series that have points. @throws StudyRefusal where none has
 */
export function* ofWidths<Id extends string>(
  family: Widths<Id>,
  scenario: Scenario,
  kernels: Kernels,
): Generator<StudyProgress, readonly StudySeries[]> {
  const { study, ids, widths, starts, facts } = family;
  const obstacle = studyObstacle(study, scenario);
  if (obstacle !== null) throw new StudyRefusal(obstacle);
  const data = sameData(createData(scenario, kernels));
  let series: readonly StudySeries[] = ids.map((id) => ({
    id,
    points: [],
    fit: null,
    expected: null,
    source: '',
  }));
  // The first is there from the start, so that a picture knows what comes.
  const found = (): readonly StudySeries[] =>
    series.filter(({ points }, index) => index === 0 || points.length > 0);
  const total = widths.reduce((sum, width) => sum + width, 0) * starts;
  let before = 0;
  for (const width of widths) {
    const sums = ids.map(() => 0);
    let count = 0;
    for (let start = 0; start < starts; start++) {
      const training = family.train(networkOfWidth(scenario, data, width, start, kernels));
      let next = training.next();
      for (; next.done !== true; next = training.next()) {
        yield { done: (before + width * (start + next.value)) / total, series: found(), facts };
      }
      const { value } = next;
      if (value === null) break;
      ids.forEach((id, index) => (sums[index] += value[id] > 0 ? log(value[id]) : NaN));
      count++;
    }
    if (count === starts) {
      series = series.map((one, index) =>
        Number.isNaN(sums[index]) ? one : withPoint(one, width, exp(sums[index] / starts)),
      );
    }
    before += width * starts;
    yield { done: before / total, series: found(), facts };
  }
  if (series[0].points.length === 0) throw new StudyRefusal('not-finite');
  return found();
}
