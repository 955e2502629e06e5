import { denseHessian } from '../../physics/denseHessian.ts';
import { symmetricEigen, type SymmetricEigen } from '../../physics/math/symmetricEigen.ts';
import { AllDescents } from './allDescents.ts';
import { Curvatures } from './pathCurvatures.ts';
import { PathRecord } from './pathRecord.ts';
import { PathWalk } from './pathWalk.ts';
import { observation } from './types.ts';
import { costsOf, curveOf, forgets, strongestOf, wiggleOf, type Wiggle } from './wiggled.ts';

/** Most weights whose modes are found. */
const MOST_MODES = 256;
/** What a generator makes, in one go. */
function drained<Value>(making: Generator<void, Value>): Value {
  for (;;) {
    const next = making.next();
    if (next.done === true) return next.value;
  }
}

/** Most multiplications of a curve that is made in one go, five times a second while the run goes: some 10 ms. */
const MOST_AT_ONCE = 3e6;

/**
 * The main run's own path along one direction, and what becomes of its action when a bump bends it: stationary always, least
 * or not. **exact**: S(ε) of the discrete action summed along the bent path, and its descending directions by Sturm's count. Null
 * without inertia, and before there are two steps; `no-memory` where friction leaves a step nothing of the one before. The path begins with the run, where a hand last set its state, or as many steps back as are kept.
 */
export const wiggle = observation({
  id: 'wiggle',
  parameters: {
    mode: { type: 'flag', default: false, help: 'Along an eigenvector of the Hessian, else along a weight.' },
    index: { type: 'count', default: 0, help: 'The weight, or the mode from the lowest curvature on.' },
    share: { type: 'number', default: 1, help: 'Width of the bump, as part of the path.' },
    place: { type: 'number', default: 0.5, help: 'Where its middle is, as part of the path.' },
  },
  shape:
    '{ steps, along, modes, lambda, times, path, bump, epsilon, action, curvature, residual, slope, descending, all … }, null or "no-memory"',
  cadence: 'step',
  create(query, { simulation, history, kernels }) {
    const [main] = simulation.tracks;
    const size = main.system.weightCount;
    const walk = new PathWalk({ simulation, history }, kernels);
    const record = new PathRecord(size);
    let curvatures = new Curvatures();
    const descents = new AllDescents(size);
    let modes: { readonly system: object; readonly found: SymmetricEigen } | null = null;
    let asked = query;
    /** The path ends here, and the curve of this question is known beyond second order. */
    let curve: { readonly step: number; readonly values: Float64Array } | null = null;
    let making: { readonly step: number; readonly next: Generator<void, Float64Array> } | null = null;
    let seenStep = -1;

    const steps = () => record.upTo(simulation.step);
    const restart = (): void => {
      record.clear();
      walk.begin(record.reach(simulation.step));
      seenStep = -1;
    };
    /** Modes of the cost where the path begins: everywhere the same where it is quadratic. */
    const modesOf = (path: ReturnType<typeof steps>): SymmetricEigen | null => {
      if (size > MOST_MODES || path.length === 0) return null;
      const [{ settings, weights, stiffness }] = path;
      const { system } = settings[1];
      if (modes?.system !== system) {
        modes = { system, found: symmetricEigen(denseHessian(system, weights, stiffness), size) };
      }
      return modes.found;
    };
    const directionOf = (found: SymmetricEigen | null): Float64Array => {
      const vector = new Float64Array(size);
      const index = Math.min(asked.index, size - 1);
      if (asked.mode && found !== null) vector.set(found.vectors.subarray(index * size, (index + 1) * size));
      else vector[index] = 1;
      return vector;
    };
    /** Whether a path is short enough for its curve to be made in one go, while it grows too. */
    const isShort = (path: ReturnType<typeof steps>): boolean =>
      costsOf(path.length) * size * Math.max(1, main.data.sampleCount) <= MOST_AT_ONCE;
    const firstWanted = (): number => record.reach(simulation.step);
    /** Everything is walked, but the present may have been wound to before it. */
    const walked = (): boolean => walk.step >= simulation.step && record.first <= firstWanted();
    const idle = main.firstOrder || size === 0;

    return {
      ask(next) {
        if (next.mode !== asked.mode || next.index !== asked.index) curvatures = curvatures.other();
        asked = next;
        curve = null;
        making = null;
      },
      pending() {
        if (idle || simulation.step < 2) return false;
        if (!walked()) return walk.step >= simulation.step || walk.pending;
        if (descents.behind(steps())) return true;
        return simulation.step !== curve?.step;
      },
      work(mayGoOn) {
        if (!walked()) {
          if (walk.step >= simulation.step || walk.step < firstWanted()) restart();
          while (walk.pending && walk.walk(mayGoOn, (step) => record.add(step)) && mayGoOn());
          return walk.step === simulation.step;
        }
        const path = steps();
        if (descents.behind(path)) return descents.work(path, mayGoOn);
        if (forgets(path)) {
          curve = { step: simulation.step, values: new Float64Array(0) };
          return true;
        }
        // A long path that still grows is drawn to second order.
        if (seenStep !== simulation.step) {
          seenStep = simulation.step;
          return false;
        }
        if (making?.step !== simulation.step) {
          const found = modesOf(path);
          making = {
            step: simulation.step,
            next: curveOf(path, directionOf(found), asked, curvatures),
          };
        }
        let made = making.next.next();
        while (made.done !== true && mayGoOn()) made = making.next.next();
        if (made.done !== true) return false;
        curve = { step: simulation.step, values: made.value };
        making = null;
        return true;
      },
      read(): Wiggle | 'no-memory' | null {
        const path = steps();
        // Where the run is faster than the walk behind it, the path is shown as far as it is known.
        if (idle || path.length < 2) return null;
        const end = path[path.length - 1].step + 1;
        if (forgets(path)) return 'no-memory';
        const found = modesOf(path);
        const vector = directionOf(found);
        const made = wiggleOf(path, vector, asked, curvatures);
        if (!made.exact && curve?.step !== end && isShort(path)) {
          curve = { step: end, values: drained(curveOf(path, vector, asked, curvatures)) };
        }
        const exact = curve?.step === end ? curve.values.slice() : null;
        return {
          ...made,
          along: { mode: asked.mode && found !== null, index: Math.min(asked.index, size - 1) },
          shaken: main.heat !== null && main.heat !== 0,
          modes: found === null ? null : found.values.slice(),
          strongest: found === null ? null : strongestOf(path, found.vectors, size),
          action: exact ?? made.action,
          exact: exact !== null || made.exact,
          all: descents.behind(path) ? null : descents.count,
        };
      },
      truncate() {
        walk.truncate();
        making = null;
        curve = null;
        if (walk.step > simulation.step) restart();
      },
    };
  },
});
