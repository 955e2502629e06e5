import type { JSX } from 'react';
import { useUi } from '../uiState.ts';

/** What is told to a screen reader as it happens. */
export function Live(): JSX.Element {
  const announcement = useUi((state) => state.announcement);
  return (
    <div className="vh" aria-live="polite" data-live>
      {announcement}
    </div>
  );
}
