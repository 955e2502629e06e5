import { useEffect, useState, type JSX } from 'react';
import type { Equation } from './equations.ts';

type Typeset = (tex: string) => string;
let loaded: Typeset | null = null;

/** Loads KaTeX once, after the first paint. */
function useTypeset(): Typeset | null {
  const [typeset, setTypeset] = useState<Typeset | null>(() => loaded);
  useEffect(() => {
    if (typeset !== null) return;
    let alive = true;
    import('./typeset.ts')
      .then((module) => {
        loaded = module.typeset;
        if (alive) setTypeset(() => module.typeset);
      })
      .catch(() => {
        // Offline before it was cached: the plain text says the same.
      });
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
