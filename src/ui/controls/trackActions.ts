import type { Told } from '../../engine/outcome.ts';
import { COMPARISON_ID, withTrack } from '../../scenario/trackChoices.ts';
import type { Scenario, TrackDeclaration } from '../../scenario/types.ts';
import { useLab, type Comparison } from '../../store/index.ts';
import { announce } from '../uiState.ts';
import { text } from '../../messages/index.ts';

/** Makes another run of the present one; if it was playing, that one plays on. What is told now is told to the run that is coming. */
function playOn(make: () => Told): Told {
  const { playing, play } = useLab.getState();
  const told = make();
  if (playing) play();
  return told;
}

/** Replaces the further tracks. */
function setTracks(tracks: readonly TrackDeclaration[]): Told {
  return playOn(() => useLab.getState().setTracks(tracks));
}

/** Another lattice spacing at the same length of the ring. */
export function setSites(sites: number): void {
  playOn(() => useLab.getState().setSites(sites));
}

/** The run as it stands; null before the first one. */
export function scenarioNow(): Scenario | null {
  return useLab.getState().present?.scenario ?? null;
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
  setTracks(others);
  useLab.getState().play();
}

/** Lays the comparison beside the run and shows both once they are there: a hand's last word holds. */
export function startComparison(declaration: TrackDeclaration, mode: Comparison['mode']): void {
  const { document } = useLab.getState();
  if (document === null) return;
  setTracks(withTrack(document.tracks, declaration)).then(({ kind }) => {
    const [main, ...others] = useLab.getState().info?.tracks ?? [];
    const other = others.find(({ id }) => id === COMPARISON_ID);
    if (kind !== 'applied' || other === undefined) return;
    // Runs of different sizes have no difference, site by site.
    const alike = other.weightCount === main.weightCount;
    if (!alike && mode === 'difference') announce(text('compare.twinInstead'));
    useLab.getState().compare({ track: COMPARISON_ID, mode: alike ? mode : 'twin' });
  });
}

export function stopComparison(): void {
  removeTrack(COMPARISON_ID);
}
