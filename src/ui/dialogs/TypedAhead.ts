import { useEffect } from 'react';
import { showDialog } from '../uiState.ts';

let typed = '';

/** What was typed while the dialog was on its way, once. */
export function takeTypedAhead(): string {
  const taken = typed;
  typed = '';
  return taken;
}

/** Stands in for a dialog that is being fetched: keeps letters for its field, and Escape gives it up. */
export function TypedAhead(): null {
  useEffect(() => {
    typed = '';
    const press = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, isComposing } = event;
      if (ctrlKey || metaKey || altKey || isComposing) return;
      if (key === 'Escape') showDialog(null);
      else if (key === 'Backspace') typed = typed.slice(0, -1);
      else if ([...key].length === 1) typed += key;
      else return;
      // The space bar would press what still has the focus.
      event.preventDefault();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
  return null;
}
