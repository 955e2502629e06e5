import type { JSX } from 'react';
import { wordsOf } from './words.ts';

/** Words with their symbols in the face of mathematics. */
export function Words({ of: words }: { readonly of: string }): JSX.Element {
  return (
    <>
      {wordsOf(words).map(({ text, symbol }, index) =>
        // The parts of one sentence never change places.
        symbol ? <i key={index}>{text}</i> : <span key={index}>{text}</span>,
      )}
    </>
  );
}
