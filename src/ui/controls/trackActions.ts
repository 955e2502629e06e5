import { currentScenario } from '../../scenario/patch.ts';
import { COMPARISON_ID, withTrack } from '../../scenario/trackChoices.ts';
import type { Scenario, TrackDeclaration } from '../../scenario/types.ts';
import { useLab, type Comparison } from '../../store/index.ts';
import { announce } from '../uiState.ts';
import { text } from '../../messages/index.ts';

/** How long the engine may take to answer before what was to follow is given up. */
const PATIENCE_MS = 5000;

/** Calls back once, when the engine has confirmed the run that was asked for. */
function whenReady(then: () => void): void {
  const before = useLab.getState().info;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useLab.subscribe((state) => {
    if (state.info === before) return;
    finish();
    then();
  });
  const finish = (): void => {
    clearTimeout(timer);
    stop();
  };
  timer = setTimeout(finish, PATIENCE_MS);
}

/** Replaces the further tracks; a run that was playing plays on. */
function setTracks(tracks: readonly TrackDeclaration[], then?: () => void): void {
  const { playing, setTracks: send } = useLab.getState();
  whenReady(() => {
    then?.();
    if (playing) useLab.getState().play();
  });
  send(tracks);
}

/** Another lattice spacing at the same length of the ring; a run that was playing plays on. */
export function setSites(sites: number): void {
  const { playing, setSites: send } = useLab.getState();
  whenReady(() => {
    if (playing) useLab.getState().play();
  });
  send(sites);
}

/** The run as it stands; null before the first one. */
export function scenarioNow(): Scenario | null {
  const { document } = useLab.getState();
  return document === null ? null : currentScenario(document);
}

/** Lays a further run beside the main one, and shows it. */
export function addTrack(declaration: TrackDeclaration): void {
  const { document, hiddenTracks, toggleTrack } = useLab.getState();
  if (document === null) return;
  if (hiddenTracks.includes(declaration.id)) toggleTrack(declaration.id);
  setTracks(withTrack(document.tracks, declaration));
}

/** Takes a further run away. */
export function removeTrack(id: string): void {
  const { document, comparison, compare } = useLab.getState();
  if (document === null) return;
  if (comparison?.track === id) compare(null);
  setTracks(document.tracks.filter((track) => track.id !== id));
}

/** Takes a further run away that stopped all of them, and plays on with the others. */
export function resumeWithout(id: string): void {
  const { document, dismissBlowUp } = useLab.getState();
  if (document === null) return;
  const others = document.tracks.filter((track) => track.id !== id);
  dismissBlowUp();
  setTracks(others, () => useLab.getState().play());
}

/** Lays the comparison beside the run and shows both. */
export function startComparison(declaration: TrackDeclaration, mode: Comparison['mode']): void {
  const { document } = useLab.getState();
  if (document === null) return;
  setTracks(withTrack(document.tracks, declaration), () => {
    const [main, ...others] = useLab.getState().info?.tracks ?? [];
    const other = others.find(({ id }) => id === COMPARISON_ID);
    if (other === undefined) return;
    // Runs of different sizes have no difference, site by site.
    const alike = other.weightCount === main.weightCount;
    if (!alike && mode === 'difference') announce(text('compare.twinInstead'));
    useLab.getState().compare({ track: COMPARISON_ID, mode: alike ? mode : 'twin' });
  });
}

export function stopComparison(): void {
  removeTrack(COMPARISON_ID);
}
