import { useEffect, useState, type JSX } from 'react';
import { textPieces } from '../../scenario/lesson/text.ts';
import { Later } from '../../store/later.ts';

/** KaTeX for the formulas of lessons, after the first words. */
const typesetting = new Later(async () => (await import('./formula.ts')).formula);

/** A text of a lesson: plain words, **bold** ones, and formulas, which stand as TeX until KaTeX is there. */
export function Prose({ of: words }: { readonly of: string }): JSX.Element[] {
  const [formula, setFormula] = useState(() => typesetting.value);
  useEffect(() => {
    if (formula !== null) return;
    let alive = true;
    typesetting.ask().then(
      (loaded) => {
        if (alive) setFormula(() => loaded);
      },
      () => typesetting.forgetFailure(),
    );
    return () => {
      alive = false;
    };
  }, [formula]);
  // Pieces never change their places.
  return textPieces(words).map(({ kind, text }, index) => {
    const key = `${index}${kind}`;
    if (kind === 'text') return <span key={key}>{text}</span>;
    if (kind === 'strong') return <strong key={key}>{text}</strong>;
    if (formula === null) {
      return (
        <i key={key} className="tex">
          {text}
        </i>
      );
    }
    return <span key={key} className="tex" dangerouslySetInnerHTML={{ __html: formula(text) }} />;
  });
}
