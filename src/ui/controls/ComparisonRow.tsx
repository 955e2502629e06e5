import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { COMPARISON_ID } from '../../scenario/trackChoices.ts';
import { useLab } from '../../store/index.ts';
import { comparisonWords } from '../trackNames.ts';
import { showDialog } from '../uiState.ts';
import { LineSample } from './LineSample.tsx';
import { SwitchRow } from './SwitchRow.tsx';
import { stopComparison } from './trackActions.ts';

/** Opens the dialog in which a comparison is chosen. */
export function CompareButton(): JSX.Element {
  return (
    <button type="button" className="more" aria-haspopup="dialog" onClick={() => showDialog('compare')}>
      {text('compare.open')}
    </button>
  );
}

/** While there is a comparison: shows or hides it, and ends it. */
export function ComparisonRow(): JSX.Element | null {
  const run = useLab((state) => state.present);
  const hidden = useLab((state) => state.hiddenTracks.includes(COMPARISON_ID));
  const words = comparisonWords(run);
  if (words === null) return null;
  return (
    <>
      <SwitchRow
        label={words.name}
        checked={!hidden}
        sample={<LineSample role="other" />}
        onChange={() => useLab.getState().toggleTrack(COMPARISON_ID)}
      />
      <div className="track-actions">
        <button type="button" className="text-button" onClick={stopComparison}>
          {text('compare.stop')}
        </button>
      </div>
    </>
  );
}
