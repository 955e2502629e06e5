import type { Kernels } from '../../kernels/types.ts';
import { exp, log } from '../../physics/math/elementary.ts';
import { outputNorms, outputTerms } from '../../physics/observables/outputDynamics.ts';
import { kernelDrift, spacedSamples, tangentKernel } from '../../physics/observables/tangentKernel.ts';
import { studyObstacle } from '../../scenario/studies.ts';
import type { Scenario } from '../../scenario/types.ts';
import { createData } from '../parts.ts';
import type { Simulation } from '../simulation.ts';
import { fitPowerLaw, withPoint } from './fit.ts';
import {
  StudyRefusal,
  type Study,
  type StudyFindings,
  type StudyProgress,
  type StudySeries,
} from './types.ts';
import { networkOfWidth, sameData } from './widths.ts';

/** Hidden neurons a layer. */
const WIDTHS = [8, 16, 32, 64, 128, 256] as const;
/** Random starts of each width: one point is the mean of their logarithms. */
const STARTS = 4;
/** Time after which the kernel has drifted, and how often its terms are looked at on the way. */
const TIME = 4;
const LOOKS = 16;
/** Rows of the kernels that are compared. */
const ROWS = 64;
const SLICE = 32;

/** How far one network's kernel has drifted in the end, and the mean of ρ on the way. */
interface Found {
  readonly drift: number;
  readonly ratio: number;
}

/** Trains one network. @returns null where it runs away */
function* follow(simulation: Simulation): Generator<void, Found | null> {
  const [{ system, weights }] = simulation.tracks;
  const samples = spacedSamples(system, ROWS);
  const start = tangentKernel(system, weights, samples);
  if (start === null) return null;
  const steps = Math.max(LOOKS, Math.ceil(TIME / simulation.dt));
  let [ratio, looks] = [0, 0];
  for (let done = 0; done < steps;) {
    const next = Math.ceil(((looks + 1) * steps) / LOOKS);
    const count = Math.min(SLICE, next - done);
    if (simulation.advance(count).blowUp !== null) return null;
    done += count;
    if (done === next) {
      const terms = outputTerms(simulation.instant());
      if (terms !== null) ratio += outputNorms(terms).ratio / LOOKS;
      looks++;
    }
    yield;
  }
  return { drift: kernelDrift(tangentKernel(system, weights, samples) ?? start, start), ratio };
}

/**
 * How the tangent kernel's drift and the right side of Eq. 7 fall with width, trained for the same time from the same data.
 *    y = geometric mean over four starts of ‖Θ − Θ₀‖/‖Θ₀‖ at t = 4, and of the mean of ρ until then; their powers of the width
 *    are measured, with the standard error of the scatter. No theory is put beside them: 1/n holds only asymptotically, and
 *    measured powers at these widths are smaller.
 *  **approximate**: four random starts. Source: physics.md 8; Dyer and Gur-Ari, arXiv:1909.11304; Huang and Yau, arXiv:1909.08156.
 */
function* run(scenario: Scenario, kernels: Kernels): Generator<StudyProgress, StudyFindings> {
  const obstacle = studyObstacle('drift', scenario);
  if (obstacle !== null) throw new StudyRefusal(obstacle);
  const data = sameData(createData(scenario, kernels));
  const empty = { points: [], fit: null, expected: null, source: '' };
  let drift: StudySeries = { id: 'drift', ...empty };
  let ratio: StudySeries = { id: 'ratio', ...empty };
  const facts = [{ name: 'time', value: TIME }];
  const all = (): readonly StudySeries[] => [drift, ratio];
  const total = WIDTHS.reduce((sum, width) => sum + width, 0) * STARTS;
  let before = 0;
  for (const width of WIDTHS) {
    let [driftSum, ratioSum, count] = [0, 0, 0];
    for (let start = 0; start < STARTS; start++) {
      const walk = follow(networkOfWidth(scenario, data, width, start, kernels));
      let next = walk.next();
      for (; next.done !== true; next = walk.next()) {
        yield { done: before / total, series: all(), facts };
      }
      before += width;
      if (next.value === null || !(next.value.drift > 0) || !(next.value.ratio > 0)) continue;
      driftSum += log(next.value.drift);
      ratioSum += log(next.value.ratio);
      count++;
    }
    if (count > 0) {
      drift = withPoint(drift, width, exp(driftSum / count));
      ratio = withPoint(ratio, width, exp(ratioSum / count));
    }
    yield { done: before / total, series: all(), facts };
  }
  if (drift.points.length === 0) throw new StudyRefusal('not-finite');
  const fitted = (series: StudySeries): StudySeries => ({ ...series, fit: fitPowerLaw(series.points) });
  return { series: [fitted(drift), fitted(ratio)], facts };
}

export const drift: Study<'drift'> = { id: 'drift', run };
