import { formatShort, formatShortApart } from '../messages/format.ts';
import { text } from '../messages/index.ts';
import { COMPARISON_ID, differenceOf } from '../scenario/trackChoices.ts';
import type { PresentRun } from './present.ts';

/** What two runs that are compared are called, wherever they are drawn or told of: 'γ = 0.2' and 'γ = 5'. */
export interface ComparedWords {
  /** Null where they differ in more than one thing: the main run keeps its name. */
  readonly main: string | null;
  readonly other: string;
}

/** Words found last, by their run: every picture asks for them. */
const known = new WeakMap<PresentRun, ComparedWords | null>();

/** Names the main run and the one that it is compared with by what they differ in; null where nothing is compared. */
export function comparedWords(run: PresentRun): ComparedWords | null {
  const found = known.get(run);
  if (found !== undefined) return found;
  const track = run.document.tracks.find(({ id }) => id === COMPARISON_ID);
  const difference = track === undefined ? null : differenceOf(run.scenario, track);
  const words = difference === null ? null : wordsOf(difference);
  known.set(run, words);
  return words;
}

/** Most numbers of a list that stand in a name. */
const MOST_LISTED = 6;

/** A value as it stands after its symbol. */
function word(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatShort(value);
  if (typeof value === 'boolean') return text(value ? 'change.on' : 'change.off');
  if (value === null || value === undefined) return text('control.auto');
  if (Array.isArray(value) && value.length <= MOST_LISTED) return value.map(word).join(', ');
  if (Array.isArray(value)) return text('control.numbers', { count: value.flat(Infinity).length });
  const { kind } = value as { readonly kind?: unknown };
  return typeof kind === 'string' ? kind : JSON.stringify(value);
}

/** Two values side by side: numbers with as many digits as it takes to tell one from the other. */
function wordsApart(own: unknown, value: unknown): readonly [string, string] {
  return typeof own === 'number' && typeof value === 'number'
    ? formatShortApart(own, value)
    : [word(own), word(value)];
}

function wordsOf(difference: NonNullable<ReturnType<typeof differenceOf>>): ComparedWords | null {
  const { symbol, name, value, own } = difference;
  const called = (words: string): string => (symbol === '' ? words : `${symbol} = ${words}`);
  if (own === undefined && name === null) return { main: null, other: called(word(value)) };
  const [main, other] = wordsApart(own, value);
  // Two long lists cannot be told apart by their words: the runs keep their names.
  return main === other ? null : { main: called(main), other: called(other) };
}
