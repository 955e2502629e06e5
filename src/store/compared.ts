import { formatShort } from '../messages/format.ts';
import { currentScenario } from '../scenario/patch.ts';
import { COMPARISON_ID, differenceOf } from '../scenario/trackChoices.ts';
import type { RunDocument } from '../scenario/types.ts';

/** What two runs that are compared are called, wherever they are drawn or told of: 'γ = 0.2' and 'γ = 5'. */
export interface ComparedWords {
  /** Null where they differ in more than one thing: the main run keeps its name. */
  readonly main: string | null;
  readonly other: string;
}

/** Words found last, by their run: every picture asks for them. */
const known = new WeakMap<RunDocument, ComparedWords | null>();

/** Names the main run and the one that it is compared with by what they differ in; null where nothing is compared. */
export function comparedWords(run: RunDocument): ComparedWords | null {
  const found = known.get(run);
  if (found !== undefined) return found;
  const track = run.tracks.find(({ id }) => id === COMPARISON_ID);
  const difference = track === undefined ? null : differenceOf(currentScenario(run), track);
  const words = difference === null ? null : wordsOf(difference);
  known.set(run, words);
  return words;
}

function wordsOf({ symbol, value, own }: NonNullable<ReturnType<typeof differenceOf>>): ComparedWords {
  const word = (one: unknown): string => {
    const shown = typeof one === 'number' ? formatShort(one) : String(one);
    return symbol === '' ? shown : `${symbol} = ${shown}`;
  };
  return { main: own === undefined ? null : word(own), other: word(value) };
}
