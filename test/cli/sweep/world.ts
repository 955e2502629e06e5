import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { main, type World } from '../../../src/cli/sweep/main.ts';
import type { Port } from '../../../src/engine/client.ts';
import type { FromSweeper, ToSweeper } from '../../../src/engine/sweep/protocol.ts';
import { serveSweep } from '../../../src/engine/sweep/serve.ts';

/** A folder that goes away with the test. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'synaptic-sweep-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A worker in this thread. */
export function localWorker(heard: (point: number) => void = () => {}): Port<ToSweeper, FromSweeper> {
  const port: Port<ToSweeper, FromSweeper> = {
    onmessage: null,
    onerror: null,
    terminate: () => {},
    postMessage: (message) => {
      if (message.type === 'point') heard(message.point);
      queueMicrotask(() => hear(message));
    },
  };
  const hear = serveSweep((data) => port.onmessage?.({ data }));
  return port;
}

export interface Swept {
  readonly code: number;
  /** Points that were run, in their order. */
  readonly ran: readonly number[];
  readonly out: string;
  readonly err: string;
  readonly progress: string;
}

/** Runs the program on one text as its SWEEP.json; results are real files. */
export async function sweep(
  args: readonly string[],
  text: string,
  surroundings: Partial<Pick<World, 'environment' | 'spawn'>> & { readonly isTTY?: boolean } = {},
): Promise<Swept> {
  const ran: number[] = [];
  let [out, err, progress] = ['', '', ''];
  let clock = 0;
  const world: World = {
    terminal: {
      read: async () => text,
      write: async (_file, pieces) => {
        out += [...pieces].join('');
      },
      complain: (line) => {
        err += `${line}\n`;
      },
    },
    environment: surroundings.environment ?? {},
    progress: {
      isTTY: surroundings.isTTY ?? false,
      write: (piece) => {
        progress += piece;
      },
    },
    now: () => (clock += 1000),
    spawn: surroundings.spawn ?? (() => localWorker((point) => ran.push(point))),
  };
  const code = await main([...args], world);
  return { code, ran, out, err, progress };
}
