import { Client, type Port } from './client.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
// The address alone: the bundler makes one file without imports of it, which can be started from anywhere.
// oxlint-disable-next-line import/default
import address from './worker.ts?worker&url';

/** A worker by its address; refused in a frame of no origin (`sandbox="allow-scripts"`), where no address is its own. */
function direct(): Port {
  return new Worker(address, { type: 'module' }) as unknown as Port;
}

/** A worker made of its text, which belongs to the page that holds it. Messages wait until the text is there. */
class FetchedWorker implements Port {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: { message?: string }) => void) | null = null;
  private worker: Worker | null = null;
  private ended = false;
  private readonly waiting: [ToWorker, Transferable[]][] = [];

  constructor() {
    void this.start();
  }

  postMessage(message: ToWorker, transfer: Transferable[]): void {
    if (this.worker === null) this.waiting.push([message, transfer]);
    else this.worker.postMessage(message, transfer);
  }

  terminate(): void {
    this.ended = true;
    this.worker?.terminate();
  }

  private async start(): Promise<void> {
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
      if (this.ended) return;
      // A plain script: browsers start no module from a blob of no origin. Modules are strict, and so is this.
      const blob = new Blob(["'use strict';\n", await response.text()], { type: 'text/javascript' });
      const worker = new Worker(URL.createObjectURL(blob));
      worker.addEventListener('message', (event: MessageEvent<FromWorker>) => this.onmessage?.(event));
      worker.addEventListener('error', (event) => this.onerror?.(event));
      this.worker = worker;
      for (const [message, transfer] of this.waiting.splice(0)) worker.postMessage(message, transfer);
    } catch (error) {
      this.onerror?.({ message: error instanceof Error ? error.message : String(error) });
    }
  }
}

/** The engine of the app: a module worker, also where the page has no origin of its own. */
export function createClient(): Client {
  return new Client(() => {
    try {
      return direct();
    } catch {
      return new FetchedWorker();
    }
  });
}
