import { flowStage } from '../typescript/flow.ts';
import type { FlowSteps, Reals } from '../types.ts';
import type { Stepper } from './lattice.ts';

/** What a pass makes of its sites: the numbers of assembly/flow.ts. */
const STAGE = 0;
const FINAL = 1;
const GRADIENT = 2;

/** What flows over one lattice work in; between the steps of one nothing else is done. */
interface Room {
  readonly gradient: Reals;
  readonly odd: Reals;
  readonly even: Reals;
  /** For states that lie elsewhere. */
  readonly weights: Reals;
  readonly velocity: Reals;
}
const rooms = new WeakMap<Stepper, Map<boolean, Room | null>>();

function makeRoom(stepper: Stepper, single: boolean): Room | null {
  const [gradient, odd, even, weights, velocity] = Array.from({ length: 5 }, () => stepper.reals(single));
  if (!gradient || !odd || !even || !weights || !velocity) return null;
  return { gradient, odd, even, weights, velocity };
}

/**
 * Steps of a flow over a lattice: a stage is one pass, as is the gradient at the end with the velocity. In double precision weights
 * and velocity have the plain twin's bits; sums are taken in another order.
 * @param plain  takes the steps of batches, and all where there is no room
 */
export function latticeFlow(stepper: Stepper, single: boolean, plain: () => FlowSteps): FlowSteps {
  const { program } = stepper;
  const known = rooms.get(stepper) ?? new Map<boolean, Room | null>();
  rooms.set(stepper, known);
  const found = known.get(single);
  const room = found === undefined ? makeRoom(stepper, single) : found;
  known.set(single, room);
  if (room === null) return plain();
  const { gradient, odd, even } = room;
  const { rows, columns, K, J, f } = stepper.lattice(single);
  const run = single ? program.flow32 : program.flow64;
  const pass = (b: Reals, old: number, out: Reals): void =>
    run(b.byteOffset, gradient.byteOffset, old, out.byteOffset, K, J, rows, columns);
  const setStiffness = (stiffness: number): void => program.plan(1, 0, 1, 0, 0, stiffness);
  /** ∂C and −η ∂C of the weights. */
  function push(weights: Reals, velocity: Reals, eta: number): void {
    program.flowPlan(GRADIENT, 0, 0, 0, eta);
    pass(weights, f, velocity);
  }
  /** The steps of batches. */
  let batches: FlowSteps | null = null;
  let batched = false;

  return {
    begin(weights, batch, stiffness) {
      batched = batch !== null;
      if (batched) {
        batches ??= plain();
        batches.begin(weights, batch, stiffness);
        return;
      }
      const inside = stepper.holds(weights);
      if (!inside) room.weights.set(weights);
      setStiffness(stiffness);
      push(inside ? weights : room.weights, odd, 0);
    },
    step(polynomial, tau, weights, velocity, batch, stiffness, after, eta) {
      if (batched && batches !== null) {
        return batches.step(polynomial, tau, weights, velocity, batch, stiffness, after, eta);
      }
      const inside = stepper.holds(weights) && stepper.holds(velocity);
      if (!inside) room.weights.set(weights);
      const [W, V] = inside ? [weights, velocity] : [room.weights, room.velocity];
      setStiffness(stiffness);
      for (let n = 1; n < polynomial.end.length; n++) {
        const { c, alpha, beta, m, first, final } = flowStage(polynomial, tau, n);
        const [here, there] = n % 2 === 1 ? [odd, even] : [even, odd];
        program.flowPlan(final ? FINAL : STAGE, c, alpha, beta, m);
        pass(first ? gradient : there, (m === 0 ? gradient : here).byteOffset, final ? W : here);
      }
      push(W, V, eta);
      const middle = Math.max(0, program.flowProduct());
      if (after !== stiffness) {
        setStiffness(after);
        push(W, V, eta);
      }
      if (!inside) {
        weights.set(W);
        velocity.set(V);
      }
      return middle;
    },
    squares: () => (batched && batches !== null ? batches.squares() : program.flowSquares()),
  };
}
