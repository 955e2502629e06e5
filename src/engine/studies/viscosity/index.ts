import type { Kernels } from '../../../kernels/types.ts';
import { createRandom } from '../../../physics/math/random.ts';
import type { System } from '../../../physics/types.ts';
import { studyObstacle } from '../../../scenario/studies.ts';
import type { Scenario } from '../../../scenario/types.ts';
import { findCurvature, findModes } from '../../curvature.ts';
import { LARGEST_SPECTRUM } from '../../regime.ts';
import { createData, createInitial, createSystem } from '../../parts.ts';
import { measured, withPoint } from '../fit.ts';
import {
  StudyRefusal,
  type Study,
  type StudyFact,
  type StudyFindings,
  type StudyProgress,
  type StudySeries,
} from '../types.ts';
import { modalMotions } from './modal.ts';
import { descent, type Motions, type Task } from './motions.ts';
import { steppedMotions } from './stepped.ts';

/** η²λ of the most inert run: within its reach the field is well overdamped. */
const MOST_INERTIA = 0.1;
/** ηλ of the longest textbook step; 2 would be the end of stability. */
const LONGEST_JUMP = 0.25;
/**
 * λτ along the first direction of descent: far enough on that it has moved, not so far that it has died. Not 1:
 * there the two parts of inertia's error, of amplitude and of rate, cancel for that mode, ε(1 − λτ)e^{−λτ}.
 */
const REACH = 2;

const theory = [
  { id: 'rest', expected: 2, source: 'Eq. 4' },
  { id: 'kick', expected: 1, source: 'E13' },
  { id: 'unit', expected: 1, source: 'E14' },
  { id: 'corrected', expected: 4, source: 'E13' },
] as const;
type SeriesId = (typeof theory)[number]['id'];

/** One run: where its point goes, and what it is compared with. */
interface Job {
  readonly series: SeriesId;
  readonly eta: number;
  readonly task: Task;
  readonly beside: Task | null;
}

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return Math.sqrt(sum);
}

function motionsOf(system: System, start: Float64Array): Motions {
  const modes = system.weightCount <= LARGEST_SPECTRUM ? findModes(system, start) : null;
  return modes === null
    ? steppedMotions(system, findCurvature(system, start, 1), start)
    : modalMotions(modes, start);
}

/** λ τ at the end: `REACH` for the curvature along the first step of descent, within what is worth its work. */
function reachOf(system: System, { curvature, longest }: Motions, start: Float64Array): number {
  const gradient = new Float64Array(start.length);
  const bent = new Float64Array(start.length);
  system.force.gradient(start, null, 1, gradient);
  system.hessianVector(start, gradient, 1, bent);
  let along = 0;
  let square = 0;
  for (let i = 0; i < gradient.length; i++) {
    along += gradient[i] * bent[i];
    square += gradient[i] * gradient[i];
  }
  if (square === 0) throw new StudyRefusal('at-rest');
  const wanted = (REACH * curvature * square) / along;
  return wanted > 0 ? Math.min(longest, Math.max(REACH, wanted)) : longest;
}

/** V₀ = −η ∂C/∂W: the velocity of the flow itself. */
function sliding(gradient: Float64Array, eta: number): Float64Array {
  return gradient.map((value) => -eta * value);
}

/** A velocity in a random direction, the same for every η, with the kinetic energy ½ V₀² given. */
function kickOf(size: number, energy: number): Float64Array {
  const random = createRandom(1, 'noise');
  const kick = Float64Array.from({ length: size }, () => random.normal());
  const length = distance(kick, new Float64Array(size));
  return kick.map((value) => (value * Math.sqrt(2 * energy)) / length);
}

/** Takes one run to its end, telling how far it is. */
function* finish(task: Task, tell: (steps: number) => StudyProgress): Generator<StudyProgress, Float64Array> {
  const run = task.run();
  for (;;) {
    const next = run.next();
    if (next.done === true) {
      if (!next.value.every(Number.isFinite)) throw new StudyRefusal('not-finite');
      return next.value;
    }
    yield tell(next.value);
  }
}

/**
 * High viscosity, at fixed τ = ηt = t/γ: how far motions of friction γ = 1/η are from gradient flow, the limit.
 *    error = |W(τ) − W_flow(τ)| / |W₀ − W_flow(τ)|,  η²W_ττ + W_τ + ∂C/∂W = 0
 *  rest       V₀ = 0: falls as η²
 *  kick       V₀ of the same size for every η: falls as η, the transient moves W by ηV₀
 *  unit       gradient descent at unit steps, W ← W − η ∂C/∂W: falls as η; its leading error ηλ/2 is larger
 *             than inertia's η²λ while η < ½ (E14)
 *  corrected  V₀ = −η ∂C/∂W against W_τ = −(1 + η²H) ∂C/∂W: what is left falls as η⁴
 *  η runs down by halves from η²λ = 0.1 (unit steps: also ηλ ≤ ¼); slopes are measured over the four smallest.
 *  At fixed t the expansion in η is secular (E13): that is why τ is fixed.
 *  The kick has as much kinetic energy as the flow takes out of the cost up to τ.
 *  **exact** for quadratic costs of up to 256 weights, Runge-Kutta otherwise.
 *  Source: physics.md 3.2; Lee, Lee, Yi (2025) arXiv:2503.08827, Eqs. 3-5. Differs: E13, E14.
 */
function* run(scenario: Scenario, kernels: Kernels): Generator<StudyProgress, StudyFindings> {
  const obstacle = studyObstacle('viscosity', scenario);
  if (obstacle !== null) throw new StudyRefusal(obstacle);
  const system = createSystem(scenario, createData(scenario, kernels), kernels);
  const { weights: start } = createInitial(scenario, system);
  const size = start.length;
  const motions = motionsOf(system, start);
  const { curvature } = motions;
  if (curvature === 0) throw new StudyRefusal('at-rest');

  const etaMax = Math.sqrt(MOST_INERTIA / curvature);
  let jumpMax = etaMax;
  while (jumpMax * curvature > LONGEST_JUMP) jumpMax /= 2;
  // A whole number of the longest jumps, and so of every shorter one.
  const jumps = Math.max(1, Math.round(reachOf(system, motions, start) / curvature / jumpMax));
  const tau = jumps * jumpMax;

  let series: readonly StudySeries[] = theory.map((entry) => ({ ...entry, points: [], fit: null }));
  let facts: readonly StudyFact[] = [
    { name: 'tau', value: tau },
    { name: 'curvature', value: curvature },
  ];
  const gradient = new Float64Array(size);
  system.force.gradient(start, null, 1, gradient);
  const rest = new Float64Array(size);
  /** Known once the flow is. */
  const kick = new Float64Array(size);
  const flow = motions.flow(tau);
  const jobs = Array.from({ length: motions.count }, (_, n): readonly Job[] => {
    const part = 2 ** n;
    const eta = etaMax / part;
    const jump = jumpMax / part;
    const slide = motions.field(eta, tau, sliding(gradient, eta));
    return [
      { series: 'rest', eta, task: motions.field(eta, tau, rest), beside: null },
      { series: 'kick', eta, task: motions.field(eta, tau, kick), beside: null },
      { series: 'unit', eta: jump, task: descent(system, start, jump, jumps * part), beside: null },
      { series: 'corrected', eta, task: slide, beside: motions.corrected(eta, tau) },
    ];
  }).flat();
  const total = jobs.reduce((sum, { task, beside }) => sum + task.steps + (beside?.steps ?? 0), flow.steps);
  let done = 0;
  const tell = (steps: number): StudyProgress => ({ done: (done + steps) / total, series, facts });

  const limit = yield* finish(flow, tell);
  done += flow.steps;
  const moved = distance(start, limit);
  if (moved === 0) throw new StudyRefusal('at-rest');
  if (!(moved < Infinity)) throw new StudyRefusal('not-finite');
  kick.set(kickOf(size, Math.max(0, system.cost(start, null, 1) - system.cost(limit, null, 1))));
  facts = [...facts, { name: 'kick', value: distance(kick, rest) }];
  for (const { series: id, eta, task, beside } of jobs) {
    const end = yield* finish(task, tell);
    done += task.steps;
    const other = beside === null ? limit : yield* finish(beside, tell);
    done += beside?.steps ?? 0;
    const error = distance(end, other) / moved;
    series = series.map((entry) => (entry.id === id ? withPoint(entry, eta, error) : entry));
    yield { done: done / total, series, facts };
  }
  return { series: series.map(measured), facts };
}

export const viscosity: Study<'viscosity'> = { id: 'viscosity', run };
