import { haveSameBits } from '../kernels/index.ts';
import { costUnitOf } from '../physics/networks/cost.ts';
import type { System, TrainingData } from '../physics/types.ts';
import type { FrameShape } from './frame.ts';
import { lookSpacing } from './looks.ts';
import type { LiveFacts, RunData, RunInfo } from './protocol.ts';
import type { Simulation } from './simulation.ts';
import { largestStableStep } from './clockLimits.ts';

const NONE = new Float64Array(0);

/** Everything that the page is told of a run when it opens. */
export function describeRun(simulation: Simulation, shape: FrameShape): RunInfo {
  const [main] = simulation.tracks;
  return {
    ...describeLive(simulation),
    document: simulation.document,
    kernel: simulation.kernel,
    otherKernel: otherKernelOf(simulation),
    shape,
    layout: main.system.layout,
    data: describeData(simulation),
  };
}

/** The kernels that a document was saved with, where the bits of the run may be others now; else null. */
export function otherKernelOf({ kernel, document, tracks }: Simulation): string | null {
  const made = document.kernel ?? kernel;
  const single = tracks.some(({ weights }) => weights instanceof Float32Array);
  return haveSameBits(made, kernel, single) ? null : made;
}

/** What a live edit may have changed. */
export function describeLive(simulation: Simulation): LiveFacts {
  const [main] = simulation.tracks;
  return {
    applied: simulation.applied,
    tracks: simulation.tracks.map((track, index) => ({
      id: track.id,
      role: track.role,
      dynamics: track.scenario.dynamics.kind,
      weightCount: track.shown.count,
      staggered: simulation.isStaggered(index),
      firstOrder: track.firstOrder,
      drawn: track.batchAtWork !== null,
      jump: track.integrator.jump?.(simulation.dt) ?? null,
      eta: typeof track.scenario.dynamics.eta === 'number' ? track.scenario.dynamics.eta : null,
      substeps: track.firstOrder ? 1 : (track.integrator.substeps?.(simulation.dt) ?? 1),
      curvature: track.curvature,
      largestStableStep: largestStableStep(simulation, index),
      costUnit: costUnitOf(track.system, track.scenario.system.cost),
      sampleCount: track.data.sampleCount,
      testCount: track.data.test?.sampleCount ?? 0,
      ownData: !sameSamples(track.data, main.data),
    })),
    dt: simulation.dt,
    looks: lookSpacing(simulation),
    dimension: main.expansion.dimension,
    quadratic: main.system.couplings(main.batchAtWork) !== null,
    layers: main.system.layers?.laws.length ?? 0,
    costUnit: costUnitOf(main.system, main.scenario.system.cost),
    wave: waveOf(main.system),
  };
}

function sameNumbers(a: Float64Array = NONE, b: Float64Array = NONE): boolean {
  return a === b || (a.length === b.length && a.every((value, i) => value === b[i]));
}

function sameSamples(a: TrainingData, b: TrainingData): boolean {
  return (['inputs', 'targets'] as const).every(
    (of) => sameNumbers(a[of], b[of]) && sameNumbers(a.test?.[of], b.test?.[of]),
  );
}

/** Couplings that differ by less are the same. */
const SAME_K = 1e-9;

/**
 * The speed of long waves on a lattice: √K, of a chain that is not uniform by the harmonic mean of K.
 *  @returns null where a bond has K ≤ 0, or there is no lattice of bonds
 *  **exact** where K is uniform; else **approximate**: long waves of a chain without mass. Source: physics.md 1.1.
 */
function waveOf(system: System): LiveFacts['wave'] {
  const found = system.couplings(null);
  if (found === null || found.bonds !== undefined || found.K.length === 0) return null;
  let inverse = 0;
  let least = Infinity;
  let most = 0;
  for (const K of found.K) {
    if (!(K > 0)) return null;
    inverse += 1 / K;
    least = Math.min(least, K);
    most = Math.max(most, K);
  }
  return { speed: Math.sqrt(found.K.length / inverse), uniform: most - least <= SAME_K * most };
}

/** Training and test data of the main track. */
export function describeData(simulation: Simulation): RunData {
  const { data, system } = simulation.tracks[0];
  return {
    sampleCount: data.sampleCount,
    inputCount: data.sampleCount === 0 ? 0 : data.inputs.length / data.sampleCount,
    outputCount: system.outputCount,
    inputs: data.inputs,
    targets: data.targets,
    testCount: system.testCount,
    testInputs: data.test?.inputs ?? NONE,
    testTargets: data.test?.targets ?? NONE,
    names: data.names ?? null,
    questions: data.questions ?? null,
  };
}
