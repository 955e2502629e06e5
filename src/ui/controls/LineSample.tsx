import type { JSX } from 'react';
import type { TrackRole } from '../../scenario/types.ts';

/** The very line of a track, as the pictures draw it: shape repeats colour. */
export function LineSample({ role }: { readonly role: TrackRole }): JSX.Element {
  const thick = role === 'second';
  const open = role === 'ghost' || role === 'descent';
  return (
    <svg className={`sample role-${role}`} viewBox="0 0 26 12" aria-hidden="true">
      <line
        x1="0"
        x2="26"
        y1="6"
        y2="6"
        stroke="currentColor"
        strokeWidth={thick ? 2.75 : 1.75}
        strokeDasharray={role === 'theory' ? '6 4' : role === 'descent' ? '2 3' : undefined}
      />
      {thick ? <circle cx="13" cy="6" r="3.75" fill="currentColor" /> : null}
      {open ? (
        <circle cx="13" cy="6" r="3" fill="var(--ground)" stroke="currentColor" strokeWidth="1.5" />
      ) : null}
    </svg>
  );
}
