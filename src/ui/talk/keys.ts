/**
 * Keys on the presenter's screen. Pure: a press in, what it does out. Whatever would leave the run, open something over it or
 * change it for good does nothing here, so that no wrong key of a nervous hand, and none of a clicker, can lose anything.
 */
import { digitMeant, keyMeant, type KeySigns } from '../../store/keyboard.ts';
import type { CommandId } from '../commands.ts';

export type PresenterAct =
  | 'next'
  | 'previous'
  | 'again'
  | 'blank'
  | 'spotlight'
  | 'timer'
  | 'digit'
  | 'jump'
  | 'leave'
  | 'left'
  | 'right'
  | 'up'
  | 'down';

export interface PresenterPress extends KeySigns {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
}

/**
 * What holds the focus, as far as keys go: a text of lines, the field of one value, what arrows move by itself, or none of
 * these.
 */
export type Holder = 'text' | 'value' | 'arrows' | 'none';

const walking: Readonly<Record<string, PresenterAct>> = {
  PageDown: 'next',
  PageUp: 'previous',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Home: 'again',
};
const pointing: Readonly<Record<string, PresenterAct>> = {
  ArrowRight: 'right',
  ArrowLeft: 'left',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
/** Single keys, beside those of the lab that are left. */
const letters: Readonly<Record<string, PresenterAct>> = {
  b: 'blank',
  '.': 'blank',
  s: 'spotlight',
  t: 'timer',
};

/** Acts that a held key does again. */
const REPEATING: ReadonlySet<PresenterAct> = new Set(['left', 'right', 'up', 'down']);

/**
 * What a press does on the presenter's screen; null: nothing of the presenter's.
 *  @param walks   whether there are states to walk through: else arrows stay with the pictures
 *  @param single  whether single letters are keys at all
 *  @param typed   whether digits of a state's number were typed: Enter then goes there
 */
export function presenterAct(
  press: PresenterPress,
  {
    holder,
    walks,
    single,
    typed = false,
  }: { readonly holder: Holder; readonly walks: boolean; readonly single: boolean; readonly typed?: boolean },
): PresenterAct | null {
  if (holder === 'text' || press.ctrlKey || press.metaKey || press.altKey) return null;
  const key = keyMeant(press);
  if (key === null) return null;
  // A value was typed, and the next press is the clicker's: in one line its page keys mean nothing else.
  if (holder === 'value') return key.startsWith('Page') && !press.repeat ? (walking[key] ?? null) : null;
  if (key === 'Escape') return 'leave';
  if (walks && press.shiftKey !== true && !press.repeat) {
    if (key === 'Enter' && typed) return 'jump';
    if (single && digitMeant(press) !== null) return 'digit';
  }
  let act: PresenterAct | undefined;
  if (press.shiftKey === true && Object.hasOwn(pointing, key))
    act = holder === 'none' ? pointing[key] : undefined;
  // A clicker's page keys are never a slider's: the hand was on it a moment ago.
  else if (key.startsWith('Page')) act = walking[key];
  else if (Object.hasOwn(walking, key)) act = holder === 'none' && walks ? walking[key] : undefined;
  else if (single && press.shiftKey !== true && Object.hasOwn(letters, key)) act = letters[key];
  if (act === undefined || (press.repeat && !REPEATING.has(act))) return null;
  return act;
}

/** Commands of the lab that keep their keys: what they do is seen, and can be taken back. */
const STAY: ReadonlySet<string> = new Set<CommandId>([
  'play',
  'step-back',
  'slow',
  'reset',
  'undo',
  'redo',
  'magnify',
  'unroll',
  'maximize',
  'full-screen',
  'present',
  'notes',
  'audience',
  'palette',
  'shortcuts',
]);

/** Whether the key of a command works on the presenter's screen. */
export const staysInPresenter = (id: CommandId): boolean => STAY.has(id) || id.startsWith('picture-');

/** Keys of the presenter's screen as the list of all keys prints them, by what they do. */
export const presenterKeys: readonly {
  readonly act: Exclude<PresenterAct, 'left' | 'right' | 'up' | 'down' | 'digit'>;
  readonly keys: readonly string[];
}[] = [
  { act: 'next', keys: ['Page Down', '→', '↓'] },
  { act: 'previous', keys: ['Page Up', '←', '↑'] },
  { act: 'jump', keys: ['1 … 9', 'Enter'] },
  { act: 'again', keys: ['Home'] },
  { act: 'blank', keys: ['B', '.'] },
  { act: 'spotlight', keys: ['S'] },
  { act: 'timer', keys: ['T'] },
  { act: 'leave', keys: ['Esc'] },
];
