import { create } from 'zustand';
import { fetchVerifier, startVerifier } from '../../engine/verify/client.ts';
import type { FromVerifier, SentDocument } from '../../engine/verify/protocol.ts';
import type { Findings } from '../../engine/verify/report.ts';
import { choicesOf } from '../../scenario/shipped.ts';
import { Later } from '../../store/later.ts';
import { useLab } from '../../store/index.ts';
import { fetchShipped } from '../files/shipped.ts';

/** How far the lab has come in measuring itself; kept when the dialog is closed. */
export interface Verification {
  readonly state: 'idle' | 'running' | 'done' | 'stopped' | 'broken';
  /** Checks in their order, each with what it found so far. */
  readonly list: readonly Findings[];
  readonly done: number;
  readonly total: number;
  /** Wall time of all of it, in seconds. */
  readonly seconds: number;
  /** Why it could not be finished. */
  readonly reason: string;
}

const idle: Verification = { state: 'idle', list: [], done: 0, total: 0, seconds: 0, reason: '' };
export const useVerification = create<Verification>(() => idle);

const program = new Later(fetchVerifier);
/** Ends what is at work; null where nothing is. */
let end: (() => void) | null = null;
/** Counts the beginnings: one that was stopped while it waited for files never starts. */
let attempt = 0;

async function shippedDocuments(): Promise<readonly SentDocument[]> {
  const { shipped } = useLab.getState();
  return Promise.all(
    choicesOf(shipped).map(async ({ id }) => ({
      id,
      document: JSON.parse(await fetchShipped(id)) as unknown,
    })),
  );
}

function hear(message: FromVerifier): void {
  switch (message.type) {
    case 'checks':
      useVerification.setState({ list: message.checks.map((head) => ({ head, findings: [] })) });
      return;
    case 'found': {
      const list = [...useVerification.getState().list];
      for (const { check, findings } of message.found) {
        list[check] = { ...list[check], findings: [...list[check].findings, ...findings] };
      }
      useVerification.setState({ list, done: message.done, total: message.total });
      return;
    }
    case 'done':
      end = null;
      useVerification.setState({ state: 'done' });
  }
}

/** Measures everything anew. */
export async function beginVerification(): Promise<void> {
  stopVerification();
  attempt++;
  const mine = attempt;
  const start = performance.now();
  useVerification.setState({ ...idle, state: 'running' });
  const fail = (reason: string): void => {
    end = null;
    program.forgetFailure();
    if (mine === attempt) useVerification.setState({ state: 'broken', reason });
  };
  try {
    const [text, documents] = await Promise.all([program.ask(), shippedDocuments()]);
    if (mine !== attempt) return;
    end = startVerifier(
      text,
      documents,
      (message) => {
        useVerification.setState({ seconds: (performance.now() - start) / 1000 });
        hear(message);
      },
      fail,
    );
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

/** Ends it; what was found stays. */
export function stopVerification(): void {
  attempt++;
  end?.();
  end = null;
  if (useVerification.getState().state === 'running') useVerification.setState({ state: 'stopped' });
}
