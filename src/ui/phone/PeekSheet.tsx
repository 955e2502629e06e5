import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { KeyStrip } from '../strip/KeyStrip.tsx';
import { useUi } from '../uiState.ts';

/** The key controls, always at hand under the picture; a button to all the others where they are not shown. */
export function PeekSheet({ all }: { readonly all: boolean }): JSX.Element {
  return (
    <div className="peek" data-all={all}>
      {all ? (
        <button type="button" className="peek-all" onClick={() => useUi.setState({ tab: 'controls' })}>
          {text('peek.all')}
        </button>
      ) : null}
      <KeyStrip />
    </div>
  );
}
