import { create } from 'zustand';

/** What the screen alone knows: folds, tabs, dialogs, and what is told to a screen reader. */
export type PhoneTab = 'network' | 'field' | 'charts' | 'controls' | 'equation';
export const phoneTabs: readonly PhoneTab[] = ['network', 'field', 'charts', 'controls', 'equation'];
export type DialogName = 'scenarios' | 'shortcuts' | 'grounds';

interface UiState {
  /** Left rail shown where it is behind a button. */
  leftOpen: boolean;
  /** Right rail; null follows the width. */
  rightOpen: boolean | null;
  tab: PhoneTab;
  dialog: DialogName | null;
  /** Path of the parameter moved last: the one that peeks on a phone. */
  lastControl: string;
  /** Sentence for the live region. */
  announcement: string;
}

export const useUi = create<UiState>(() => ({
  leftOpen: false,
  rightOpen: null,
  tab: 'field',
  dialog: null,
  lastControl: 'expansion.gamma',
  announcement: '',
}));

/** Opens a dialog, or closes the one that is open. */
export function showDialog(dialog: DialogName | null): void {
  useUi.setState({ dialog });
}

/** Tells a screen reader one sentence. */
export function announce(announcement: string): void {
  useUi.setState({ announcement });
}
