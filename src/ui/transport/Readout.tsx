import type { JSX } from 'react';

interface ReadoutProps {
  /** Accessible name. */
  readonly name: string;
  readonly value: number | undefined;
  /** What is shown. */
  readonly shown: string;
  readonly className?: string;
}

/**
 * A number of the run. `data-value` holds it in full for tests and copying; it is silent for screen
 * readers unless asked (ten announcements a second help nobody).
 */
export function Readout({ name, value, shown, className }: ReadoutProps): JSX.Element {
  return (
    <output
      className={className === undefined ? 'num' : `num ${className}`}
      aria-label={name}
      aria-live="off"
      data-value={value === undefined ? '' : String(value)}
    >
      {shown}
    </output>
  );
}
