/** What the address of an embed asks for: `?embed=run&pictures=field&play=1&ground=paper&origin=https://…`. */
import type { Refusal } from '../../engine/outcome.ts';
import { grounds } from '../../store/screenKeys.ts';
import { nearestName } from '../../ui/files/nearest.ts';
import type { Ground } from '../../store/index.ts';

/** How much of the lab stands in the frame: pictures alone; key controls and transport with them; all of it. */
export const levels = ['bare', 'run', 'full'] as const;
export type Level = (typeof levels)[number];

/** What the address of an embed says beside the scenario, which is read where it is opened. */
const members = ['pictures', 'ground', 'play', 'origin', 'lesson', 'step'] as const;

/** Most origins that an address may name. */
const MOST_ORIGINS = 16;

export interface Asked {
  readonly level: Level;
  /** Id of the picture that is shown, 'both' for those beside each other; null: as the run's document has it. */
  readonly pictures: string | null;
  /** Null: the system's, or the document's. */
  readonly ground: Ground | null;
  /** Who alone may speak to the lab; null: whoever holds the frame. */
  readonly origins: readonly string[] | null;
  /** A step of a shipped lesson, alone, in a scenario's place: its number from 1 or its id; null: where the lesson begins. */
  readonly lesson: { readonly id: string; readonly step: string | null } | null;
  /** What is wrong with it: told, and what is left of it holds. */
  readonly odd: readonly Refusal[];
}

/** One origin, as browsers spell it; null where it is none. 'null' is that of pages without one. */
function originOf(written: string): string | null {
  if (written === 'null') return written;
  try {
    const { origin, protocol } = new URL(written);
    return protocol === 'https:' || protocol === 'http:' ? origin : null;
  } catch {
    return null;
  }
}

/** @param pictures  ids of the large pictures that there are */
export function readAddress(search: string, pictures: readonly string[]): Asked {
  const query = new URLSearchParams(search);
  const odd: Refusal[] = [];
  const oneOf = <T extends string>(name: string, all: readonly T[]): T | null => {
    const written = query.get(name);
    if (written === null || written === '') return null;
    const found = all.find((one) => one === written);
    if (found === undefined) odd.push({ path: name, value: written, expected: `one of ${all.join(', ')}` });
    return found ?? null;
  };
  const level = oneOf('embed', levels) ?? 'run';
  const shown = oneOf('pictures', [...pictures, 'both', 'scene']);
  const ground = oneOf('ground', grounds);
  oneOf('play', ['0', '1']);
  // Other members are other people's; one that is nearly ours is misspelt.
  for (const name of new Set(query.keys())) {
    const near = members.some((one) => one === name) ? null : nearestName(name, members);
    if (near !== null) odd.push({ path: name, value: query.get(name), expected: `&${near}= in its place` });
  }
  const [id, step] = ['lesson', 'step'].map((name) => query.get(name)?.trim() ?? null);
  if (id === null && step !== null) odd.push({ path: 'step', value: step, expected: '&lesson= beside it' });
  const written = query.getAll('origin').flatMap((list) => list.split(','));
  const origins: string[] = [];
  for (const one of written.map((part) => part.trim())) {
    const origin = originOf(one);
    if (origin === null) {
      odd.push({ path: 'origin', value: one, expected: 'an origin like https://example.org, or null' });
    } else if (!origins.includes(origin)) origins.push(origin);
  }
  if (origins.length > MOST_ORIGINS) {
    odd.push({ path: 'origin', value: origins.length, expected: `at most ${MOST_ORIGINS} origins` });
    origins.length = 0;
  }
  return {
    level,
    pictures: shown === 'scene' ? null : shown,
    ground,
    lesson: id === null ? null : { id, step },
    // Declared and unreadable is nobody, never everybody.
    origins: written.length === 0 ? null : origins,
    odd,
  };
}
