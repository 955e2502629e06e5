import { useEffect, useState, type JSX } from 'react';
import { Later } from '../../store/later.ts';
import type { Equation } from './equations.ts';

/** KaTeX, after the first paint. */
const typesetting = new Later(async () => (await import('./typeset.ts')).typeset);

function useTypeset(): typeof typesetting.value {
  const [typeset, setTypeset] = useState(() => typesetting.value);
  useEffect(() => {
    if (typeset !== null) return;
    let alive = true;
    typesetting.ask().then(
      (loaded) => {
        if (alive) setTypeset(() => loaded);
      },
      // Without a network the plain text says the same; the next equation asks again.
      () => typesetting.forgetFailure(),
    );
    return () => {
      alive = false;
    };
  }, [typeset]);
  return typeset;
}

/** An equation, in plain letters until KaTeX is there. */
export function EquationView({ equation }: { readonly equation: Equation }): JSX.Element {
  const typeset = useTypeset();
  if (typeset === null) return <div className="eq plain">{equation.plain}</div>;
  return <div className="eq" dangerouslySetInnerHTML={{ __html: typeset(equation.tex) }} />;
}
