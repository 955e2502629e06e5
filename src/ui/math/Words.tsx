import type { JSX } from 'react';

/** Words with symbols among them: what stands between asterisks is a symbol ('cost *C*'). */
export function Words({ of: words }: { readonly of: string }): JSX.Element {
  return (
    <>
      {words.split('*').map((part, index) =>
        // Parts take turns: words, symbol, words.
        index % 2 === 0 ? part : <i key={`${index}${part}`}>{part}</i>,
      )}
    </>
  );
}
