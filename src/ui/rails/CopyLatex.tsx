import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { latexOf } from '../math/latex.ts';
import { announce } from '../uiState.ts';

const TOLD_MS = 2000;

function latexNow(): string {
  const { info, document, readouts } = useLab.getState();
  return info === null ? '' : latexOf(info, document?.scenario.title ?? '', readouts);
}

/** Copies the equations and the numbers of this moment; where copying is refused, selects them for a hand to copy. */
export function CopyLatex(): JSX.Element {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const [latex, setLatex] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (state === 'refused') area.current?.select();
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), TOLD_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async (): Promise<void> => {
    const words = latexNow();
    setLatex(words);
    try {
      await navigator.clipboard.writeText(words);
      setState('copied');
      announce(text('equation.copied'));
    } catch {
      // No permission, or a page without a secure origin.
      setState('refused');
    }
  };
  const done = state === 'copied';
  return (
    <div className="copy-latex">
      <button type="button" className="text-button" onClick={() => void copy()}>
        {done ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {text(done ? 'equation.copied' : 'equation.copy')}
      </button>
      {state === 'refused' ? (
        <>
          <p className="note">{text('equation.copyYourself')}</p>
          <textarea
            ref={area}
            readOnly
            rows={6}
            aria-label={text('equation.latex')}
            value={latex}
            onBlur={() => setState('idle')}
          />
        </>
      ) : null}
    </div>
  );
}
