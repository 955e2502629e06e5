import type { FlowPolynomial } from '../../../kernels/types.ts';
import { ScenarioError } from '../../../scenario/types.ts';
import type { Simulation } from '../../simulation.ts';
import { floats, table, whole } from './encode.ts';

/** Most rows of numbers of one stretch. */
const MOST_ROWS = 400_000;

/** What a script needs of the steps: the name of its own method, and its numbers. */
export interface StepLines {
  readonly method: 'kick_drift_kick' | 'descent' | 'bath' | 'flow' | 'classical' | 'classical_flow' | 'modes';
  readonly lines: string[];
}

/** Numbers of the steps from the present one on, as the integrator has them. */
export function stepLines(simulation: Simulation, count: number): StepLines {
  const [track] = simulation.tracks;
  const { integrator, method, expansion, scenario } = track;
  const { time, dt } = simulation;
  const at = (n: number): number => time + n * dt;
  const rows = (needed: number, width: number): Float64Array => {
    if (needed > MOST_ROWS) {
      const expected = `fewer steps: ${needed} sub-steps, and at most ${MOST_ROWS} in a script`;
      throw new ScenarioError('dynamics', scenario.dynamics.kind, expected);
    }
    return new Float64Array(needed * width);
  };
  const stretch = (t: number): number => track.stiffnessAt(t);
  const eta = (t: number): number => integrator.eta(t) ?? 0;

  if (method.heavyBall === true) {
    const substeps = integrator.substeps?.(dt) ?? 1;
    const out = rows(count * substeps, 6);
    for (let n = 0; n < count * substeps; n++) {
      const step = Math.floor(n / substeps);
      const part = n - step * substeps;
      const from = at(step + part / substeps);
      const middle = at(step + (part + 0.5) / substeps);
      const to = at(step + (part + 1) / substeps);
      expansion.kick(from, middle, out, 6 * n);
      expansion.kick(middle, to, out, 6 * n + 2);
      out[6 * n + 4] = stretch(from);
      out[6 * n + 5] = stretch(to);
    }
    const lines = [
      `    "h": ${dt / substeps},`,
      `    "substeps": ${substeps},`,
      `    "rows": ${table(out, 6)},`,
    ];
    return { method: 'kick_drift_kick', lines };
  }
  if (method.noise !== undefined) {
    const out = rows(count, 5);
    const damping = new Float64Array(2);
    for (let n = 0; n < count; n++) {
      const [t, next] = [at(n), at(n + 1)];
      expansion.kick(t, next, damping, 0);
      const kick = expansion.gamma(t) === Infinity ? dt * expansion.initialResponse(t) : dt / 2;
      const spread = Math.sqrt(scenario.noise.temperature * (1 - damping[0] * damping[0]));
      out.set([kick, damping[0], spread, stretch(t), stretch(next)], 5 * n);
    }
    return { method: 'bath', lines: [`    "h": ${dt},`, `    "rows": ${table(out, 5)},`] };
  }
  if (integrator.jump !== undefined) {
    const jump = integrator.jump(dt);
    const every = Math.round(jump / dt);
    const out = rows(count, 5);
    for (let n = 0; n < count; n++) {
      // They fall on multiples of their length since the last change of the run, where this stretch begins.
      const jumps = (n + 1) % every === 0 ? 1 : 0;
      out.set([jumps, eta(at(n)) * jump, eta(at(n + 1)), stretch(at(n)), stretch(at(n + 1))], 5 * n);
    }
    return { method: 'descent', lines: [`    "rows": ${table(out, 5)},`] };
  }
  if (integrator.polynomials !== undefined) {
    const shapes = new Map<FlowPolynomial, number>();
    const out = rows(count, 6);
    for (let n = 0; n < count; n++) {
      const middle = at(n + 0.5);
      const plan = integrator.polynomials(at(n), middle, at(n + 1), dt);
      if (plan === null)
        throw new ScenarioError('dynamics', scenario.dynamics.kind, 'a step of fewer parts: this run ends');
      const { parts, tau, polynomial } = plan;
      if (!shapes.has(polynomial)) shapes.set(polynomial, shapes.size);
      const shape = shapes.get(polynomial) ?? 0;
      out.set([parts, tau, shape, eta(at(n + 1)), stretch(middle), stretch(at(n + 1))], 6 * n);
    }
    const written = [...shapes.keys()].map(({ from, to, end }) => `(${from}, ${to}, ${floats(end)})`);
    return {
      method: 'flow',
      lines: [`    "shapes": [${written.join(', ')}],`, `    "rows": ${table(out, 6)},`],
    };
  }
  if (integrator.classicalSteps !== undefined) {
    const counts = Array.from(
      { length: count },
      (_, n) => integrator.classicalSteps?.(at(n), at(n + 1)) ?? 1,
    );
    const firsts = [0];
    for (const each of counts) firsts.push(firsts[firsts.length - 1] + each);
    const width = method.firstOrder ? 7 : 10;
    const out = rows(firsts[count], width);
    for (let n = 0; n < count; n++) {
      for (let j = 0; j < counts[n]; j++) {
        const times = [0, 0.5, 1].map((part) => at(n + (j + part) / counts[n]));
        const numbers = method.firstOrder
          ? times.map(eta)
          : times.flatMap((t) => {
              const gamma = expansion.gamma(t);
              return [gamma < Infinity ? gamma : 0, expansion.initialResponse(t)];
            });
        out.set([dt / counts[n], ...numbers, ...times.map(stretch)], width * (firsts[n] + j));
      }
    }
    return {
      method: method.firstOrder ? 'classical_flow' : 'classical',
      lines: [`    "first_row": ${whole(firsts)},`, `    "rows": ${table(out, width)},`],
    };
  }
  if (method.order === 'exact')
    return {
      method: 'modes',
      lines: [`    "h": ${dt},`, `    "gamma": ${expansion.gamma(time)},`],
    };
  throw new ScenarioError('dynamics', scenario.dynamics.kind, 'a method that the script has');
}
