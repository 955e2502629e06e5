import { seenAs, useLab, type Temperatures } from '../../../store/index.ts';
import { isShaken } from '../shaken.ts';
import { shownTracks, type ChartTrack } from '../tracks.ts';
import type { Hot } from './facts.ts';

/** Runs with thermometers at most: each costs P² a sample. */
const MOST_RUNS = 3;

/** Runs that noise shakes, as far as they are drawn. */
export function shakenTracks(): readonly ChartTrack[] {
  const { info, hiddenTracks } = useLab.getState();
  if (info === null) return [];
  const shaken = shownTracks(info, hiddenTracks).filter(({ index }) => isShaken(info.tracks[index]));
  return shaken.slice(0, MOST_RUNS);
}

/** What thermometers on the runs read, watched under a name. */
export function readingsNow(name: string): readonly (Temperatures | null)[] {
  const { seen } = useLab.getState();
  return shakenTracks().map(({ index }) => seenAs(seen, `${name}.${index}`, 'temperature'));
}

export function hotNow(name: string): readonly Hot[] {
  const readings = readingsNow(name);
  return shakenTracks().flatMap((track, n) => {
    const read = readings[n];
    return read === null || read === undefined ? [] : [{ track, read }];
  });
}

/** Watches every run that noise shakes, and those that come later. @returns what ends it */
export function watchHeat(name: string, most = MOST_RUNS): () => void {
  let watched: readonly number[] = [];
  const watch = (): void => {
    const wanted = shakenTracks()
      .slice(0, most)
      .map(({ index }) => index);
    const { watch: ask } = useLab.getState();
    for (const index of watched) if (!wanted.includes(index)) ask(`${name}.${index}`, null);
    for (const index of wanted) {
      if (!watched.includes(index)) ask(`${name}.${index}`, { id: 'temperature', query: { track: index } });
    }
    watched = wanted;
  };
  watch();
  const end = useLab.subscribe((state, before) => {
    if (state.info !== before.info || state.hiddenTracks !== before.hiddenTracks) watch();
  });
  return () => {
    end();
    for (const index of watched) useLab.getState().watch(`${name}.${index}`, null);
  };
}
