import { useId, type JSX } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { CONTINUUM_ID, continuumTrack } from '../../scenario/continuum.ts';
import { partOf } from '../../scenario/sections.ts';
import type { ContinuumOrder } from '../../scenario/types.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { useLab, type PresentRun } from '../../store/index.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { addTrack } from './trackActions.ts';

interface ContinuumNoteProps {
  readonly info: RunInfo;
  readonly run: PresentRun;
}

/** What the continuum theory beside a network is worth, and how far the two are apart now. */
export function ContinuumNote({ info, run }: ContinuumNoteProps): JSX.Element | null {
  const index = info.tracks.findIndex(({ id }) => id === CONTINUUM_ID);
  const apart = useLab((state) => state.readouts?.tracks[index]?.difference);
  const comparing = useLab((state) => state.comparison?.track === CONTINUUM_ID);
  const helpId = useId();
  const order = run.document.tracks.find(({ id }) => id === CONTINUUM_ID)?.continuum?.order ?? 'quadratic';
  const theory = partOf('system', run.scenario.system.kind).continuum;
  if (theory === undefined) return null;
  const { orders } = theory;
  return (
    <>
      <p className="track-note" data-help={helpId} data-difference={apart}>
        {text('continuum.apart', { value: apart === undefined ? '–' : `${formatNumber(100 * apart)} %` })}
      </p>
      <p id={helpId} className="vh">
        {text('continuum.apartAbout')}
      </p>
      <p className="track-note">{text(`continuum.${theory.claim(order)}` as MessageId)}</p>
      {info.tracks[index]?.staggered ? <p className="track-note">{text('continuum.staggered')}</p> : null}
      {orders.length > 0 ? (
        <ChoiceRow
          label={text('continuum.order')}
          value={order}
          options={orders.map((value) => ({ value, label: text(`continuum.${value}`) }))}
          helpId={helpId}
          restarts={false}
          onChoose={(next) => addTrack(continuumTrack(next as ContinuumOrder))}
        />
      ) : null}
      <div className="track-actions">
        <button
          type="button"
          className="text-button"
          aria-pressed={comparing}
          onClick={() =>
            useLab.getState().compare(comparing ? null : { track: CONTINUUM_ID, mode: 'difference' })
          }
        >
          {text(comparing ? 'continuum.showBoth' : 'continuum.showDifference')}
        </button>
      </div>
    </>
  );
}
