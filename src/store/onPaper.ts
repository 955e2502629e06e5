import { createContext } from 'react';

/** How a picture is drawn apart from the screen: once, in the colours of the element it stands in. */
export interface Paper {
  /** Pixels of the picture for one of CSS; null: as a printer wants it. */
  readonly ratio: number | null;
  /** Whether what the picture leaves free is left clear. */
  readonly clear: boolean;
  /** Told how it is drawn anew while it stands; left out: it is drawn once. @returns what ends it */
  readonly keep?: (draw: () => void) => () => void;
}

/** Set where a picture is drawn for a printer or a file. */
export const OnPaper = createContext<Paper | null>(null);
