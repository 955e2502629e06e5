import { useEffect, useId, useState, type JSX, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';

export interface ValueFieldProps {
  readonly id?: string;
  /** Accessible name. */
  readonly label: string;
  /** What is shown at rest. */
  readonly shown: string;
  /** What is there to edit: full precision. */
  readonly editable: string;
  /** Id of the help sentence. */
  readonly describedBy?: string;
  readonly numeric?: boolean;
  /** Takes what was typed; answers with a message when it cannot. */
  readonly onCommit: (typed: string) => string | null;
  /** Hears whether the text that stands there is refused: what would act on the value has to wait. */
  readonly onRefused?: (refused: boolean) => void;
  /** Arrow keys: +1 up, −1 down. */
  readonly onStep?: (direction: 1 | -1) => void;
}

/** Width of a value in digits: all signs are as wide as a digit but the point; short ones keep room to click. */
function roomFor(value: string): number {
  const points = value.split(/[.·]/).length - 1;
  return Math.max(3, value.length - 0.5 * points);
}

/**
 * A value that is text until it is touched, then a field. Enter takes it, Escape gives it up, leaving
 * it takes it too. A text that is refused stays with its error until it is mended or given up.
 */
export function ValueField(props: ValueFieldProps): JSX.Element {
  const { id, label, shown, editable, describedBy, numeric, onCommit, onRefused, onStep } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();
  const refused = error !== null;
  useEffect(() => onRefused?.(refused), [refused, onRefused]);

  const finish = (): void => {
    if (typed === null) return;
    const message = typed === editable ? null : onCommit(typed);
    setError(message);
    if (message === null) setTyped(null);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      finish();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setTyped(null);
      setError(null);
    } else if (onStep && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      setTyped(null);
      setError(null);
      onStep(event.key === 'ArrowUp' ? 1 : -1);
    }
  };
  const descriptions = [error === null ? null : errorId, describedBy].filter(Boolean).join(' ');
  return (
    <span className="value">
      <input
        id={id}
        type="text"
        className="val"
        aria-label={label}
        aria-describedby={descriptions === '' ? undefined : descriptions}
        aria-invalid={error !== null}
        inputMode={numeric === false ? 'text' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        style={{ width: `calc(${roomFor(typed ?? shown)}ch + 7px)` }}
        value={typed ?? shown}
        onFocus={(event) => {
          // A refused text is there to be mended.
          if (error !== null) return;
          const field = event.currentTarget;
          // At once, so that what is typed next replaces it all; and again when a pointer has set its caret.
          flushSync(() => setTyped(editable));
          field.select();
          requestAnimationFrame(() => {
            // In a field that was left meanwhile, select() would bring the focus back.
            if (document.activeElement === field && field.value === editable) field.select();
          });
        }}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setError(null);
        }}
        onBlur={finish}
        onKeyDown={press}
      />
      {error === null ? null : (
        <span id={errorId} className="field-error" role="alert">
          {error}
        </span>
      )}
    </span>
  );
}
