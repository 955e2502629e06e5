import { useId, type JSX } from 'react';
import type { RunInfo } from '../../engine/protocol.ts';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { boundOf, type TextbookBound } from './textbook.ts';

interface TextbookNoteProps {
  readonly info: RunInfo;
}

/** The bound of textbook steps at the friction of this moment; null where there is none. */
function useTextbookBound(info: RunInfo): TextbookBound | null {
  return boundOf(info, useLab((state) => state.readouts?.gamma) ?? 0);
}

/** The bound in words, and whether it is kept. Only of a quadratic cost it is the last word. */
function boundWords({ value, kept }: TextbookBound, quadratic: boolean): string {
  const id = quadratic
    ? kept
      ? 'textbook.kept'
      : 'textbook.broken'
    : kept
      ? 'textbook.keptHere'
      : 'textbook.beyondHere';
  return text(id, { value: formatNumber(value) });
}

/** The bound of textbook steps that are on the clock. */
export function TextbookNote({ info }: TextbookNoteProps): JSX.Element | null {
  const bound = useTextbookBound(info);
  const helpId = useId();
  if (bound === null) return null;
  return (
    <>
      <p className="track-note" data-help={helpId} data-kept={bound.kept}>
        {boundWords(bound, info.quadratic)}
      </p>
      <p id={helpId} className="vh">
        {text(info.quadratic ? 'textbook.about' : 'textbook.aboutHere')}
      </p>
    </>
  );
}

/** The same for steps that are not on the clock yet, among the words about them. */
export function TextbookAhead({ info }: TextbookNoteProps): JSX.Element | null {
  const bound = useTextbookBound(info);
  return bound === null ? null : <>{boundWords(bound, info.quadratic)}.</>;
}
