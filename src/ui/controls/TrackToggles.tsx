import type { JSX } from 'react';
import { useLab } from '../../store/index.ts';
import { trackName } from '../trackNames.ts';
import { LineSample } from './LineSample.tsx';
import { SwitchRow } from './SwitchRow.tsx';

/** One box for each run on the clock: whether it is drawn. */
export function TrackToggles(): JSX.Element {
  const tracks = useLab((state) => state.info?.tracks) ?? [];
  const hidden = useLab((state) => state.hiddenTracks);
  return (
    <>
      {tracks.map((track) => (
        <SwitchRow
          key={track.id}
          label={trackName(track)}
          checked={!hidden.includes(track.id)}
          sample={<LineSample role={track.role} />}
          onChange={() => useLab.getState().toggleTrack(track.id)}
        />
      ))}
    </>
  );
}
