import { create } from 'zustand';
import { text } from '../../messages/index.ts';
import type { Ordered } from '../../scenario/talk/order.ts';
import type { Talk } from '../../scenario/talk/talk.ts';
import type { RunDocument } from '../../scenario/types.ts';
import { storageOf } from '../../store/storage.ts';
import { announce, useUi } from '../uiState.ts';
import { keepLeft, keepPlace, keepTalk, keptLeft, keptPlace, keptTalk } from './keep.ts';
import { elapsed, STOPPED, toggled, type Timer } from './timer.ts';

interface TalkScreen {
  /** The talk of this page; one without states where none was begun. */
  readonly talk: Talk;
  /** Index of the state that is shown; −1: none. */
  readonly at: number;
  /** The state that is shown stands as it was left, not as it was saved. */
  readonly asLeft: boolean;
  /** The list before each change of a hand, oldest first, with the message of what was done. */
  readonly undoable: readonly Ordered[];
  /** Runs as the speaker left them, by the documents of their states. */
  readonly left: ReadonlyMap<RunDocument, RunDocument>;
  readonly blank: boolean;
  readonly spotlight: boolean;
  /** Digits of a state's number, on the way to it. */
  readonly typed: string;
  readonly timer: Timer;
  /** Whether a reload would find the talk. */
  readonly kept: boolean;
}

/** Changes of the list that can be taken back. */
const MOST_UNDO = 50;

const page = storageOf('sessionStorage');
const browser = storageOf('localStorage');

function beginning(): TalkScreen {
  const kept = keptTalk(page, browser);
  const talk = kept?.talk ?? { title: '', states: [] };
  const runs = keptLeft(talk.states.length, page);
  return {
    talk,
    at: kept?.at ?? -1,
    asLeft: false,
    undoable: [],
    left: new Map([...runs].map(([index, run]) => [talk.states[index].document, run])),
    blank: false,
    spotlight: false,
    typed: '',
    timer: kept === null ? STOPPED : keptPlace(page).timer,
    kept: true,
  };
}

export const useTalk = create<TalkScreen>(beginning);

const get = useTalk.getState;

/** Keeps the talk; what the browser has no room for is told. */
function keep(): void {
  const { talk } = get();
  const kept = keepTalk(talk, page, browser);
  if (!kept && get().kept) announce(text('talk.noRoom'));
  useTalk.setState({ kept });
  // The list may be in another order.
  keepRuns();
}

function keepRuns(): void {
  const { talk, left } = get();
  for (const [index, { document }] of talk.states.entries()) {
    const run = left.get(document);
    keepLeft(index, run === undefined ? null : JSON.stringify(run), page);
  }
}

useTalk.subscribe((now, before) => {
  if (now.talk !== before.talk) keep();
  if (now.left !== before.left && now.talk === before.talk) keepRuns();
  if (now.at !== before.at || now.timer !== before.timer || now.blank !== before.blank) keepWhere();
});
useUi.subscribe((now, before) => {
  if (now.presenting !== before.presenting || now.notes !== before.notes) keepWhere();
});

function keepWhere(): void {
  const { at, timer, blank } = get();
  const { presenting, notes } = useUi.getState();
  keepPlace({ at, presenting, notes, blank, timer }, page);
}

/** Changes the list by hand; what was before can be taken back. */
export function change(make: (before: Ordered) => Ordered): void {
  const { talk, at, undoable } = get();
  const after = make({ talk, at });
  if (after.talk === talk) return;
  useTalk.setState({ ...after, undoable: [...undoable, { talk, at }].slice(-MOST_UNDO) });
}

/** Writes a title or notes: a field has its own undo while it is written in. */
export function write(make: (before: Ordered) => Ordered): void {
  const { talk, at } = get();
  useTalk.setState(make({ talk, at }));
}

/** Takes the last change of the list back. @returns whether there was one */
export function takeBack(): boolean {
  const { undoable } = get();
  const before = undoable.at(-1);
  if (before === undefined) return false;
  useTalk.setState({ ...before, undoable: undoable.slice(0, -1) });
  return true;
}

/** Another talk takes the place of the one that stands, which can be taken back. */
export function takeTalk(talk: Talk): void {
  change(() => ({ talk, at: -1 }));
  useTalk.setState({ asLeft: false, left: new Map(), timer: STOPPED });
}

export const toggleTimer = (): void =>
  useTalk.setState(({ timer }) => ({ timer: toggled(timer, Date.now()) }));
export const resetTimer = (): void =>
  useTalk.setState(({ timer }) => ({
    timer: { before: 0, since: timer.since === null ? null : Date.now() },
  }));
/** Milliseconds that the talk has run. */
export const timeNow = (): number => elapsed(get().timer, Date.now());
