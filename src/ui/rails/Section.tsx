import { ChevronRight } from 'lucide-react';
import type { JSX, ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  /** At the right end of the heading: where the paper says it. */
  readonly source?: string;
  /** Folded until a hand opens it. */
  readonly folded?: boolean;
  readonly name: string;
  readonly children: ReactNode;
}

/** A section of the right rail that folds. */
export function Section({ title, source, folded = false, name, children }: SectionProps): JSX.Element {
  return (
    <details className="sec" open={!folded} data-section={name}>
      <summary>
        <h2>{title}</h2>
        {source === undefined ? null : <span>{source}</span>}
        <ChevronRight aria-hidden="true" />
      </summary>
      {children}
    </details>
  );
}
