/** The presenter's screen: how it comes and goes, and what its keys do. */
import '../../messages/late.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { digitMeant } from '../../store/keyboard.ts';
import { storageOf } from '../../store/storage.ts';
import { openStep } from '../lesson/open.ts';
import { useLessons } from '../lesson/state.ts';
import { commandOfPress, singleKeysOn } from '../shortcuts.ts';
import { announce, showDialog, useUi } from '../uiState.ts';
import { presenterAct, staysInPresenter, type Holder, type PresenterAct } from './keys.ts';
import { keptPlace } from './keep.ts';
import { nudgeSpotlight } from './spotlight.ts';
import { isUnused, running } from './timer.ts';
import { toggleTimer, useTalk } from './state.ts';
import { again, goTo, isAstray, walk } from './walk.ts';

export { addState } from './walk.ts';
export { openMaybeTalk, openTalkAddress } from './files.ts';

/** Elements in which a letter is text: of one line, and of several. */
const FIELD = 'input:not([type="range"], [type="checkbox"], [type="radio"])';
const TYPING = 'textarea, select, [contenteditable="true"]';
/** Elements that arrows move by themselves. */
const ARROWS =
  'input[type="range"], input[type="radio"], [role="slider"], [role="separator"], [role="tab"], [role="menu"], [role="listbox"], [role="spinbutton"]';

function holderOf(target: EventTarget | null): Holder {
  if (!(target instanceof Element)) return 'none';
  if (target.closest(TYPING) !== null) return 'text';
  if (target.closest(FIELD) !== null) return 'value';
  return target.closest(ARROWS) === null ? 'none' : 'arrows';
}

/** What page keys walk through: the talk at work, else the lesson that is open. */
export function walkedThrough(): 'talk' | 'lesson' | null {
  const { at } = useTalk.getState();
  const { lesson, document } = useLab.getState();
  if (at >= 0 && !isAstray(document)) return 'talk';
  if (lesson !== null) return 'lesson';
  return at >= 0 ? 'talk' : null;
}

/** The lesson that is open, with the index of its step; null where there is none. */
function lessonNow(): { readonly id: string; readonly index: number; readonly count: number } | null {
  const place = useLab.getState().lesson;
  const steps = place === null ? undefined : useLessons.getState().lessons[place.id]?.steps;
  if (place === null || steps === undefined) return null;
  return { id: place.id, index: steps.findIndex(({ id }) => id === place.step), count: steps.length };
}

/** The next or the previous step, of the lesson that is open. */
function walkLesson(by: 1 | -1): void {
  const lesson = lessonNow();
  if (lesson === null) return;
  const to = lesson.index + by;
  if (to >= 0 && to < lesson.count) void openStep(lesson.id, to);
  else announce(text(by < 0 ? 'talk.first' : 'talk.last'));
}

/** A state of the talk, or a step of the lesson, by its index; where there is none, says how many there are. */
export function jumpTo(index: number): void {
  useTalk.setState({ blank: false, typed: '' });
  const through = walkedThrough();
  const lesson = through === 'lesson' ? lessonNow() : null;
  const count = lesson === null ? useTalk.getState().talk.states.length : lesson.count;
  if (through === null) announce(text('present.alone'));
  else if (index < 0 || index >= count) announce(text('present.nowhere', { step: index + 1, count }));
  else if (lesson === null) goTo(index);
  else void openStep(lesson.id, index);
}

/** Two digits name each of all states; a third one begins anew. */
function type(digit: string): void {
  const { typed } = useTalk.getState();
  const now = typed.length < 2 ? typed + digit : digit;
  useTalk.setState({ typed: now });
  announce(text('present.typed', { step: now }));
}

/** One state, or one step of a lesson, on or back. */
export function walkOn(by: 1 | -1): void {
  useTalk.setState({ blank: false, typed: '' });
  const through = walkedThrough();
  if (through === 'talk') walk(by);
  else if (through === 'lesson') walkLesson(by);
  else announce(text('present.alone'));
}

function setBlank(blank: boolean): void {
  useTalk.setState({ blank });
  announce(text(blank ? 'present.blanked' : 'present.unblanked'));
}

/** Leaves one level: a number half typed, the blank screen, the spotlight, the presenter's screen. */
function leaveLevel(): void {
  const { blank, spotlight, typed } = useTalk.getState();
  if (typed !== '') useTalk.setState({ typed: '' });
  else if (blank) setBlank(false);
  else if (spotlight) useTalk.setState({ spotlight: false });
  else stopPresenting();
}

const acts: Readonly<Record<Exclude<PresenterAct, 'digit'>, () => void>> = {
  next: () => walkOn(1),
  previous: () => walkOn(-1),
  jump: () => jumpTo(Number(useTalk.getState().typed) - 1),
  again: () => {
    if (walkedThrough() === 'talk') again();
  },
  blank: () => setBlank(!useTalk.getState().blank),
  spotlight: () => useTalk.setState(({ spotlight }) => ({ spotlight: !spotlight })),
  timer: toggleTimer,
  leave: leaveLevel,
  left: () => nudgeSpotlight(-1, 0),
  right: () => nudgeSpotlight(1, 0),
  up: () => nudgeSpotlight(0, -1),
  down: () => nudgeSpotlight(0, 1),
};

/** Once a field has taken its value the keys are the presenter's again; what it refused stays there to be mended. */
function letGo(field: HTMLElement): void {
  setTimeout(() => {
    if (field.getAttribute('aria-invalid') !== 'true') field.blur();
  });
}

/** Takes a press before anything on the page does. */
function press(event: KeyboardEvent): void {
  leavingPage = false;
  if (event.isComposing || useUi.getState().dialog !== null) return;
  // An open menu takes the key first.
  if (document.querySelector(':popover-open, dialog[open]') !== null) return;
  const holder = holderOf(event.target);
  const typed = useTalk.getState().typed !== '';
  const walks = walkedThrough() !== null;
  const act = presenterAct(event, { holder, walks, single: singleKeysOn(), typed });
  const inert = (): boolean => {
    const command = commandOfPress(event);
    return command !== null && !staysInPresenter(command.id);
  };
  const typing = holder === 'text' || holder === 'value';
  if (holder === 'value' && event.key === 'Enter') letGo(event.target as HTMLElement);
  if (act === null && (typing || !inert())) return;
  event.preventDefault();
  event.stopPropagation();
  // What was typed is of the state that is left: the field takes it when the focus goes.
  if (holder === 'value') (event.target as HTMLElement).blur();
  if (act === 'digit') type(digitMeant(event) ?? '');
  else if (act !== null) acts[act]();
}

/** Escape leaves the whole screen in every browser; where it is not told as a key, the change is one press of it. */
let leavingScreen = false;
/** A reload ends the whole screen before the page is gone: that is nobody's Escape. A page that stays hears a key next. */
let leavingPage = false;
const leavePage = (): void => void (leavingPage = true);
function screenChanged(): void {
  const { presenting, dialog } = useUi.getState();
  if (document.fullscreenElement !== null || leavingScreen || leavingPage || !presenting) return;
  // Browsers leave the whole screen by themselves when a window opens, which the audience's does from its dialog.
  if (dialog !== null) return;
  leaveLevel();
}

/** Keys as the browser hands them out on the whole screen; only some have it. */
interface KeyboardLock {
  readonly lock?: (keys: readonly string[]) => Promise<void>;
  readonly unlock?: () => void;
}
const keyboard = (): KeyboardLock | undefined =>
  (navigator as Navigator & { readonly keyboard?: KeyboardLock }).keyboard;

/** Takes the whole screen, where the browser lets; the presenter's screen stands without it as well. */
export async function takeScreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen?.();
    // Else Escape would leave the whole screen and the blank one at once.
    await keyboard()?.lock?.(['Escape']);
  } catch {
    // A window is a screen as well.
  }
}

async function leaveScreen(): Promise<void> {
  if (document.fullscreenElement === null) return;
  leavingScreen = true;
  try {
    keyboard()?.unlock?.();
    await document.exitFullscreen();
  } catch {
    // It has left by itself.
  } finally {
    leavingScreen = false;
  }
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  window.addEventListener('keydown', press, true);
  document.addEventListener('fullscreenchange', screenChanged);
  window.addEventListener('beforeunload', leavePage);
}

function unlisten(): void {
  listening = false;
  window.removeEventListener('keydown', press, true);
  document.removeEventListener('fullscreenchange', screenChanged);
  window.removeEventListener('beforeunload', leavePage);
}

/** Shows the presenter's screen: of the talk where there is one at work or a new one begins, else of the run as it stands. */
function startPresenting(): void {
  const { talk, at, timer } = useTalk.getState();
  const { dialog } = useUi.getState();
  const fromTalk = dialog === 'talk' && talk.states.length > 0;
  // Also a talk that was opened by its address or a reload; who stopped the clock by hand starts it so.
  const begins = isUnused(timer) && walkedThrough() === 'talk';
  showDialog(null);
  listen();
  useUi.setState({ presenting: true, notes: useUi.getState().notes, leftOpen: false });
  void takeScreen();
  if (fromTalk && (at < 0 || isAstray(useLab.getState().document))) goTo(Math.max(0, at));
  if (fromTalk || begins) useTalk.setState({ timer: running(timer, Date.now()) });
  announce(text('present.begun'));
}

function stopPresenting(): void {
  unlisten();
  useUi.setState({ presenting: false });
  useTalk.setState({ blank: false, spotlight: false, typed: '' });
  void leaveScreen();
  announce(text('present.ended'));
}

export function togglePresenting(): void {
  if (useUi.getState().presenting) stopPresenting();
  else startPresenting();
}

/**
 * After a reload: the presenter's screen, blank or not, and the notes as they were; the whole screen needs a press again.
 *  @param back  the run is back already; else the state is shown as it was saved
 *  @returns     whether a state was opened
 */
export function comeBack(back: boolean): boolean {
  const { presenting, notes, blank } = keptPlace(storageOf('sessionStorage'));
  useUi.setState({ presenting, notes });
  if (presenting) listen();
  const { at } = useTalk.getState();
  const opens = !back && presenting && at >= 0;
  if (opens) goTo(at);
  useTalk.setState({ blank: presenting && blank });
  return opens;
}
