import { vi } from 'vitest';
import { Client } from '../../src/engine/client.ts';
import { HEADER } from '../../src/engine/frame.ts';
import type { RunDocument } from '../../src/scenario/types.ts';
import { connectEngine, useLab, type LabState } from '../../src/store/index.ts';
import { bits, documentOf } from '../helpers/run.ts';
import { FakeWorkers } from '../helpers/workers.ts';

export const sections = {
  system: { kind: 'ring-shared', N: 12 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
  expansion: { kind: 'de-sitter', gamma: 0.3 },
};

/** The store with a real engine in this thread, its clock in the hands of the test. */
export class StoreLab {
  private readonly workers = new FakeWorkers();
  private readonly client: Client;
  private readonly disconnect: () => void;

  constructor(document: RunDocument = documentOf(sections)) {
    vi.useFakeTimers();
    useLab.setState(useLab.getInitialState(), true);
    this.client = new Client(this.workers.spawn);
    this.disconnect = connectEngine(this.client);
    useLab.getState().openDocument(document);
    this.settle();
  }

  get state(): LabState {
    return useLab.getState();
  }

  /** Lets the worker answer, and the readouts follow. */
  settle(): void {
    this.workers.settle();
    vi.advanceTimersByTime(150);
    this.workers.settle();
  }

  /** The same, and who waits for an outcome has heard it. */
  async heard(): Promise<void> {
    this.settle();
    await Promise.resolve();
    await Promise.resolve();
    this.settle();
  }

  /** Lets the worker do one thing only, and the readouts follow. */
  deliver(): void {
    this.workers.ports.at(-1)?.deliver();
    vi.advanceTimersByTime(150);
  }

  step(count: number): void {
    this.state.step(count);
    this.settle();
  }

  seek(step: number): void {
    this.state.seek(step);
    this.settle();
  }

  /** Changes a parameter long after the change before, as a hand of its own. */
  change(path: string, value: unknown): void {
    vi.advanceTimersByTime(2000);
    this.state.setParameter(path, value);
    this.settle();
  }

  undo(): void {
    this.state.undo();
    this.settle();
  }

  redo(): void {
    this.state.redo();
    this.settle();
  }

  /** The page was reloaded: what can be taken back is there again. */
  reopened(changes: Pick<LabState, 'undoable' | 'redoable'>): void {
    useLab.setState(changes);
  }

  /** How many runs the workers were asked for. */
  get opened(): number {
    return this.workers.ports.flatMap((port) => port.received).filter(({ type }) => type === 'open').length;
  }

  get at(): number {
    return this.client.frame()?.header[HEADER.step] ?? -1;
  }

  get gamma(): number {
    return this.client.frame()?.header[HEADER.gamma] ?? Number.NaN;
  }

  /** The weights on the screen, exactly. */
  get weights(): string {
    return this.weightsOf(0);
  }

  weightsOf(track: number): string {
    return bits(this.client.frame()?.tracks[track].weights ?? []);
  }

  /** Takes the engine away. */
  unplug(): void {
    this.disconnect();
  }

  close(): void {
    this.disconnect();
    this.client.close();
    vi.useRealTimers();
  }
}
