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
  // Steps that are on the clock have a rate and a jump of their own; those that are not yet will follow friction.
  const track = info.tracks.find(({ jump }) => jump !== null);
  const eta = track?.eta ?? 1 / gamma;
  const curvature = (track ?? info.tracks[0]).curvature;
  return textbookBound(eta, curvature, track?.jump ?? textbookReach(info.dt));
}

/** The bound in words, and whether it is kept. Only of a quadratic cost it is the last word. */
export function boundWords({ value, kept }: TextbookBound, quadratic: boolean): string {
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
