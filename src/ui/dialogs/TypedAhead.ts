import { useLayoutEffect } from 'react';
import { showDialog } from '../uiState.ts';

interface Typed {
  readonly words: string;
  /** Whether Enter came after them. */
  readonly done: boolean;
}

const NOTHING: Typed = { words: '', done: false };

let typed = NOTHING;

/** What was typed while the dialog was on its way, once. */
export function takeTypedAhead(): Typed {
  const taken = typed;
  typed = NOTHING;
  return taken;
}

/** What stands after another key; null where the key is not for the field. */
export function typedWith(before: Typed, key: string): Typed | null {
  // What is typed after Enter is said to what it does.
  if (before.done) return before;
  if (key === 'Enter') return { ...before, done: true };
  if (key === 'Backspace') return { words: before.words.slice(0, -1), done: false };
  return [...key].length === 1 ? { words: before.words + key, done: false } : null;
}

/**
 * Stands in for a dialog that is being fetched: keeps letters and Enter for its field, and Escape gives it up. Neither
 * the letters nor Enter may reach what still has the focus.
 */
export function TypedAhead(): null {
  // In the same breath as the dialog takes its place: a key between them would be a command.
  useLayoutEffect(() => {
    typed = NOTHING;
    const press = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, isComposing } = event;
      if (ctrlKey || metaKey || altKey || isComposing) return;
      if (key === 'Escape') showDialog(null);
      else {
        const next = typedWith(typed, key);
        if (next === null) return;
        typed = next;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
  return null;
}
