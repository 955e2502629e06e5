import type { System } from '../../../physics/types.ts';
import { rungeKutta } from '../rungeKutta.ts';
import { stepsPerYield, type Motions, type Task } from './motions.ts';

/** Writes y' of y. */
type Rate = (y: Float64Array, out: Float64Array) => void;

/** λ h of a step of the flows: their error of 4e-11 stays below the smallest difference, η⁴λ² = 1e-8. */
const FLOW_STEP = 0.005;
/** γh while the start's transient dies, and how long that takes in units of 1/γ: e⁻¹⁰. */
const LAYER_STEP = 0.1;
const LAYER = 10;
/**
 * γh after it. The fast mode is then slaved and only has to be stable (γh < 2.78); the slow one moves by
 * γh·η²λ a step, at most 0.1, which errs by less than 1e-6 of it.
 */
const SLAVED_STEP = 1;
/** Systems whose gradient costs more than this many multiplications get one value of η less: a quarter of the work. */
const HEAVY = 5000;

/**
 * The motions of any cost by the classical Runge-Kutta method, in steps that follow the faster of the two
 * times: 1/γ while the transient dies, then the slow drift.
 *  **approximate**: errors below 1e-4 of the differences that are measured (test/engine/studies).
 *  @param curvature  largest |λ| at the start
 *  @param start      W₀ [P]
 *  Source: physics.md 3.2, 4.3.
 */
export function steppedMotions(system: System, curvature: number, start: Float64Array): Motions {
  const size = system.weightCount;
  const every = stepsPerYield(system);

  /** Takes `count` steps of h, after `before` others. */
  function* steps(
    step: (y: Float64Array, h: number) => void,
    y: Float64Array,
    h: number,
    count: number,
    before = 0,
  ): Generator<number, void> {
    for (let n = 1; n <= count; n++) {
      step(y, h);
      if (n % every === 0) yield before + n;
    }
  }

  /** A flow; its rate is made when it runs, so that waiting runs hold no memory. */
  const flowOf = (tau: number, makeRate: () => Rate): Task => {
    const count = Math.ceil((curvature * tau) / FLOW_STEP);
    return {
      steps: count,
      *run() {
        const weights = start.slice();
        yield* steps(rungeKutta(size, makeRate()), weights, tau / count, count);
        return weights;
      },
    };
  };

  return {
    curvature,
    longest: 3,
    count: size * system.sampleCount > HEAVY ? 5 : 6,
    flow: (tau) =>
      flowOf(tau, () => (weights, out) => {
        system.force.gradient(weights, null, 1, out);
        for (let i = 0; i < size; i++) out[i] = -out[i];
      }),
    corrected: (eta, tau) =>
      flowOf(tau, () => {
        const bent = new Float64Array(size);
        return (weights, out) => {
          system.force.gradient(weights, null, 1, out);
          system.hessianVector(weights, out, 1, bent);
          for (let i = 0; i < size; i++) out[i] = -out[i] - eta * eta * bent[i];
        };
      }),
    field(eta, tau, velocity) {
      const time = tau / eta;
      const layer = Math.min(LAYER * eta, time / 2);
      const layerCount = Math.ceil(layer / (LAYER_STEP * eta));
      const count = Math.ceil((time - layer) / (SLAVED_STEP * eta));
      const fieldRate = (): Rate => {
        const weights = new Float64Array(size);
        const gradient = new Float64Array(size);
        // y holds W, then V.
        return (y, out) => {
          for (let i = 0; i < size; i++) weights[i] = y[i];
          system.force.gradient(weights, null, 1, gradient);
          for (let i = 0; i < size; i++) {
            out[i] = y[size + i];
            out[size + i] = -y[size + i] / eta - gradient[i];
          }
        };
      };
      return {
        steps: layerCount + count,
        *run() {
          const y = new Float64Array(2 * size);
          y.set(start);
          y.set(velocity, size);
          const step = rungeKutta(2 * size, fieldRate());
          yield* steps(step, y, layer / layerCount, layerCount);
          yield* steps(step, y, (time - layer) / count, count, layerCount);
          return y.slice(0, size);
        },
      };
    },
  };
}
