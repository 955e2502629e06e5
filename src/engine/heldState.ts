import type { Reals } from '../kernels/types.ts';
import type { Random } from '../physics/math/random.ts';
import type { Batch } from '../physics/types.ts';
import { Ledger } from './ledger.ts';

const NO_STATE: readonly number[] = [];

/** The state of a track that moves with every step. */
export interface MovingState {
  readonly weights: Reals;
  readonly velocity: Reals;
  readonly ledger: Ledger;
  readonly batch: Batch;
  /** Samples of the step to come; null where all are. */
  readonly current: Int32Array | null;
  /** Stream of a bath's noise; null without one. */
  readonly noise: Random | null;
}

/** State at the start of the chunk at work, to come back to when it fails. */
export class HeldState {
  readonly weights: Reals;
  private readonly velocity: Reals;
  private readonly state: MovingState;
  private readonly ledger = new Ledger();
  private batch = NO_STATE;
  private current = NO_STATE;
  private noise = NO_STATE;

  /** @param reals  makes arrays like those of the weights */
  constructor(state: MovingState, reals: () => Reals) {
    this.state = state;
    this.weights = reals();
    this.velocity = reals();
  }

  hold(): void {
    const { weights, velocity, ledger, batch, current, noise } = this.state;
    this.weights.set(weights);
    this.velocity.set(velocity);
    this.ledger.set(ledger, ledger.time);
    if (noise !== null) this.noise = noise.save();
    if (current === null) return;
    this.batch = batch.save();
    this.current = Array.from(current);
  }

  giveBack(): void {
    const { weights, velocity, ledger, batch, current, noise } = this.state;
    weights.set(this.weights);
    velocity.set(this.velocity);
    ledger.set(this.ledger, this.ledger.time);
    if (current !== null) {
      batch.load(this.batch);
      current.set(this.current);
    }
    noise?.load(this.noise);
  }
}
