import type { JSX } from 'react';
import { wordsOf, type Face } from './words.ts';

const tags = { plain: 'span', symbol: 'i', sub: 'sub', sup: 'sup' } as const satisfies Record<Face, string>;

/** Words with their symbols in the face of mathematics. */
export function Words({ of: words }: { readonly of: string }): JSX.Element {
  return (
    <>
      {wordsOf(words).map(({ text, face }, index) => {
        const Tag = tags[face];
        // The parts of one sentence never change places.
        return <Tag key={index}>{text}</Tag>;
      })}
    </>
  );
}
