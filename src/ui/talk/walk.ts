/**
 * Walking through a talk. Forward, and by a jump, a state opens as it was saved; back, it stands as the speaker left it, as
 * slides of a talk do. Whichever it is, the other is one press away.
 */
import { isolated } from '../../messages/bidi.ts';
import { text } from '../../messages/index.ts';
import { parseRunDocument } from '../../scenario/document.ts';
import { added, rewritten } from '../../scenario/talk/order.ts';
import { TALK_LIMITS, type TalkState } from '../../scenario/talk/talk.ts';
import type { RunDocument } from '../../scenario/types.ts';
import { useLab } from '../../store/index.ts';
import { opensInMotionHere } from '../files/motion.ts';
import { takeTurn } from '../files/turn.ts';
import { isStray } from '../lesson/stray.ts';
import { announce } from '../uiState.ts';
import { takePicture } from './snapshot.ts';
import { change, useTalk, write } from './state.ts';

const lab = useLab.getState;

/** A state without a title goes by that of its run. */
export const titleOf = ({ title, document }: TalkState): string => title || document.scenario.title;

/** The run as it stands, as a file of it would be; null where there is none. */
function runNow(): RunDocument | null {
  return lab().document === null ? null : parseRunDocument(lab().save());
}

/** A run with its screen, but for what is the page's: its ground suits the room, runs put aside are no part of a state. */
function forState(document: RunDocument, play: boolean): RunDocument {
  const { branches: _aside, ground: _room, ...view } = document.view;
  return { ...document, view: { ...view, play } };
}

/** Whether the run on the screen is that of the state that is shown. */
export function isAstray(document: RunDocument | null): boolean {
  const { talk, at } = useTalk.getState();
  return at >= 0 && document !== null && isStray(document, talk.states[at].document);
}

/** Title over the pictures while the talk is walked through: that of a run that came in the state's place is its own. */
export function titleNow(document: RunDocument): string {
  const { talk, at } = useTalk.getState();
  return isAstray(document) ? document.scenario.title : titleOf(talk.states[at]);
}

/** Remembers the run of the state that is being left. */
function leave(): void {
  const { talk, at, left } = useTalk.getState();
  const { document, info, playing } = lab();
  if (at < 0 || document === null || isAstray(document)) return;
  const run = runNow();
  if (run === null) return;
  // Until the run of a state has come, what plays is the one before it.
  const plays = info?.document === document ? playing : document.view.play === true;
  useTalk.setState({ left: new Map(left).set(talk.states[at].document, forState(run, plays)) });
}

/**
 * Shows a state of the talk.
 *  @param way  as it was saved, or as it was left where it was
 */
export function goTo(index: number, way: 'saved' | 'left' = 'saved'): void {
  const { talk, at } = useTalk.getState();
  const state = talk.states[index];
  if (state === undefined) return;
  takeTurn();
  const within = at >= 0 && !isAstray(lab().document);
  if (index !== at) leave();
  const left = way === 'left' ? useTalk.getState().left.get(state.document) : undefined;
  useTalk.setState({ at: index, asLeft: left !== undefined, blank: false, typed: '' });
  const opened = left ?? state.document;
  const plays = opened.view.play === true && opensInMotionHere(opened);
  const { ground: _room, ...view } = opened.view;
  const { openDocument, setLesson } = lab();
  setLesson(null);
  void openDocument({ ...opened, view });
  // Changes of another state's run can not be taken back here; a run from before the talk comes back by undo, and so does
  // what a hand made of this very state.
  if (within && index !== at) useLab.setState({ undoable: [], redoable: [] });
  if (plays) lab().play();
  const place = text('talk.place', { step: index + 1, count: talk.states.length });
  announce(`${place}: ${isolated(titleOf(state))}${left === undefined ? '' : `. ${text('talk.asLeft')}`}`);
}

/** The next state as it was saved, or the one before as it was left; at an end says so. */
export function walk(by: 1 | -1): void {
  const { talk, at } = useTalk.getState();
  const to = at + by;
  if (to >= 0 && to < talk.states.length) goTo(to, by < 0 ? 'left' : 'saved');
  else announce(text(by < 0 ? 'talk.first' : 'talk.last'));
}

/** The state that is shown, as it was saved. */
export function again(): void {
  goTo(useTalk.getState().at);
}

/** Puts the run as it stands after the state that is shown. */
export function addState(): void {
  const run = runNow();
  if (run === null) return;
  const { talk } = useTalk.getState();
  if (talk.states.length >= TALK_LIMITS.states) {
    announce(text('talk.full', { count: TALK_LIMITS.states }));
    return;
  }
  const title = run.scenario.title.slice(0, TALK_LIMITS.title);
  const document = forState(run, lab().playing);
  change((before) => added(before, { title, notes: '', document }));
  // It is drawn in the next frame, and by then the state may be elsewhere in the list, or gone.
  takePicture((picture) => {
    if (picture === null) return;
    write((before) => {
      const index = before.talk.states.findIndex((state) => state.document === document);
      return rewritten(before, index, { picture });
    });
  });
  const { at, talk: now } = useTalk.getState();
  useTalk.setState({ asLeft: false });
  announce(text('talk.added', { step: at + 1, count: now.states.length }));
}
