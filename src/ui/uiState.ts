import { create } from 'zustand';
import type { Ground } from '../store/index.ts';

/** What the screen alone knows: folds, tabs, dialogs, and what is told to a screen reader. */
export type DialogName = 'scenarios' | 'shortcuts' | 'grounds' | 'palette' | 'compare' | 'verify' | 'errata';

/** A ground, or the one that the system prefers. */
export type GroundChoice = Ground | 'system';

/** One line about the run that the browser keeps, with what a button beside it does. */
export interface KeptNotice {
  readonly kind: 'back' | 'offered' | 'long';
  readonly title: string;
  readonly step: number;
  readonly act: (() => void) | null;
}

interface UiState {
  notice: KeptNotice | null;
  /** Left rail shown over the pictures, where it is behind a button. */
  leftOpen: boolean;
  /** Left rail put away by hand where it has a place of its own; remembered for the next visit. */
  leftHidden: boolean;
  /** Right rail; null follows the width. */
  rightOpen: boolean | null;
  /** What a phone shows: a picture's id, or a panel's (phone/PhoneTabs.tsx); null: the picture at home. */
  tab: string | null;
  dialog: DialogName | null;
  /** Path of a parameter that was looked for and stands behind "More". */
  revealed: string | null;
  /** Step of the tour that is shown, from 0; null where it is not. */
  tour: number | null;
  /** The ground as it was chosen. */
  groundChoice: GroundChoice;
  /** Sentence for the live region. */
  announcement: string;
}

const RAIL_KEY = 'synaptic-field-lab.left-rail';
const HIDDEN = 'hidden';

/** Storage may be refused: the choice then lasts as long as the page. */
function remembered(): string | null {
  try {
    return localStorage.getItem(RAIL_KEY);
  } catch {
    return null;
  }
}

/** Puts the left rail away, or gives it its place back, now and at the next visit. */
export function hideLeftRail(leftHidden: boolean): void {
  useUi.setState({ leftHidden, leftOpen: false });
  try {
    if (leftHidden) localStorage.setItem(RAIL_KEY, HIDDEN);
    else localStorage.removeItem(RAIL_KEY);
  } catch {
    // Nothing is lost but the memory of the choice.
  }
}

export const useUi = create<UiState>(() => ({
  leftOpen: false,
  leftHidden: remembered() === HIDDEN,
  rightOpen: null,
  tab: null,
  dialog: null,
  revealed: null,
  tour: null,
  groundChoice: 'system',
  announcement: '',
  notice: null,
}));

/** Opens a dialog, or closes the one that is open. */
export function showDialog(dialog: DialogName | null): void {
  useUi.setState({ dialog });
}

/** Shows the tour from its first step. */
export function startTour(): void {
  useUi.setState({ tour: 0 });
}

/** Tells a screen reader one sentence. */
export function announce(announcement: string): void {
  useUi.setState({ announcement });
}
