import type { JSX } from 'react';

interface TimelineTipProps {
  /** Place along the timeline. */
  readonly x: number;
  /** Lines: time and step, then the edits there. */
  readonly children: readonly string[];
}

/** What stands at a place of the timeline, above it. The slider says the same to screen readers. */
export function TimelineTip({ x, children }: TimelineTipProps): JSX.Element {
  return (
    // Half its width stays within what stands beside the timeline.
    <div
      className="tip timeline-tip num"
      aria-hidden="true"
      style={{ left: `clamp(40px, ${x}px, 100% - 40px)` }}
    >
      {children.join('\n')}
    </div>
  );
}
