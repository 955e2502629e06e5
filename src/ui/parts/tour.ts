import { useLab } from '../../store/index.ts';
import { recall, remember, visitKeys } from '../../store/screenKeys.ts';
import { useUi } from '../uiState.ts';

/** Whether a visit shows the tour: once; never in tests of the page unless asked for. */
export function tourWanted(search: string, seen: boolean): boolean {
  const query = new URLSearchParams(search);
  const asked = query.get('tour');
  if (asked !== null) return asked !== '0';
  return query.get('quality') !== 'test' && !seen;
}

/** Shows the tour on a first visit. */
export function startTourOnce(): void {
  const asked = tourWanted(window.location.search, recall(visitKeys.tourSeen));
  if (asked && useUi.getState().tour === null) useUi.setState({ tour: useLab.getState().playing ? 1 : 0 });
}

/** Ends the tour; it does not come back by itself. */
export function endTour(): void {
  remember(visitKeys.tourSeen, true);
  useUi.setState({ tour: null });
}
