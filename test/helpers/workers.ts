import type { Port } from '../../src/engine/client.ts';
import type { ToWorker } from '../../src/engine/protocol.ts';
import { Runner } from '../../src/engine/runner.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';

/** Workers in the same thread: messages wait until `settle` delivers them. */
export class FakeWorkers {
  readonly ports: FakePort[] = [];
  readonly spawn = (): Port => {
    const port = new FakePort();
    this.ports.push(port);
    return port;
  };
  /** Delivers messages and callbacks until all is quiet. */
  settle(): void {
    let busy = true;
    while (busy) busy = this.ports.some((port) => port.deliver());
  }
}

class FakePort implements Port {
  onmessage: Port['onmessage'] = null;
  onerror: Port['onerror'] = null;
  readonly received: ToWorker[] = [];
  private readonly tasks: (() => void)[] = [];
  private ended = false;
  private readonly runner = new Runner(
    {
      post: (message, transfer) => {
        const copy = structuredClone(message, { transfer: transfer as ArrayBuffer[] });
        this.tasks.push(() => this.onmessage?.({ data: copy }));
      },
      now: () => 0,
      later: (callback) => this.tasks.push(callback),
    },
    typescriptKernels,
  );
  postMessage(message: ToWorker, transfer: Transferable[]): void {
    const copy = structuredClone(message, { transfer: transfer as ArrayBuffer[] });
    this.received.push(copy);
    this.tasks.push(() => this.runner.handle(copy));
  }
  terminate(): void {
    this.ended = true;
  }
  deliver(): boolean {
    const task = this.tasks.shift();
    if (task === undefined) return false;
    if (!this.ended) task();
    return true;
  }
}
