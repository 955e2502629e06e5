import { create } from 'zustand';
import { initialOf, remember, uiKeys } from '../store/screenKeys.ts';

export type DialogName =
  | 'scenarios'
  | 'shortcuts'
  | 'grounds'
  | 'palette'
  | 'compare'
  | 'verify'
  | 'errata'
  | 'sweep';

/** One line about the run that the browser keeps, with what a button beside it does. */
export interface KeptNotice {
  readonly kind: 'back' | 'offered' | 'long';
  readonly title: string;
  readonly step: number;
  readonly act: (() => void) | null;
}

/** What the screen alone knows: the keys of the table, and two that no one else could read. */
interface UiState extends ReturnType<typeof initialOf<typeof uiKeys>> {
  notice: KeptNotice | null;
  dialog: DialogName | null;
}

export const useUi = create<UiState>(() => ({ ...initialOf(uiKeys), notice: null, dialog: null }));

/** Puts the left rail away, or gives it its place back, now and at the next visit. */
export function hideLeftRail(leftHidden: boolean): void {
  useUi.setState({ leftHidden, leftOpen: false });
  remember(uiKeys.leftHidden, leftHidden);
}

/** Shows the meter, or puts it away, now and at the next visit. */
export function showMeter(meter: boolean): void {
  useUi.setState({ meter });
  remember(uiKeys.meter, meter);
}

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
