import { create } from 'zustand';
import { initialOf, remember, uiKeys, type DialogName } from '../store/screenKeys.ts';

export type { DialogName } from '../store/screenKeys.ts';

/** What the screen alone knows. */
export const useUi = create(() => initialOf(uiKeys));

/** Puts the left rail away, or gives it its place back, now and at the next visit. */
export function hideLeftRail(leftHidden: boolean): void {
  useUi.setState({ leftHidden, leftOpen: false });
  remember(uiKeys.leftHidden, leftHidden);
}

/** Shows the right rail with readouts and equations, in the place of a lesson where one is open, or folds it. */
export function showReadouts(shown: boolean): void {
  // A lesson that comes back leaves the rail as it was before.
  useUi.setState(({ lessonAside }) => ({
    lessonAside: shown,
    ...(shown || !lessonAside ? { rightOpen: shown } : { rightOpen: null }),
  }));
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
