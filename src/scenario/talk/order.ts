/**
 * What a speaker does with the list of a talk, each with the place that is shown afterwards. Pure; a step that can do nothing
 * gives back the talk itself.
 */
import { TALK_LIMITS, type Talk, type TalkState } from './talk.ts';

/** A talk, and the index of the state that is shown; −1 where it has none. */
export interface Ordered {
  readonly talk: Talk;
  readonly at: number;
}

const has = ({ states }: Talk, index: number): boolean =>
  Number.isInteger(index) && index >= 0 && index < states.length;

function spliced<T>(list: readonly T[], from: number, out: number, ...into: readonly T[]): readonly T[] {
  return [...list.slice(0, from), ...into, ...list.slice(from + out)];
}

/** Puts a state after the one that is shown, which then is the new one; a full talk stays as it is. */
export function added({ talk, at }: Ordered, state: TalkState): Ordered {
  const { states } = talk;
  if (states.length >= TALK_LIMITS.states) return { talk, at };
  const place = Math.min(at + 1, states.length);
  return { talk: { ...talk, states: spliced(states, place, 0, state) }, at: place };
}

/** Takes a state out; of the shown one its follower takes the place, of the last one the state before. */
export function removed({ talk, at }: Ordered, index: number): Ordered {
  if (!has(talk, index)) return { talk, at };
  const states = spliced(talk.states, index, 1);
  return { talk: { ...talk, states }, at: Math.min(at > index ? at - 1 : at, states.length - 1) };
}

/** Moves a state to another place; the state that is shown stays the shown one. */
export function moved({ talk, at }: Ordered, from: number, to: number): Ordered {
  if (!has(talk, from) || !has(talk, to) || from === to) return { talk, at };
  const states = spliced(spliced(talk.states, from, 1), to, 0, talk.states[from]);
  const shift = from < at && to >= at ? -1 : from > at && to <= at ? 1 : 0;
  return { talk: { ...talk, states }, at: from === at ? to : at + shift };
}

/** Writes title, notes or document of a state anew, texts cut to their limits. */
export function rewritten({ talk, at }: Ordered, index: number, change: Partial<TalkState>): Ordered {
  if (!has(talk, index)) return { talk, at };
  const state = { ...talk.states[index], ...change };
  const title = state.title.slice(0, TALK_LIMITS.title);
  const notes = state.notes.slice(0, TALK_LIMITS.notes);
  return { talk: { ...talk, states: spliced(talk.states, index, 1, { ...state, title, notes }) }, at };
}

/** Gives the talk another title. */
export function renamed({ talk, at }: Ordered, title: string): Ordered {
  return { talk: { ...talk, title: title.slice(0, TALK_LIMITS.title) }, at };
}
