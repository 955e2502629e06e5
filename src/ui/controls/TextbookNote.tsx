import { useId, type JSX } from 'react';
import type { RunInfo } from '../../engine/protocol.ts';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { textbookReach } from '../../scenario/trackChoices.ts';
import { useLab } from '../../store/index.ts';
import { textbookBound } from './textbook.ts';

interface TextbookNoteProps {
  readonly info: RunInfo;
  /** Whether the run is on the clock; its bound is told before, too, where it would be broken. */
  readonly shown: boolean;
}

/** The bound of textbook steps, and whether it is kept. */
export function TextbookNote({ info, shown }: TextbookNoteProps): JSX.Element | null {
  const gamma = useLab((state) => state.readouts?.gamma) ?? 0;
  const helpId = useId();
  const main = info.tracks[0];
  const reach = main.dynamics === 'gradient-descent' ? info.dt : textbookReach(info.dt);
  const bound = textbookBound(gamma, main.curvature, reach);
  if (bound === null || (!shown && bound.kept)) return null;
  return (
    <>
      <p className="track-note" data-help={helpId} data-kept={bound.kept}>
        {text(bound.kept ? 'textbook.kept' : 'textbook.broken', { value: formatNumber(bound.value) })}
      </p>
      <p id={helpId} className="vh">
        {text('textbook.about')}
      </p>
    </>
  );
}
