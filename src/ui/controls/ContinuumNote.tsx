import { useId, type JSX } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { CONTINUUM_ID, continuumTrack } from '../../scenario/continuum.ts';
import { currentScenario } from '../../scenario/patch.ts';
import type { ContinuumOrder, RunDocument } from '../../scenario/types.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { useLab } from '../../store/index.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { addTrack } from './trackActions.ts';

const orders: readonly ContinuumOrder[] = ['quadratic', 'cell', 'four-field'];

interface ContinuumNoteProps {
  readonly info: RunInfo;
  readonly run: RunDocument;
}

/** What the continuum theory beside a network is worth, and how far the two are apart now. */
export function ContinuumNote({ info, run }: ContinuumNoteProps): JSX.Element {
  const index = info.tracks.findIndex(({ id }) => id === CONTINUUM_ID);
  const apart = useLab((state) => state.readouts?.tracks[index]?.difference);
  const comparing = useLab((state) => state.comparison?.track === CONTINUUM_ID);
  const helpId = useId();
  const order = run.tracks.find(({ id }) => id === CONTINUUM_ID)?.continuum?.order ?? 'quadratic';
  const { kind } = currentScenario(run).system;
  return (
    <>
      <p className="track-note" data-help={helpId} data-difference={apart}>
        {text('continuum.apart', { value: apart === undefined ? '–' : `${formatNumber(100 * apart)} %` })}
      </p>
      <p id={helpId} className="vh">
        {text('continuum.apartAbout')}
      </p>
      <p className="track-note">{text(claimOf(kind, order))}</p>
      {info.tracks[index]?.staggered ? <p className="track-note">{text('continuum.staggered')}</p> : null}
      {kind === 'ring-two-layer' ? (
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

/** Whether the theory is the network's limit. physics.md 0 */
function claimOf(kind: string, order: ContinuumOrder): MessageId {
  if (kind === 'ring-perceptron') return 'continuum.E1';
  if (kind !== 'ring-two-layer') return 'continuum.exact';
  return order === 'four-field' ? 'continuum.fourField' : 'continuum.E6';
}
