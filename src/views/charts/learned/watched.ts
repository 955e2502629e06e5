import { seenAs, useLab } from '../../../store/index.ts';
import { shownTracks } from '../tracks.ts';
import type { TrackOutputs } from './figures.ts';

/** Outputs of every sample, asked for under a name while a chart is shown. */
export interface WatchedOutputs {
  /** What they depend on; see ChartSource. */
  readonly state: () => readonly unknown[];
  /** Of the shown tracks that learn the run's own samples; none until an answer fits. */
  readonly now: () => readonly TrackOutputs[];
  readonly open: () => () => void;
}

export function watchedOutputs(name: string): WatchedOutputs {
  const learned = () => seenAs(useLab.getState().seen, name, 'learned');
  return {
    state() {
      const { info, hiddenTracks } = useLab.getState();
      return [info, hiddenTracks, learned()];
    },
    now() {
      const { info, hiddenTracks } = useLab.getState();
      const found = learned();
      if (info === null || found === null || found.tracks.length !== info.tracks.length) return [];
      return shownTracks(info, hiddenTracks)
        .filter(({ samples }) => samples?.own !== true)
        .map((track) => ({ track, ...found.tracks[track.index] }))
        .filter(({ outputs }) => outputs.length === info.data.targets.length);
    },
    open() {
      useLab.getState().watch(name, { id: 'learned', query: { probe: null } });
      return () => useLab.getState().watch(name, null);
    },
  };
}
