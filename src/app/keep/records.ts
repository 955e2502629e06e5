/** Runs kept in the browser's storage, one record each: a long text that changes seldom and a short one for the step. */

/** The part of localStorage that is used; tests hand in their own. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Where a run stood, renewed while it plays. */
export interface Stand {
  readonly step: number;
  /** Milliseconds of the clock, for the newest. */
  readonly at: number;
  /** The page of this record was left; a record that was not belongs to another tab, or to one that crashed. */
  readonly left: boolean;
}

export interface KeptRun extends Stand {
  readonly id: string;
  /** The run document as a file would hold it. */
  readonly text: string;
  /** What can be taken back (store/keptChanges.ts). */
  readonly changes: string;
  readonly shippedId: string | null;
  readonly title: string;
}

const TEXT = 'synaptic-field-lab.run.';
const STAND = 'synaptic-field-lab.stand.';
/** Runs that are kept: the tabs and the steps back of a lesson; the oldest gives way. */
const MOST_RUNS = 8;
/** Longest text of one run, in characters: browsers give a site some five million in all. */
export const MOST_CHARACTERS = 1_200_000;

/** The browser's storage; null where there is none (sandboxed frames, some private windows). */
export function openStorage(): Storage | null {
  try {
    const { localStorage } = window;
    const probe = `${TEXT}probe`;
    localStorage.setItem(probe, '');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
}

function parsed(text: string | null): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' ? (value as Readonly<Record<string, unknown>> | null) : null;
  } catch {
    return null;
  }
}

function idsIn(storage: Storage): readonly string[] {
  const ids: string[] = [];
  for (let n = 0; n < storage.length; n++) {
    const key = storage.key(n);
    if (key?.startsWith(TEXT) === true) ids.push(key.slice(TEXT.length));
  }
  return ids;
}

/** Reads a record; null where there is none, or none that this version knows. Storage is untrusted. */
export function readRun(storage: Storage, id: string): KeptRun | null {
  const run = parsed(storage.getItem(TEXT + id));
  const stand = parsed(storage.getItem(STAND + id));
  if (run === null || stand === null) return null;
  const { text, changes, shippedId, title } = run;
  const { step, at, left } = stand;
  if (typeof text !== 'string' || typeof title !== 'string' || typeof at !== 'number') return null;
  if (!Number.isSafeInteger(step) || Number(step) < 0) return null;
  return {
    id,
    text,
    changes: typeof changes === 'string' ? changes : '',
    title,
    shippedId: typeof shippedId === 'string' ? shippedId : null,
    step: Number(step),
    at,
    left: left === true,
  };
}

export function removeRun(storage: Storage, id: string): void {
  storage.removeItem(TEXT + id);
  storage.removeItem(STAND + id);
}

/** The records, newest first. */
function allRuns(storage: Storage): readonly KeptRun[] {
  return idsIn(storage)
    .flatMap((id) => readRun(storage, id) ?? [])
    .sort((a, b) => b.at - a.at);
}

/** The run that was kept last; null where there is none. */
export function newestRun(storage: Storage): KeptRun | null {
  return allRuns(storage)[0] ?? null;
}

/** Writes where a run stands. @returns whether there was room */
export function writeStand(storage: Storage, id: string, stand: Stand): boolean {
  try {
    storage.setItem(STAND + id, JSON.stringify(stand));
    return true;
  } catch {
    return false;
  }
}

/** Keeps a run; where there is no room the oldest others give way. @returns whether it is kept */
export function writeRun(storage: Storage, run: KeptRun): boolean {
  const { id, text, changes, shippedId, title, step, at, left } = run;
  if (text.length > MOST_CHARACTERS) {
    removeRun(storage, id);
    return false;
  }
  const others = allRuns(storage).filter((other) => other.id !== id);
  while (others.length >= MOST_RUNS) removeRun(storage, others.pop()?.id ?? '');
  for (;;) {
    try {
      storage.setItem(TEXT + id, JSON.stringify({ title, shippedId, text, changes }));
      storage.setItem(STAND + id, JSON.stringify({ step, at, left } satisfies Stand));
      return true;
    } catch {
      const oldest = others.pop();
      if (oldest === undefined) {
        removeRun(storage, id);
        return false;
      }
      removeRun(storage, oldest.id);
    }
  }
}
