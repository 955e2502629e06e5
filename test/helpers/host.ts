import { typescriptKernels } from '../../src/kernels/index.ts';
import { frameViews, type FrameShape, type FrameViews } from '../../src/engine/frame.ts';
import type { ObservationId, QueryOf, ValueOf } from '../../src/engine/observations/index.ts';
import type { FromWorker, ToWorker } from '../../src/engine/protocol.ts';
import { Runner, type Host } from '../../src/engine/runner.ts';

/** A page without a browser: time stands still unless told, callbacks run when asked. */
export class FakeHost implements Host {
  readonly posted: FromWorker[] = [];
  readonly runner = new Runner(this, typescriptKernels);
  private time = 0;
  private keys = 0;
  private readonly asked = new Map<ObservationId, readonly number[]>();
  private readonly queue: (() => void)[] = [];
  /** Milliseconds that pass at every look at the clock: slices end sooner. */
  clockStep: number;
  /** Buffers are given back at once unless a test holds them. */
  hold = false;

  constructor(clockStep = 0) {
    this.clockStep = clockStep;
  }

  post(message: FromWorker, transfer: Transferable[]): void {
    // What is seen travels: who gave it away has it no more.
    const gone = message.type === 'observed' ? transfer : [];
    this.posted.push(structuredClone(message, { transfer: gone as ArrayBuffer[] }));
    if (message.type === 'frame' && !this.hold) {
      const { run, buffer } = message;
      this.later(() => this.runner.handle({ type: 'return', run, buffer }));
    }
  }

  now(): number {
    this.time += this.clockStep;
    return this.time;
  }

  later(callback: () => void): void {
    this.queue.push(callback);
  }

  send(message: ToWorker): void {
    this.runner.handle(message);
  }

  /** Runs callbacks until none are left, or `turns` of them; `milliseconds` pass before each. */
  turn(turns = Infinity, milliseconds = 0): number {
    let taken = 0;
    while (this.queue.length > 0 && taken < turns) {
      this.time += milliseconds;
      this.queue.shift()?.();
      taken++;
    }
    return taken;
  }

  messages<T extends FromWorker['type']>(type: T): Extract<FromWorker, { type: T }>[] {
    return this.posted.filter(
      (message): message is Extract<FromWorker, { type: T }> => message.type === type,
    );
  }

  /** Asks for an observation; asked again the newer question takes the place of the older one. @returns its key */
  observe<Id extends ObservationId>(id: Id, query: QueryOf<Id>, run = 1): number {
    const instead = this.asked.get(id)?.at(-1) ?? null;
    const key = ++this.keys;
    this.asked.set(id, [...(this.asked.get(id) ?? []), key]);
    this.send({ type: 'subscribe', run, key, id, query, instead });
    return key;
  }

  /** Ends what was asked for last. */
  unobserve(id: ObservationId, run = 1): void {
    const key = this.asked.get(id)?.at(-1);
    if (key !== undefined) this.send({ type: 'unsubscribe', run, key });
  }

  /** What was seen of an observation, oldest first. */
  seen<Id extends ObservationId>(id: Id): NonNullable<ValueOf<Id>>[] {
    const keys = this.asked.get(id) ?? [];
    const answers = this.messages('observed').filter(({ key }) => keys.includes(key));
    return answers.map(({ value }) => value as NonNullable<ValueOf<Id>>);
  }

  lastFrame(): FrameViews {
    const frame = this.messages('frame').at(-1);
    const ready = this.messages('ready').at(-1);
    if (frame === undefined || ready === undefined) throw new Error('no frame yet');
    return frameViews(frame.buffer, ready.info.shape satisfies FrameShape);
  }
}
