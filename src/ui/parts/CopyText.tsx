import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { announce } from '../uiState.ts';

const TOLD_MS = 2000;

interface CopyTextProps {
  readonly label: string;
  /** Name of the field with the words, where copying is refused. */
  readonly field: string;
  /** The words of this moment. */
  readonly words: () => string;
  readonly className?: string;
}

/** Copies words; where copying is refused, selects them for a hand to copy. */
export function CopyText({ label, field, words, className = 'text-button' }: CopyTextProps): JSX.Element {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const [shown, setShown] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (state === 'refused') area.current?.select();
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), TOLD_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async (): Promise<void> => {
    const now = words();
    setShown(now);
    try {
      await navigator.clipboard.writeText(now);
      setState('copied');
      announce(text('copy.done'));
    } catch {
      // No permission, or a page without a secure origin.
      setState('refused');
    }
  };
  const done = state === 'copied';
  return (
    <div className="copy-text">
      <button type="button" className={className} onClick={() => void copy()}>
        {done ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {done ? text('copy.done') : label}
      </button>
      {state === 'refused' ? (
        <>
          <p className="note">{text('copy.yourself')}</p>
          <textarea
            ref={area}
            readOnly
            rows={6}
            aria-label={field}
            value={shown}
            onBlur={() => setState('idle')}
          />
        </>
      ) : null}
    </div>
  );
}
