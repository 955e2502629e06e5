import { useId, type JSX } from 'react';
import type { RunInfo } from '../../engine/protocol.ts';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { textbookReach } from '../../scenario/trackChoices.ts';
import { useLab } from '../../store/index.ts';
import { textbookBound, type TextbookBound } from './textbook.ts';

interface TextbookNoteProps {
  readonly info: RunInfo;
}

/** The bound of textbook steps at the friction of this moment; null where there is none. */
export function useTextbookBound(info: RunInfo): TextbookBound | null {
  const gamma = useLab((state) => state.readouts?.gamma) ?? 0;
  const main = info.tracks[0];
  const reach = main.dynamics === 'gradient-descent' ? info.dt : textbookReach(info.dt);
  return textbookBound(gamma, main.curvature, reach);
}

/** The bound in words, and whether it is kept. */
export function boundWords({ value, kept }: TextbookBound): string {
  return text(kept ? 'textbook.kept' : 'textbook.broken', { value: formatNumber(value) });
}

/** The bound of textbook steps that are on the clock. */
export function TextbookNote({ info }: TextbookNoteProps): JSX.Element | null {
  const bound = useTextbookBound(info);
  const helpId = useId();
  if (bound === null) return null;
  return (
    <>
      <p className="track-note" data-help={helpId} data-kept={bound.kept}>
        {boundWords(bound)}
      </p>
      <p id={helpId} className="vh">
        {text('textbook.about')}
      </p>
    </>
  );
}

/** The same for steps that are not on the clock yet, among the words about them. */
export function TextbookAhead({ info }: TextbookNoteProps): JSX.Element | null {
  const bound = useTextbookBound(info);
  return bound === null ? null : <>{boundWords(bound)}.</>;
}
