import type { Precision } from '../physics/types.ts';
import { createRandom } from '../physics/math/random.ts';
import { checkData, inSection } from './build.ts';
import { expansionOf, isSteady } from './expansion.ts';
import { joinPath } from './path.ts';
import { fittingKinds, partOf, valuesOf } from './sections.ts';
import { ScenarioError, type Scenario, type Section } from './types.ts';

/** Most sub-steps of one step of the clock. */
const maxSubsteps = 1000;
/** Most weights of a system that is taken apart into modes (engine/track.ts). */
const maxModes = 512;

/** Refuses kinds of data and initial state that the system does not take. @throws ScenarioError */
export function checkKinds(scenario: Scenario, prefix: string): void {
  for (const section of ['data', 'initial'] as const) {
    const fitting = fittingKinds(section, scenario.system.kind);
    const { kind } = scenario[section];
    if (fitting.includes(kind)) continue;
    throw new ScenarioError(
      joinPath(prefix, `${section}.kind`),
      kind,
      `a kind that fits ${scenario.system.kind} (${fitting.join(', ')})`,
    );
  }
}

/** Checks what can be checked without making data or system. @throws ScenarioError */
export function checkLightly(scenario: Scenario, prefix = ''): void {
  const { system, dynamics } = scenario;
  const part = partOf('system', system.kind);
  inSection('system', prefix, () => part.check?.(valuesOf(system)));
  const { precision } = dynamics;
  if (precision !== undefined && !part.precisions.includes(precision as Precision)) {
    throw new ScenarioError(
      joinPath(prefix, 'dynamics.precision'),
      precision,
      `"f64": single precision is for rings and scalar fields, not for ${system.kind}`,
    );
  }
  const { substeps } = dynamics;
  if (typeof substeps === 'number' && !(Number.isInteger(substeps) && substeps <= maxSubsteps)) {
    const expected = `"auto" or an integer from 1 to ${maxSubsteps}`;
    throw new ScenarioError(joinPath(prefix, 'dynamics.substeps'), substeps, expected);
  }
  checkBeginning(scenario, prefix);
  checkJumps(scenario, prefix);
  if (lacksLearningRate(scenario)) {
    throw new ScenarioError(
      joinPath(prefix, 'dynamics.eta'),
      undefined,
      `a learning rate: ${dynamics.kind} takes eta = 1/gamma, and gamma is 0 here`,
    );
  }
}

/** Refuses times at which a run cannot begin, and redshift where space has no size. @throws ScenarioError */
function checkBeginning(scenario: Scenario, prefix: string): void {
  const { system, expansion } = scenario;
  const t0 = expansion.t0 as number;
  const gamma = gammaAtStart(scenario, prefix);
  const logScale = expansionOf(scenario, 1, prefix).logScaleFactor(t0);
  const bang = gamma === Infinity && logScale === -Infinity;
  if (Number.isNaN(gamma) || gamma < 0 || (gamma === Infinity && !bang)) {
    const expected = `a time at which ${expansion.kind} has gamma >= 0 and finite, or a big bang`;
    throw new ScenarioError(joinPath(prefix, 'expansion.t0'), t0, expected);
  }
  if (system.redshift === 'physical' && !Number.isFinite(logScale)) {
    const expected = `"none", or a start after the big bang: at t = ${t0} the scale factor is 0 and K/a² infinite`;
    throw new ScenarioError(joinPath(prefix, 'system.redshift'), 'physical', expected);
  }
}

/** Most steps of a schedule within one step of the clock. */
const maxJumps = 100_000;
/** Most steps of a schedule before a run begins: beyond, they can no longer be told apart. */
const maxJumpsBefore = 2 ** 50;

/** Refuses a step schedule that jumps too often for its clock. @throws ScenarioError */
function checkJumps({ expansion, dynamics }: Scenario, prefix: string): void {
  const { t0 } = expansion;
  const jumps = partOf('expansion', expansion.kind).jumps?.(valuesOf(expansion));
  if (jumps === undefined) return;
  const { every, parameter } = jumps;
  if (typeof t0 === 'number' && t0 / every > maxJumpsBefore) {
    throw new ScenarioError(
      joinPath(prefix, 'expansion.t0'),
      t0,
      `at most ${maxJumpsBefore} steps of ${every}`,
    );
  }
  const { dt } = dynamics;
  if (typeof dt !== 'number' || dt / every <= maxJumps) return;
  const expected = `at least dt/${maxJumps} = ${dt / maxJumps}`;
  throw new ScenarioError(joinPath(prefix, `expansion.${parameter}`), every, expected);
}

/** Whether first-order dynamics would need eta = 1/gamma where gamma is 0. */
export function lacksLearningRate(scenario: Scenario): boolean {
  const { dynamics } = scenario;
  if (!partOf('dynamics', dynamics.kind).firstOrder || dynamics.eta !== undefined) return false;
  return gammaAtStart(scenario, '') === 0;
}

/** gamma(t0). No history of this version has gamma = 0 at one time and not at another. */
function gammaAtStart(scenario: Scenario, prefix: string): number {
  // Whether γ is 0, finite or infinite does not depend on the dimension.
  return expansionOf(scenario, 1, prefix).gamma(scenario.expansion.t0 as number);
}

/** Checks system and data alone, for changes that leave the rest as it is. @throws ScenarioError */
export function checkSources(scenario: Scenario): void {
  checkLightly(scenario);
  checkData(scenario, '');
}

/** Checks what depends on the history, for changes that leave system, data and start as they are. @throws ScenarioError */
export function checkMotion(scenario: Scenario, prefix = ''): void {
  checkLightly(scenario, prefix);
  checkExact(scenario, prefix);
  checkStart(scenario, prefix);
}

/**
 * Checks that the sections of a complete scenario fit each other, by what they declare and by making the
 * data. The system is not made here, since the page must answer at once: numbers that overflow in it are
 * refused by the engine (engine/check.ts).
 * @param prefix  path of the scenario in its document
 * @throws ScenarioError at the first section that does not fit
 */
export function checkFit(scenario: Scenario, prefix = ''): void {
  checkKinds(scenario, prefix);
  checkLightly(scenario, prefix);
  const { batch, seed } = scenario;
  const { sampleCount } = checkData(scenario, prefix);
  const random = createRandom(seed, 'batch');
  inSection('batch', prefix, () => partOf('batch', batch.kind).create(valuesOf(batch), sampleCount, random));
  checkExact(scenario, prefix);
  checkStart(scenario, prefix);
}

/** Weights of a scenario's system. */
export function weightCountOf({ system }: Scenario): number {
  return partOf('system', system.kind).weightCount(valuesOf(system));
}

function checkStart(scenario: Scenario, prefix: string): void {
  const { initial, expansion } = scenario;
  inSection('initial', prefix, () =>
    partOf('initial', initial.kind).check?.(valuesOf(initial), weightCountOf(scenario)),
  );
  if (!startsMoving(initial) || gammaAtStart(scenario, prefix) !== Infinity) return;
  const name = initial.velocityScale === undefined ? 'velocity' : 'velocityScale';
  throw new ScenarioError(
    joinPath(prefix, `initial.${name}`),
    initial[name],
    `0: at the big bang, t = ${String(expansion.t0)}, the velocity vanishes`,
  );
}

/** Whether an initial state has a velocity: only kinds that name one do. */
function startsMoving({ velocity, velocityScale }: Section): boolean {
  if (Array.isArray(velocity)) return velocity.some((value) => value !== 0);
  return velocityScale !== undefined && velocityScale !== 0;
}

/** Refuses the closed form where there is none. @throws ScenarioError */
function checkExact(scenario: Scenario, prefix: string): void {
  const { system, dynamics, batch } = scenario;
  if (partOf('dynamics', dynamics.kind).order !== 'exact') return;
  const refuse = (expected: string): never => {
    throw new ScenarioError(joinPath(prefix, 'dynamics.kind'), dynamics.kind, expected);
  };
  if (system.redshift === 'physical') refuse('another kind: redshift moves the modes');
  if (batch.kind !== 'full') refuse('another kind: changing samples move the modes');
  const { kind } = system;
  if (weightCountOf(scenario) > maxModes || !partOf('system', kind).quadratic(valuesOf(system))) {
    refuse(`another kind: modes need a quadratic cost of at most ${maxModes} weights`);
  }
  if (!isSteady(scenario)) {
    refuse('another kind: modes need constant friction (de-sitter, flat, or a schedule that never changes)');
  }
}
