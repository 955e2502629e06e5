import { useId, useMemo, type JSX } from 'react';
import type { RunInfo, TrackInfo } from '../../engine/protocol.ts';
import { declared, text, type MessageId } from '../../messages/index.ts';
import { dynamicsOf } from '../../scenario/sections.ts';
import { COMPARISON_ID, trackChoices, type TrackChoice } from '../../scenario/trackChoices.ts';
import { useLab, type PresentRun } from '../../store/index.ts';
import { later } from '../../store/later.ts';
import { commandOf } from '../commands.ts';
import { Part } from '../parts/Part.tsx';
import { keyLabel } from '../transport/CommandButton.tsx';
import { trackName } from '../trackNames.ts';
import { ComparisonRow } from './ComparisonRow.tsx';
import { LineSample } from './LineSample.tsx';
import { SwitchRow } from './SwitchRow.tsx';
import { TextbookAhead, TextbookNote } from './TextbookNote.tsx';
import { addTrack } from './trackActions.ts';

const ContinuumRows = later(async () => (await import('./ContinuumRows.tsx')).ContinuumRows);

/** A further run is called after its dynamics, the continuum after what it is. */
function nameOf(name: TrackChoice['name']): string {
  return name === 'continuum' ? text('track.continuum') : declared(`track.${dynamicsOf(name).kind}`, name);
}
const sentences: Record<TrackChoice['name'], MessageId> = {
  second: 'choice.secondAbout',
  ghost: 'choice.ghostAbout',
  descent: 'choice.descentAbout',
  theory: 'choice.theoryAbout',
  continuum: 'choice.continuumAbout',
};

/** One box for each run that is or can be on the clock: whether it is drawn. */
export function TrackToggles(): JSX.Element | null {
  const info = useLab((state) => state.info);
  const run = useLab((state) => state.present);
  if (info === null || run === null) return null;
  return <Toggles info={info} run={run} />;
}

function Toggles({ info, run }: { readonly info: RunInfo; readonly run: PresentRun }): JSX.Element {
  const choices = useMemo(
    () =>
      trackChoices(run.scenario, {
        quadratic: info.quadratic,
        weightCount: info.tracks[0].weightCount,
        dt: info.dt,
      }),
    [info, run],
  );
  const chosen = new Set<string>();
  const rows = choices.map((choice) => {
    const track = info.tracks.find(({ id, role }) => role === choice.name && id !== COMPARISON_ID);
    if (track !== undefined) chosen.add(track.id);
    return <ChoiceToggle key={choice.name} choice={choice} track={track ?? null} info={info} run={run} />;
  });
  const others = info.tracks.filter(({ id }) => !chosen.has(id) && id !== COMPARISON_ID);
  return (
    <div className="tracks">
      {rows}
      {others.map((track) => (
        <TrackToggle key={track.id} track={track} label={trackName(track, run)} />
      ))}
      <ComparisonRow />
      {info.tracks.length > 1 ? <MeetButton /> : null}
    </div>
  );
}

/** Ghost and comparison go on from where the run stands: what parts them from here on is what differs. */
function MeetButton(): JSX.Element {
  const aboutId = useId();
  const { label, run } = commandOf('meet');
  return (
    <div className="track-actions">
      <button
        type="button"
        className="text-button"
        aria-describedby={aboutId}
        title={text('meet.about')}
        onClick={run}
      >
        {text(label())} <kbd>{keyLabel('meet')}</kbd>
      </button>
      <p id={aboutId} className="vh">
        {text('meet.about')}
      </p>
    </div>
  );
}

interface TrackToggleProps {
  readonly track: TrackInfo;
  readonly label: string;
  readonly helpId?: string;
}

/** A run that is there: drawn or not. */
function TrackToggle({ track, label, helpId }: TrackToggleProps): JSX.Element {
  const hidden = useLab((state) => state.hiddenTracks.includes(track.id));
  return (
    <SwitchRow
      label={label}
      checked={!hidden}
      helpId={helpId}
      sample={<LineSample role={track.role} />}
      onChange={() => useLab.getState().toggleTrack(track.id)}
    />
  );
}

interface ChoiceToggleProps {
  readonly choice: TrackChoice;
  readonly track: TrackInfo | null;
  readonly info: RunInfo;
  readonly run: PresentRun;
}

/** A run by the part it plays: there, or to be added, or not possible and why. */
function ChoiceToggle({ choice, track, info, run }: ChoiceToggleProps): JSX.Element {
  const helpId = useId();
  const { name, declaration, obstacle } = choice;
  const label = nameOf(name);
  return (
    <>
      {track === null ? (
        <SwitchRow
          label={label}
          checked={false}
          disabled={declaration === null}
          helpId={helpId}
          sample={<LineSample role={name} />}
          onChange={() => {
            if (declaration !== null) addTrack(declaration);
          }}
        />
      ) : (
        <TrackToggle track={track} label={label} helpId={helpId} />
      )}
      <p id={helpId} className="vh">
        {text(sentences[name])} {track === null && obstacle !== null ? text(`choice.${obstacle}`) : null}
        {name === 'descent' && track === null && obstacle === null ? <TextbookAhead info={info} /> : null}
      </p>
      {name === 'descent' && track !== null ? <TextbookNote info={info} /> : null}
      {name === 'continuum' && track !== null ? (
        <Part name={text('part.continuum')}>
          <ContinuumRows info={info} run={run} />
        </Part>
      ) : null}
    </>
  );
}
