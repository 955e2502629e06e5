import { useEffect } from 'react';
import { useLab } from '../store/index.ts';
import { isEmbedded } from '../store/embedded.ts';
import { keyMeant, type KeySigns } from '../store/keyboard.ts';
import { recall, remember, visitKeys } from '../store/screenKeys.ts';
import { commandForKey, type UiCommand } from './commands.ts';
import { useUi } from './uiState.ts';

/** Whether single keys call commands. */
export const singleKeysOn = (): boolean => recall(visitKeys.singleKeys);
export const setSingleKeys = (on: boolean): void => remember(visitKeys.singleKeys, on);

/** Elements in which a letter is text. */
const TYPING =
  'input:not([type="range"], [type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';
/** Elements that answer the space bar themselves. */
const PRESSABLE =
  'button, a[href], summary, [role="button"], [role="tab"], input[type="checkbox"], input[type="radio"]';
/** What stands open for a moment is answered by its own keys. */
const OPEN_MENU = ':popover-open, [role="menu"], [role="listbox"]';

const REPEATING: ReadonlySet<string | undefined> = new Set(['step', 'step-back', 'undo', 'redo']);

interface KeyPress extends KeySigns {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly target: EventTarget | null;
}

/** Whether Command is the key that goes with letters here. */
function onMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/** A key of the registry as it is printed: 'mod+shift+z' is Ctrl+Shift+Z, on a Mac ⇧⌘Z. */
export function chordLabel(key: string, mac = onMac()): string {
  const parts = key.split('+');
  const letter = (parts.at(-1) ?? '').toUpperCase();
  const [shift, mod] = [parts.includes('shift'), parts.includes('mod')];
  if (mac) return `${shift ? '⇧' : ''}${mod ? '⌘' : ''}${letter}`;
  return `${mod ? 'Ctrl+' : ''}${shift ? 'Shift+' : ''}${letter}`;
}

/** What the registry calls a press; null with a modifier that it does not know, and while composing. */
function chordOf(press: KeyPress): string | null {
  if (press.altKey || (press.ctrlKey && press.metaKey)) return null;
  const key = keyMeant(press);
  if (key === null) return null;
  // Shift makes another sign of a sign, but the same letter.
  const shift = press.shiftKey === true && /^[a-z]$/.test(key) ? 'shift+' : '';
  if (!press.ctrlKey && !press.metaKey) return `${shift}${key}`;
  return press.metaKey === onMac() ? `mod+${shift}${key}` : null;
}

/**
 * The command that a key press calls; null while typing, and for the space bar on a control that the keyboard reached.
 *  @param pointed  the control that the pointer pressed last: there the space bar plays and pauses like everywhere
 */
export function commandOfPress(press: KeyPress, pointed: Element | null = null): UiCommand | null {
  const chord = chordOf(press);
  if (chord === null) return null;
  const target = press.target instanceof Element ? press.target : null;
  // The palette is no letter that a field could want.
  if (target?.closest(TYPING) && chord !== 'mod+k') return null;
  if (chord === ' ') {
    const pressable = target?.closest(PRESSABLE) ?? null;
    if (pressable !== null && (pressable !== pointed || pressable.closest(OPEN_MENU) !== null)) return null;
  }
  return commandForKey(chord);
}

/** Whether a held key calls its command again: the others would flicker, or reset a hundred times. */
export const repeats = (command: UiCommand): boolean => REPEATING.has(command.id);

/** Follows which control the pointer pressed last, until a key moves the focus. Returns a function that ends it. */
function followPointed(tell: (pointed: Element | null) => void): () => void {
  let pressing = false;
  const down = ({ target }: Event): void => {
    pressing = true;
    tell(target instanceof Element ? target.closest(PRESSABLE) : null);
  };
  // A label hands the focus to its control; a dialog that closes gives it back to the button that opened it.
  const focus = ({ target }: FocusEvent): void => {
    if (pressing && target instanceof Element) tell(target.closest(PRESSABLE));
  };
  const key = ({ key }: KeyboardEvent): void => {
    pressing = false;
    if (key === 'Tab' || key.startsWith('Arrow') || key === 'Home' || key === 'End') tell(null);
  };
  window.addEventListener('pointerdown', down, true);
  window.addEventListener('focusin', focus, true);
  window.addEventListener('keydown', key, true);
  return () => {
    window.removeEventListener('pointerdown', down, true);
    window.removeEventListener('focusin', focus, true);
    window.removeEventListener('keydown', key, true);
  };
}

/** Whether the key of a command is the lab's here. @param small  pictures and transport alone are shown */
function isOurs({ inArticle }: UiCommand, small: boolean): boolean {
  if (small) return inArticle === 'always';
  return inArticle !== 'never' || !isEmbedded();
}

/**
 * Listens to the keys of the page for as long as the instrument stands.
 *  @param small  in an article with pictures and transport alone: the few keys of these, and every other is the article's
 */
export function useShortcuts(small = false): void {
  useEffect(() => {
    let pointed: Element | null = null;
    let spaceTaken = false;
    const press = (event: KeyboardEvent): void => {
      if (event.key === ' ') spaceTaken = false;
      if (event.defaultPrevented || useUi.getState().dialog !== null) return;
      if (event.key === 'Escape' && !event.isComposing) {
        if (small) return;
        // It closes what is open over the pictures first.
        if (document.querySelector(':popover-open') !== null) return;
        if (useLab.getState().maximized !== null) useLab.getState().maximize(null);
        return;
      }
      if (!event.ctrlKey && !event.metaKey && !singleKeysOn()) return;
      const command = commandOfPress(event, pointed);
      if (command === null || !isOurs(command, small)) return;
      event.preventDefault();
      spaceTaken = event.key === ' ';
      if (event.repeat && !repeats(command)) return;
      if (command.keyAtRest === true && useLab.getState().playing) return;
      command.run();
    };
    // Some browsers press a button when the space bar is let go.
    const release = (event: KeyboardEvent): void => {
      if (event.key === ' ' && spaceTaken) event.preventDefault();
    };
    const unfollow = followPointed((next) => (pointed = next));
    window.addEventListener('keydown', press);
    window.addEventListener('keyup', release);
    return () => {
      unfollow();
      window.removeEventListener('keydown', press);
      window.removeEventListener('keyup', release);
    };
  }, [small]);
}
