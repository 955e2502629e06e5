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

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly target: EventTarget | null;
}

/** The command that a key press calls; null while typing, with a modifier, or where a button has the focus. */
export function commandOfPress(press: KeyPress): UiCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const target = press.target instanceof Element ? press.target : null;
  if (target?.closest(TYPING)) return null;
  if (press.key === ' ' && target?.closest(PRESSABLE)) return null;
  const command = commandForKey(press.key);
  // Held down, only stepping repeats: the others would flicker.
  return press.repeat && command?.id !== 'step' ? null : command;
}

/** Listens to the keys of the page for as long as the instrument stands. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || useUi.getState().dialog !== null) return;
      if (event.key === 'Escape') {
        if (useLab.getState().maximized !== null) useLab.getState().maximize(null);
        return;
      }
      if (!singleKeysOn()) return;
      const command = commandOfPress(event);
      if (command === null) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
