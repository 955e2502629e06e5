import type { Kernels } from '../../kernels/types.ts';
import { outputNorms, outputTerms } from '../../physics/observables/outputDynamics.ts';
import { kernelDrift, spacedSamples, tangentKernel } from '../../physics/observables/tangentKernel.ts';
import type { Scenario } from '../../scenario/types.ts';
import type { Simulation } from '../simulation.ts';
import { fitPowerLaw } from './fit.ts';
import { ofWidths, type Widths } from './ofWidths.ts';
import type { Study, StudyFindings, StudyProgress } from './types.ts';

/** Time after which the kernel has drifted, and how often its terms are looked at on the way. */
const TIME = 4;
const LOOKS = 16;
/** Rows of the kernels that are compared. */
const ROWS = 64;
const SLICE = 32;

/** How far one network's kernel has drifted in the end, and the mean of ρ on the way. */
function* train(simulation: Simulation): ReturnType<Widths<'drift' | 'ratio'>['train']> {
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
    yield done / steps;
  }
  return { drift: kernelDrift(tangentKernel(system, weights, samples) ?? start, start), ratio };
}

/** 8 to 256 hidden neurons a layer, four starts each. */
const family: Widths<'drift' | 'ratio'> = {
  study: 'drift',
  ids: ['drift', 'ratio'],
  widths: [8, 16, 32, 64, 128, 256],
  starts: 4,
  facts: [{ name: 'time', value: TIME }],
  train,
};

/**
 * How the tangent kernel's drift and the right side of Eq. 7 fall with width, trained for the same time from the same data.
 *    y = geometric mean over four starts of ‖Θ − Θ₀‖/‖Θ₀‖ at t = 4, and of the mean of ρ until then; their powers of the width
 *    are measured, with the standard error of the scatter. No theory is put beside them: 1/n holds only asymptotically, and
 *    measured powers at these widths are smaller.
 *  **approximate**: four random starts. Source: physics.md 8; Dyer and Gur-Ari, arXiv:1909.11304; Huang and Yau, arXiv:1909.08156.
 */
function* run(scenario: Scenario, kernels: Kernels): Generator<StudyProgress, StudyFindings> {
  const series = yield* ofWidths(family, scenario, kernels);
  return {
    series: series.map((one) => ({ ...one, fit: fitPowerLaw(one.points) })),
    facts: family.facts,
  };
}

export const drift: Study<'drift'> = { id: 'drift', run };
