import type { JSX } from 'react';
import { Instrument } from '../ui/Instrument.tsx';
import { charts } from '../views/charts/index.ts';

/** The instrument with its charts; the large pictures are in the store (pictures.ts). */
export function App(): JSX.Element {
  return <Instrument charts={charts} />;
}
