import { useUi } from '../uiState.ts';

const STORAGE_KEY = 'synaptic-field-lab.tour';

/** Whether a visit shows the tour: once; never in tests of the page unless asked for. */
export function tourWanted(search: string, seen: string | null): boolean {
  const query = new URLSearchParams(search);
  const asked = query.get('tour');
  if (asked !== null) return asked !== '0';
  return query.get('quality') !== 'test' && seen === null;
}

function remembered(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    // Where nothing can be remembered the tour would come at every visit.
    return 'unknown';
  }
}

function remember(): void {
  try {
    localStorage.setItem(STORAGE_KEY, 'seen');
  } catch {
    // It is not shown where it cannot be remembered.
  }
}

/** Shows the tour on a first visit. */
export function startTourOnce(): void {
  const asked = tourWanted(window.location.search, remembered());
  if (asked && useUi.getState().tour === null) useUi.setState({ tour: 0 });
}

/** Ends the tour; it does not come back by itself. */
export function endTour(): void {
  remember();
  useUi.setState({ tour: null });
}
