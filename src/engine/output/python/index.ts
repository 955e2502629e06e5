import type { Kernels } from '../../../kernels/types.ts';
import { batches } from '../../../physics/batch/index.ts';
import { createRandom } from '../../../physics/math/random.ts';
import type { Batch, BatchPart, System } from '../../../physics/types.ts';
import { commandPart } from '../../../scenario/commands/index.ts';
import { serializeRunDocument } from '../../../scenario/document.ts';
import { valuesOf } from '../../../scenario/sections.ts';
import { ScenarioError, type Edit, type RunDocument, type Scenario } from '../../../scenario/types.ts';
import { part } from '../../parts.ts';
import { createSimulation, type Simulation } from '../../simulation.ts';
import { floats, table, whole } from './encode.ts';
import { forceLines } from './force.ts';
import { MAIN, programOf, type ForceName, type MethodName } from './program.ts';
import { stepLines } from './steps.ts';

/** Most steps: the factors of each are written down where friction changes. */
const MOST_STEPS = 200_000;
/** Most samples that are drawn in all. */
const MOST_DRAWN = 2_000_000;

/** What the commands of a step do to weights and velocity: each becomes keep·itself + add. **exact** */
function moveLines(edits: readonly Edit[], system: System): string[] {
  const P = system.weightCount;
  const lines: string[] = [];
  for (const { command } of edits) {
    const part = commandPart(command);
    if (part.move === undefined || (part.track?.(command) ?? 'main') !== 'main') continue;
    const results = [0, 1].map((value) => {
      const weights = new Float64Array(P).fill(value);
      const velocity = new Float64Array(P).fill(value);
      part.move?.(command, system, weights, velocity);
      return { weights, velocity };
    });
    const pair = (name: 'weights' | 'velocity'): string => {
      const [zero, one] = results.map((result) => result[name]);
      return `(${floats(one.map((value, i) => value - zero[i]))}, ${floats(zero)})`;
    };
    lines.push(`      (${pair('weights')}, ${pair('velocity')}),`);
  }
  return lines.length === 0 ? [] : ['    "moves": [', ...lines, '    ],'];
}

/** The samples of every step of a run, and of the one to come, drawn as the lab draws them; null: the full batch. */
function drawnSamples(scenario: Scenario, sampleCount: number, last: number): Int32Array | null {
  const random = createRandom(scenario.seed, 'batch');
  const batch: Batch = part<BatchPart>(batches, scenario.batch).create(
    valuesOf(scenario.batch),
    sampleCount,
    random,
  );
  if (batch.size === 0) return null;
  if ((last + 1) * batch.size > MOST_DRAWN)
    throw new ScenarioError('batch', scenario.batch.kind, `at most ${MOST_DRAWN} samples drawn in a script`);
  const out = new Int32Array((last + 1) * batch.size);
  for (let n = 0; n <= last; n++) batch.next(out.subarray(n * batch.size, (n + 1) * batch.size));
  return out;
}

/** The state of the stream of noise as two numbers of 64 bits and the normal number that waits. */
function noiseLine(seed: number): string {
  const [s01, s00, s11, s10] = createRandom(seed, 'noise').save();
  const word = (high: number, low: number): string =>
    `0x${(((BigInt(high) & 0xffffffffn) << 32n) | (BigInt(low) & 0xffffffffn)).toString(16)}`;
  return `NOISE = {"seed": (${word(s01, s00)}, ${word(s11, s10)}, None)}\n`;
}

/** A stretch of the run without changes, as an entry of the script. */
function partOf(
  simulation: Simulation,
  count: number,
  samples: Int32Array | null,
  due: readonly Edit[],
): { readonly text: string; readonly force: ForceName; readonly method: MethodName } {
  const [track] = simulation.tracks;
  const { system, data, scenario } = track;
  const { time, dt, step } = simulation;
  const size = track.batchAtWork?.length ?? 0;
  const here = samples?.subarray(step * size, (step + count + 1) * size) ?? null;
  const made = forceLines(system, data, scenario, here === null ? null : new Set(here));
  const steps = stepLines(simulation, count);
  const stretch = Float64Array.from({ length: count + 1 }, (_, n) => track.stiffnessAt(time + n * dt));
  const eta = track.firstOrder ? [`    "eta": ${track.integrator.eta(time) ?? 0},`] : [];
  const drawn = here === null ? [] : [`    "samples": ${whole(here)}.reshape(-1, ${size}),`];
  const text = [
    '  {',
    `    "first": ${step}, "steps": ${count}, "t": ${time}, "dt": ${dt},`,
    `    "force": ${made.force}, "scale": ${track.batchScale}, "method": ${steps.method},`,
    ...eta,
    ...moveLines(due, system),
    ...drawn,
    ...made.lines,
    ...steps.lines,
    `    "stretch": ${table(stretch, 1)},`,
    '  },',
  ].join('\n');
  return { text, force: made.force, method: steps.method };
}

/**
 * A script for NumPy alone that makes the main run again, up to a step. Couplings, wires, samples, the order in which they
 * are drawn, and the factors of each step are written into it as numbers, found by the lab's own formulas; noise comes from
 * the lab's generator, written in Python. It works in double precision, a run in single precision included.
 *  @throws ScenarioError that names what the script cannot do, with its reason
 */
export function pythonScript(
  document: RunDocument,
  kernels: Kernels,
  last: number,
  software: string,
): string {
  if (last > MOST_STEPS) throw new ScenarioError('step', last, `at most ${MOST_STEPS} steps in a script`);
  const simulation = createSimulation(document, kernels, { tracks: 'main' });
  const { scenario } = document;
  const [track] = simulation.tracks;
  const samples = drawnSamples(scenario, track.data.sampleCount, last);
  // Commands of step 0 were made when it began.
  const atFirst = document.edits.some(({ step }) => step === 0);
  const bare = atFirst
    ? createSimulation({ ...document, edits: [] }, kernels, { tracks: 'main' })
    : simulation;
  // The run goes on: what it starts from is kept.
  const start = [bare.tracks[0].weights.slice(), bare.tracks[0].velocity.slice()];
  const parts: ReturnType<typeof partOf>[] = [];
  for (let first = 0; ;) {
    const next = Math.min(last, document.edits.find(({ step }) => step > first)?.step ?? last);
    const due = document.edits.filter(({ step }) => step === first);
    parts.push(partOf(simulation, next - first, samples, due));
    if (next === last && !(next > first && document.edits.some(({ step }) => step === last))) break;
    const { blowUp } = simulation.advance(next - first);
    if (blowUp !== null) throw new ScenarioError('step', last, `a step before it blows up, ${blowUp.step}`);
    if (next === first) break;
    first = next;
  }
  const forces = new Set(parts.map(({ force }) => force));
  const methods = new Set(parts.map(({ method }) => method));
  const noisy = methods.has('bath');
  const single = scenario.dynamics.precision === 'f32';
  const title = scenario.title.replaceAll(/[\r\n]+/g, ' ');
  return `# ${title}
# Made by ${software}; seed ${scenario.seed}, ${track.weights.length} weights, up to step ${last}. Needs Python 3 and NumPy.
# ${
    single
      ? 'The lab ran it in single precision; this script works in double: they agree to the lab’s own rounding.'
      : 'Its numbers agree with the lab’s to the round-off of double precision.'
  }
#
# Weights W and velocity V = dW/dt. Arrays are float64 in base64; RUN is the run document, which the lab opens.
import base64
${noisy ? 'import math\n' : ''}import sys

import numpy as np
${programOf(forces, methods)}

RUN = ${JSON.stringify(serializeRunDocument(document))}

START = (${floats(start[0])}, ${floats(start[1])})
${noisy ? noiseLine(scenario.seed) : ''}
# A stretch of the run after another: at the first step of each the run was changed.
PARTS = [
${parts.map(({ text }) => text).join('\n')}
]
${MAIN}`;
}
