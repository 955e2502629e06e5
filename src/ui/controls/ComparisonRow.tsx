import type { JSX } from 'react';
import { formatShort } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { currentScenario } from '../../scenario/patch.ts';
import { COMPARISON_ID, differenceOf } from '../../scenario/trackChoices.ts';
import type { RunDocument } from '../../scenario/types.ts';
import { useLab } from '../../store/index.ts';
import { showDialog } from '../uiState.ts';
import { LineSample } from './LineSample.tsx';
import { SwitchRow } from './SwitchRow.tsx';
import { stopComparison } from './trackActions.ts';

/** In a few words what the comparison differs in: 'γ 2'; null while nothing is compared. */
export function comparisonWords(run: RunDocument | null): string | null {
  const track = run?.tracks.find(({ id }) => id === COMPARISON_ID);
  if (run === null || track === undefined) return null;
  const difference = differenceOf(currentScenario(run), track);
  if (difference === null) return text('track.comparison');
  const { symbol, value } = difference;
  const shown = typeof value === 'number' ? formatShort(value) : String(value);
  return text('track.comparisonOf', { what: `${symbol} ${shown}`.trim() });
}

/** Begins a comparison; while there is one, shows or hides it and ends it. */
export function ComparisonRow(): JSX.Element {
  const run = useLab((state) => state.document);
  const hidden = useLab((state) => state.hiddenTracks.includes(COMPARISON_ID));
  const words = comparisonWords(run);
  const open = (
    <button type="button" className="text-button" aria-haspopup="dialog" onClick={() => showDialog('compare')}>
      {text('compare.open')}
    </button>
  );
  if (words === null) return <div className="track-actions">{open}</div>;
  return (
    <>
      <SwitchRow
        label={words}
        checked={!hidden}
        sample={<LineSample role="other" />}
        onChange={() => useLab.getState().toggleTrack(COMPARISON_ID)}
      />
      <div className="track-actions">
        {open}
        <button type="button" className="text-button" onClick={stopComparison}>
          {text('compare.stop')}
        </button>
      </div>
    </>
  );
}
