import type { ReactNode } from 'react';
import { formatNumber } from '../messages/format.ts';

/** The diverging map with its symmetric limits, under a pane's title. */
export function ColorKey({
  limit,
  children,
}: {
  readonly limit: number;
  readonly children: ReactNode;
}): ReactNode {
  const shown = limit > 0 ? formatNumber(limit) : 'max';
  return (
    <div className="color-key">
      <div className="color-key-name">{children}</div>
      <div className="color-key-map" />
      <div className="color-key-scale">
        <span>{`\u2212${shown}`}</span>
        <span>0</span>
        <span>{shown}</span>
      </div>
    </div>
  );
}
