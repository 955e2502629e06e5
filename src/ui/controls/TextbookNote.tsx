import { useId, type JSX } from 'react';
import type { RunInfo } from '../../engine/protocol.ts';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';

interface TextbookNoteProps {
  readonly info: RunInfo;
}

/** Where ηΔtλ ends to be stable. */
const END = 2;

/** The bound in words, and whether it is kept. Only of a quadratic cost it is the last word. */
function boundWords(value: number, quadratic: boolean): string {
  const kept = value < END;
  const id = quadratic
    ? kept
      ? 'textbook.kept'
      : 'textbook.broken'
    : kept
      ? 'textbook.keptHere'
      : 'textbook.beyondHere';
  return text(id, { value: formatNumber(value) });
}

/** ηΔtλ of this moment, as the engine tells it. */
const useTextbook = (): number | null => useLab((state) => state.readouts?.textbook) ?? null;

/** The bound of textbook steps that are on the clock. */
export function TextbookNote({ info }: TextbookNoteProps): JSX.Element | null {
  const value = useTextbook();
  const helpId = useId();
  if (value === null) return null;
  return (
    <>
      <p className="track-note" data-help={helpId} data-kept={value < END}>
        {boundWords(value, info.quadratic)}
      </p>
      <p id={helpId} className="vh">
        {text(info.quadratic ? 'textbook.about' : 'textbook.aboutHere')}
      </p>
    </>
  );
}

/** The same for steps that are not on the clock yet, among the words about them. */
export function TextbookAhead({ info }: TextbookNoteProps): JSX.Element | null {
  const value = useTextbook();
  return value === null ? null : <>{boundWords(value, info.quadratic)}.</>;
}
