import type { JSX } from 'react';
import type { TrackRole } from '../../scenario/types.ts';

/** The very line of a track, as the pictures draw it: shape repeats colour. */
export function LineSample({ role }: { readonly role: TrackRole }): JSX.Element {
  const thick = role === 'second';
  const thin = role === 'descent';
  return (
    <svg className={`sample role-${role}`} viewBox="0 0 26 12" aria-hidden="true">
      <line
        x1="0"
        x2="26"
        y1="6"
        y2="6"
        stroke="currentColor"
        strokeWidth={thick ? 2.75 : thin ? 1.2 : 1.75}
        strokeDasharray={role === 'theory' ? '6 4' : undefined}
      />
      {thick ? <circle cx="13" cy="6" r="3.75" fill="currentColor" /> : null}
      {role === 'ghost' ? (
        <circle cx="13" cy="6" r="3" fill="var(--ground)" stroke="currentColor" strokeWidth="1.5" />
      ) : null}
      {thin ? (
        <rect
          x="10.5"
          y="3.5"
          width="5"
          height="5"
          fill="var(--ground)"
          stroke="currentColor"
          strokeWidth="1.2"
        />
      ) : null}
    </svg>
  );
}
