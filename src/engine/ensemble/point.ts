import type { Kernels } from '../../kernels/types.ts';
import { createRandom } from '../../physics/math/random.ts';
import { kernelDrift, kernelRows, tangentKernel } from '../../physics/observables/tangentKernel.ts';
import type { TrainingData } from '../../physics/types.ts';
import { defaultKind, defaultSection, partOf, valuesOf } from '../../scenario/sections.ts';
import type { Scenario } from '../../scenario/types.ts';
import { wideOf } from '../../scenario/wide.ts';
import { createSystem } from '../parts.ts';
import { createSimulation } from '../simulation.ts';
import { BIN, BINS, type Ensemble, type EnsemblePart } from './types.ts';

/** Normal numbers that a part may draw: some tenths of a second. */
const MOST_DRAWN = 4e6;
const NETWORKS = { least: 8, most: 2000 } as const;
/** Rows of the kernel of a network that is trained, and multiplications of its training. */
const MOST_ROWS = 512;
const MOST_TRAINING = 4e8;

/** A scenario at a width, with weights N(0, 1). @throws where its system has no such limit */
function drawnScenario(scenario: Scenario, width: number): Scenario {
  const { system } = scenario;
  const drawn = partOf('system', system.kind).drawn?.(valuesOf(system), width);
  if (drawn === undefined) throw new Error(`${system.kind} has no limit of infinite width`);
  return { ...scenario, system: { ...system, ...drawn } };
}

function one(input: readonly number[], outputs: number): TrainingData {
  return { sampleCount: 1, inputs: Float64Array.from(input), targets: new Float64Array(outputs) };
}

/**
 * Draws the networks of one part and sums what is measured of them.
 *    z  the first output, before its own activation;  K = σ_w²|h|²/n + σ_b² of the last hidden layer;
 *    Θ = |∂z/∂W|² with weights N(0, 1), of which K is the last layer's share. **exact** of each network
 */
export function ensemblePart(ensemble: Ensemble, point: number, kernels: Kernels): EnsemblePart {
  const { scenario, input, widths, scale } = ensemble;
  const width = widths[point % widths.length];
  const part = Math.floor(point / widths.length);
  const drawn = drawnScenario(scenario, width);
  const { sizes } = wideOf(drawn) ?? { sizes: [] };
  const outputs = sizes[sizes.length - 1];
  const system = createSystem(drawn, one(input, outputs), kernels);
  const random = createRandom(scenario.seed + 7919 * (point + 1), 'initial');
  const weights = new Float64Array(system.weightCount);
  const slopes = new Float64Array(system.weightCount);
  const [Z, first] = [new Float64Array(outputs), new Float64Array(outputs)];
  first[0] = 1;
  const last = system.weightCount - outputs * (sizes[sizes.length - 2] + 1);
  const networks = Math.min(
    NETWORKS.most,
    Math.max(NETWORKS.least, Math.round(MOST_DRAWN / system.weightCount)),
  );
  const sums = { z2: 0, z4: 0, k1: 0, k2: 0, t1: 0, t2: 0 };
  const bins = Array<number>(BINS).fill(0);
  for (let network = 0; network < networks; network++) {
    for (let n = 0; n < weights.length; n++) weights[n] = random.normal();
    system.outputs(weights, Z);
    system.derivatives?.transposed(weights, first, slopes);
    let [theta, variance] = [0, 0];
    for (let n = 0; n < slopes.length; n++) {
      const square = slopes[n] * slopes[n];
      theta += square;
      if (n >= last) variance += square;
    }
    const square = Z[0] * Z[0];
    sums.z2 += square;
    sums.z4 += square * square;
    sums.k1 += variance;
    sums.k2 += variance * variance;
    sums.t1 += theta;
    sums.t2 += theta * theta;
    const bin = Math.floor(Z[0] / (scale * BIN) + BINS / 2);
    bins[Math.max(0, Math.min(BINS - 1, bin))]++;
  }
  return { width, part, networks, ...sums, drift: drift(ensemble, drawn, point, kernels), bins };
}

/** How far Θ moves while one network of the part is trained as the scenario says, but for its width. */
function drift({ trained }: Ensemble, scenario: Scenario, point: number, kernels: Kernels): number | null {
  if (trained === 0) return null;
  const seed = scenario.seed + 7919 * (point + 1);
  const initial = defaultSection('initial', defaultKind('initial', scenario.system.kind));
  const document = {
    version: 1,
    scenario: { ...scenario, initial, seed },
    edits: [],
    tracks: [],
    view: {},
  } as const;
  const simulation = createSimulation(document, kernels, { tracks: 'main' });
  const [{ system: made }] = simulation.tracks;
  const rows = kernelRows(made);
  const steps = Math.ceil(trained / simulation.dt);
  const work = steps * made.weightCount * made.sampleCount;
  if (rows > MOST_ROWS || work > MOST_TRAINING) return null;
  const kernel = (): Float64Array | null => tangentKernel(made, simulation.tracks[0].weights);
  const before = kernel();
  if (before === null || simulation.advance(steps).blowUp !== null) return null;
  return kernelDrift(kernel() ?? before, before);
}
