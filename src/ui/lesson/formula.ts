import katex from 'katex';
import 'katex/dist/katex.min.css';

/** Limits of a formula that a stranger wrote: sizes in em, and what its macros may grow to. */
const MOST_EM = 10;
const MOST_EXPANSIONS = 500;

/**
 * TeX of a lesson to markup that is read out as MathML. Anybody writes lessons: commands that link, load or style are
 * refused, KaTeX escapes the rest, and what is no TeX stands as it was written.
 */
export function formula(tex: string): string {
  return katex.renderToString(tex, {
    throwOnError: false,
    strict: false,
    trust: false,
    // Hue is physics; what is no TeX is seen by its signs.
    errorColor: 'currentColor',
    maxSize: MOST_EM,
    maxExpand: MOST_EXPANSIONS,
  });
}
