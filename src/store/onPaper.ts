import { createContext } from 'react';

/** Whether a picture is drawn for paper: once, at the printer's resolution, in the colours of the element it stands in. */
export const OnPaper = createContext(false);
