import { Check } from 'lucide-react';
import { useEffect, useId, useRef, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import type { Predict as Prediction } from '../../scenario/lesson/types.ts';
import { Prose } from './Prose.tsx';

interface PredictProps {
  readonly of: Prediction;
  readonly chosen: number | null;
  readonly revealed: boolean;
  readonly onChoose: (choice: number) => void;
  readonly onReveal: () => void;
}

/** What to predict, and the answer once a choice was made, or asked for without one. */
export function Predict({ of, chosen, revealed, onChoose, onReveal }: PredictProps): JSX.Element {
  const { ask, choices, answer, reveal } = of;
  const name = useId();
  const reason = useRef<HTMLParagraphElement>(null);
  const byHand = useRef(false);
  // The button that was pressed is gone: what came in its place is read next.
  useEffect(() => {
    if (revealed && byHand.current) reason.current?.focus();
  }, [revealed]);
  const verdict = text(
    chosen === null ? 'lesson.answerIs' : chosen === answer ? 'lesson.right' : 'lesson.wrong',
  );
  return (
    <fieldset className="lesson-predict">
      <legend>
        <Prose of={ask} />
      </legend>
      {choices.map((choice, index) => (
        <label key={choice} data-answer={revealed && index === answer}>
          <input
            type="radio"
            name={name}
            checked={chosen === index}
            disabled={revealed}
            onChange={() => onChoose(index)}
          />
          <span>
            <Prose of={choice} />
          </span>
          {revealed && index === answer ? (
            <>
              <Check aria-hidden="true" />
              <span className="vh">{text('lesson.thisIsIt')}</span>
            </>
          ) : null}
        </label>
      ))}
      {revealed ? (
        <p ref={reason} className="lesson-reason" tabIndex={-1}>
          <strong>{verdict}</strong> <Prose of={reveal} />
        </p>
      ) : (
        <button
          type="button"
          className={chosen === null ? 'text-button' : 'button'}
          onClick={() => {
            byHand.current = true;
            onReveal();
          }}
        >
          {text(chosen === null ? 'lesson.revealAnyway' : 'lesson.reveal')}
        </button>
      )}
    </fieldset>
  );
}
