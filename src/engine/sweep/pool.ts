import type { Port } from '../client.ts';
import type { FromSweeper, ToSweeper, Work } from './protocol.ts';

export interface PoolOptions {
  /** Starts a worker. */
  readonly spawn: () => Port<ToSweeper, FromSweeper>;
  /** Most workers at once. */
  readonly size: number;
  readonly work: Work;
  /** The row of a point that took its worker along. */
  readonly lost: (point: number, reason: string) => string;
  /** Points that are to be run, in order. */
  readonly points: Iterator<number, void>;
  /** Hears every row's line. */
  readonly hear: (line: string, point: number) => void;
  /** All points have their row. */
  readonly done: () => void;
  /** No worker can be started, or the work is refused: why. */
  readonly fail: (reason: string) => void;
}

interface Hand {
  readonly port: Port<ToSweeper, FromSweeper>;
  /** What it works at; null: it has not said yet that it is ready, or has nothing to do. */
  point: number | null;
  ready: boolean;
}

/**
 * Runs points in a pool of workers, each taking the next as it ends one. A worker that dies (of memory, mostly) takes its
 * point with it, whose row says so, and another takes its place. @returns ends it
 */
export function runPool(options: PoolOptions): () => void {
  const { spawn, size, work, lost, points, hear, done, fail } = options;
  const hands = new Set<Hand>();
  let exhausted = false;
  let over = false;

  const finish = (then: () => void): void => {
    if (over) return;
    over = true;
    for (const { port } of hands) port.terminate();
    hands.clear();
    then();
  };
  /** The next point; null where there is none. */
  const take = (): number | null => {
    if (exhausted) return null;
    const next = points.next();
    if (next.done !== true) return next.value;
    exhausted = true;
    return null;
  };
  const dismiss = (hand: Hand): void => {
    hand.port.terminate();
    hands.delete(hand);
    if (hands.size === 0) finish(done);
  };
  const give = (hand: Hand): void => {
    hand.point = take();
    if (hand.point === null) dismiss(hand);
    else hand.port.postMessage({ type: 'point', point: hand.point }, []);
  };
  const onMessage = (hand: Hand, message: FromSweeper): void => {
    if (over || !hands.has(hand)) return;
    if (message.type === 'refused') {
      finish(() => fail(message.reason));
      return;
    }
    if (message.type === 'ready') hand.ready = true;
    else hear(message.line, message.point);
    give(hand);
  };
  const onError = (hand: Hand, reason: string): void => {
    if (over || !hands.has(hand)) return;
    if (!hand.ready) {
      // Too little memory for so many: the others go on.
      hand.port.terminate();
      hands.delete(hand);
      if (hands.size === 0) finish(exhausted ? done : () => fail(reason));
      return;
    }
    const { point } = hand;
    if (point !== null) hear(lost(point, `the worker ended: ${reason}`), point);
    hand.port.terminate();
    hands.delete(hand);
    start();
  };
  function start(): void {
    const port = spawn();
    const hand: Hand = { port, point: null, ready: false };
    hands.add(hand);
    port.onmessage = ({ data }) => onMessage(hand, data);
    port.onerror = ({ message }) => onError(hand, message ?? 'for no reason that it told');
    port.postMessage({ type: 'begin', work }, []);
  }

  for (let n = 0; n < Math.max(1, size); n++) start();
  return () => finish(() => {});
}
