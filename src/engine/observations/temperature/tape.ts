/** Most blocks of a tape; more are joined two by two, so that nothing of the sum is lost. */
const MOST_BLOCKS = 1024;

/**
 * Sums of a run's quantities over blocks of equal length that follow each other without a gap, and one state of each
 * block. What it holds is a function of the run: samples stand at multiples of a stride, blocks end at multiples of
 * their length, and what is wound back over and lived again is the same to the last bit.
 */
export class BlockTape {
  /** Blocks that are full, in order. */
  count = 0;
  /** Steps of a block. */
  spacing: number;
  private readonly stride: number;
  private readonly width: number;
  private readonly stateWidth: number;
  private sums: Float64Array;
  private states: Float32Array;
  /** Step that the last full block ends at. */
  private end = 0;
  private readonly open: Float64Array;
  private openSamples = 0;
  /** Step of the last sample; −1: none. */
  private last = -1;

  /**
   * @param stride      steps from sample to sample
   * @param width       quantities summed
   * @param stateWidth  numbers of a state that is kept
   */
  constructor(stride: number, width: number, stateWidth: number) {
    this.stride = stride;
    this.spacing = stride;
    this.width = width;
    this.stateWidth = stateWidth;
    this.sums = new Float64Array(16 * width);
    this.states = new Float32Array(16 * stateWidth);
    this.open = new Float64Array(width);
  }

  /** Whether a sample of this step is new; one that leaves a gap begins another stretch. */
  wants(step: number): boolean {
    return step > this.last;
  }

  /**
   * Takes a sample.
   *  @param add    adds its quantities to what it is given [width]
   *  @param state  [≥ stateWidth]
   */
  take(step: number, add: (out: Float64Array) => void, state: ArrayLike<number>): void {
    if (this.last >= 0 && step !== this.last + this.stride) this.clear();
    this.last = step;
    add(this.open);
    this.openSamples++;
    if (step % this.spacing !== 0) return;
    // A block that began in the middle is let go.
    if (this.openSamples * this.stride === this.spacing) this.close(step, state);
    this.open.fill(0);
    this.openSamples = 0;
  }

  /** Forgets everything: a stretch of another kind begins. */
  clear(): void {
    this.count = 0;
    this.end = 0;
    this.last = -1;
    this.spacing = this.stride;
    this.open.fill(0);
    this.openSamples = 0;
  }

  /** Number of full blocks up to a step. */
  upTo(step: number): number {
    const beyond = Math.max(0, Math.ceil((this.end - step) / this.spacing));
    return Math.max(0, this.count - beyond);
  }

  /** Step that a block ends at. */
  endOf(block: number): number {
    return this.end - (this.count - 1 - block) * this.spacing;
  }

  /** Writes the averages of one quantity in blocks from..to into out [to − from]. */
  averages(quantity: number, from: number, to: number, out: Float64Array): void {
    const share = this.stride / this.spacing;
    for (let block = from; block < to; block++) {
      out[block - from] = share * this.sums[block * this.width + quantity];
    }
  }

  /** The state at the end of a block; read only. */
  state(block: number): Float32Array {
    return this.states.subarray(block * this.stateWidth, (block + 1) * this.stateWidth);
  }

  private close(step: number, state: ArrayLike<number>): void {
    const { width, stateWidth } = this;
    if ((this.count + 1) * width > this.sums.length) this.grow();
    this.sums.set(this.open, this.count * width);
    for (let i = 0; i < stateWidth; i++) this.states[this.count * stateWidth + i] = state[i];
    this.count++;
    this.end = step;
    // Joined where a pair ends, so that no block is left over at the end.
    if (this.count >= MOST_BLOCKS && step % (2 * this.spacing) === 0) this.join();
  }

  private grow(): void {
    const sums = new Float64Array(2 * this.sums.length);
    sums.set(this.sums);
    this.sums = sums;
    const states = new Float32Array(2 * this.states.length);
    states.set(this.states);
    this.states = states;
  }

  /** Joins blocks two by two from the end; a first one without a partner is let go. */
  private join(): void {
    const { width, stateWidth } = this;
    const pairs = this.count >> 1;
    const skipped = this.count - 2 * pairs;
    for (let pair = 0; pair < pairs; pair++) {
      const first = skipped + 2 * pair;
      for (let i = 0; i < width; i++) {
        this.sums[pair * width + i] = this.sums[first * width + i] + this.sums[(first + 1) * width + i];
      }
      for (let i = 0; i < stateWidth; i++) {
        this.states[pair * stateWidth + i] = this.states[(first + 1) * stateWidth + i];
      }
    }
    this.count = pairs;
    this.spacing *= 2;
  }
}
