import '../messages/late.ts';
import { keepOffline } from '../offline/keep.ts';
import { unkept } from '../offline/place.ts';
import { useOffline } from '../offline/state.ts';
import { isTestQuality } from '../store/quality/index.ts';
import { useLab } from '../store/index.ts';
import { showDialog, useUi } from '../ui/uiState.ts';
import { fetchAll } from './prefetch.ts';
import type { Session } from './keep/session.ts';

/** Whether nothing plays, and no hand or lecture is at work elsewhere: a line would not disturb. */
function atRest(): boolean {
  const { notice, tour, dialog, presenting } = useUi.getState();
  return !useLab.getState().playing && !presenting && notice === null && tour === null && dialog === null;
}

/** What asks for nothing does not lie over a picture that moves: it stands under `?` as well. */
function leaveWithPlay(): void {
  const end = useLab.subscribe(({ playing }) => {
    if (!playing) return;
    end();
    if (useUi.getState().notice?.kind === 'offline') useUi.setState({ notice: null });
  });
}

/** Says one line beside the run, once it disturbs nobody. */
function sayAtRest(kind: 'offline' | 'update'): void {
  const act = (): void => showDialog('offline');
  const trySay = (): boolean => {
    if (!atRest()) return false;
    useUi.setState({ notice: { kind, title: '', step: 0, act } });
    if (kind === 'offline') leaveWithPlay();
    return true;
  };
  if (trySay()) return;
  const ends = [useLab, useUi].map((store) =>
    store.subscribe(() => {
      // Another's line that goes away leaves its own change first.
      queueMicrotask(() => {
        if (ends.length > 0 && trySay()) for (const end of ends.splice(0)) end();
      });
    }),
  );
}

/**
 * Sees to it that a network that goes away takes nothing along: the browser keeps all files, also for later visits, and
 * where it cannot (no https, no service workers) the page fetches ahead what it may be asked for.
 */
export async function holdEverything(session: Session): Promise<void> {
  useOffline.setState({ keepRun: () => session.keep() });
  const { connection } = navigator as Navigator & { connection?: { readonly saveData?: boolean } };
  const savesData = connection?.saveData === true;
  // The server of development has no files to keep.
  const workers = 'serviceWorker' in navigator && import.meta.env.PROD;
  const kept = workers && navigator.serviceWorker.controller !== null;
  const sparing = savesData || isTestQuality(location.search);
  const single = import.meta.env.MODE === 'single';
  const reason = unkept({ single, isSecureContext, workers, kept, sparing });
  if (reason !== null) {
    useOffline.setState({ hold: { state: 'unkept', reason } });
    // The single file has everything in itself.
    if (!savesData && reason !== 'file') await fetchAll();
    return;
  }
  useOffline.subscribe(({ hold, update }, before) => {
    if (!kept && hold?.state === 'ready' && before.hold?.state === 'fetching') sayAtRest('offline');
    if (update.state === 'waiting' && before.update.state === 'none') sayAtRest('update');
  });
  await keepOffline();
}
