import { Client, type Port } from './client.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
// The address alone: the bundler makes one file without imports of it, which can be started from anywhere.
// oxlint-disable-next-line import/default
import address from './worker.ts?worker&url';

/** Fetches the text of a worker. @throws Error that says why it could not be fetched */
async function fetchWorker(from: string): Promise<string> {
  const response = await fetch(from);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  return response.text();
}

/** The program of a worker, fetched ahead so that a network that goes away takes nothing along. */
export async function fetchProgram(from: string): Promise<string | undefined> {
  // The development server's worker has imports, and is started by its address alone.
  return import.meta.env.PROD ? fetchWorker(from) : undefined;
}

/** A worker made of its text, which belongs to the page that holds it. Messages wait until the text is there. */
class TextWorker<To, From> implements Port<To, From> {
  onmessage: ((event: { data: From }) => void) | null = null;
  onerror: ((event: { message?: string }) => void) | null = null;
  private worker: Worker | null = null;
  private ended = false;
  private readonly waiting: [To, Transferable[]][] = [];

  constructor(text: Promise<string>) {
    void this.start(text);
  }

  postMessage(message: To, transfer: Transferable[]): void {
    if (this.worker === null) this.waiting.push([message, transfer]);
    else this.worker.postMessage(message, transfer);
  }

  terminate(): void {
    this.ended = true;
    this.worker?.terminate();
  }

  private async start(text: Promise<string>): Promise<void> {
    try {
      const program = await text;
      if (this.ended) return;
      // A plain script: browsers start no module from a blob of no origin. Modules are strict, and so is this.
      const blob = new Blob(["'use strict';\n", program], { type: 'text/javascript' });
      const worker = new Worker(URL.createObjectURL(blob));
      worker.addEventListener('message', (event: MessageEvent<From>) => this.onmessage?.(event));
      worker.addEventListener('error', (event) => this.onerror?.(event));
      this.worker = worker;
      for (const [message, transfer] of this.waiting.splice(0)) worker.postMessage(message, transfer);
    } catch (error) {
      this.onerror?.({ message: error instanceof Error ? error.message : String(error) });
    }
  }
}

/**
 * Starts a worker: by its address, or by its text in a frame of no origin (`sandbox="allow-scripts"`), where no address
 * is its own, and where the text was fetched before.
 *  @param from  address that the bundler gives (`?worker&url`)
 *  @param text  the text of a built worker, where the page has it already
 */
export function startWorker<To, From>(from: string, text?: string): Port<To, From> {
  if (text !== undefined) return new TextWorker(Promise.resolve(text));
  // In the single file addresses are answered by the page alone.
  if (import.meta.env.MODE === 'single') return new TextWorker(fetchWorker(from));
  try {
    return new Worker(from, { type: 'module' }) as unknown as Port<To, From>;
  } catch {
    return new TextWorker(fetchWorker(from));
  }
}

/** The engine of the app: a module worker, also where the page has no origin of its own. */
export function createClient(): Client {
  return new Client(() => startWorker<ToWorker, FromWorker>(address));
}
