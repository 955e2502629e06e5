import { useEffect } from 'react';
import { useLab } from '../store/index.ts';
import { commandForKey, type UiCommand } from './commands.ts';
import { useUi } from './uiState.ts';

const STORAGE_KEY = 'synaptic-field-lab.single-keys';

/** Whether single keys call commands: people who speak to their machine can switch them off. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== 'off';
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(STORAGE_KEY, on ? 'on' : 'off');
  } catch {
    // Storage refused: the keys stay as they are.
  }
}

/** Elements in which a letter is text. */
const TYPING =
  'input:not([type="range"], [type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';
/** Elements that answer the space bar themselves. */
const PRESSABLE =
  'button, a[href], summary, [role="button"], [role="tab"], input[type="checkbox"], input[type="radio"]';

const REPEATING: ReadonlySet<string | undefined> = new Set(['step', 'step-back', 'undo', 'redo']);

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey?: boolean;
  readonly repeat: boolean;
  readonly target: EventTarget | null;
}

/** Whether Command is the key that goes with letters here. */
function onMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/** A key of the registry as it is printed: 'mod+shift+z' is Ctrl+Shift+Z, on a Mac ⇧⌘Z. */
export function chordLabel(key: string, mac = onMac()): string {
  if (!key.startsWith('mod+')) return key.toUpperCase();
  const parts = key.split('+').slice(1);
  const letter = (parts.at(-1) ?? '').toUpperCase();
  const shift = parts.includes('shift');
  return mac ? `${shift ? '⇧' : ''}⌘${letter}` : `Ctrl+${shift ? 'Shift+' : ''}${letter}`;
}

/** What the registry calls a press; null with a modifier that it does not know. */
function chordOf(press: KeyPress): string | null {
  if (press.altKey || (press.ctrlKey && press.metaKey)) return null;
  if (!press.ctrlKey && !press.metaKey) return press.key;
  if (press.metaKey !== onMac()) return null;
  return `mod+${press.shiftKey === true ? 'shift+' : ''}${press.key}`;
}

/** The command that a key press calls; null while typing, or where a button has the focus. */
export function commandOfPress(press: KeyPress): UiCommand | null {
  const chord = chordOf(press);
  if (chord === null) return null;
  const target = press.target instanceof Element ? press.target : null;
  // The palette is no letter that a field could want.
  if (target?.closest(TYPING) && chord.toLowerCase() !== 'mod+k') return null;
  if (press.key === ' ' && target?.closest(PRESSABLE)) return null;
  const command = commandForKey(chord);
  // Held down, only these repeat: the others would flicker.
  return press.repeat && !REPEATING.has(command?.id) ? null : command;
}

/** Listens to the keys of the page for as long as the instrument stands. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || useUi.getState().dialog !== null) return;
      if (event.key === 'Escape') {
        // It closes what is open over the pictures first.
        if (document.querySelector(':popover-open') !== null) return;
        if (useLab.getState().maximized !== null) useLab.getState().maximize(null);
        return;
      }
      if (!event.ctrlKey && !event.metaKey && !singleKeysOn()) return;
      const command = commandOfPress(event);
      if (command === null) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
