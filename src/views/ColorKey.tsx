import type { ReactNode } from 'react';
import { formatInteger, formatNumber } from '../messages/format.ts';
import { text } from '../messages/index.ts';
import { useLab } from '../store/index.ts';

/** The diverging map with its symmetric limits, under a pane's title; says by how much it is magnified. */
export function ColorKey({
  limit,
  note,
  children,
}: {
  /** As it is drawn: the largest of the run so far, over the factor of magnification. */
  readonly limit: number;
  /** What else has to be known of what is drawn. */
  readonly note?: string | null;
  readonly children: ReactNode;
}): ReactNode {
  const magnified = useLab((state) => state.magnified);
  const shown = limit > 0 ? formatNumber(limit) : 'max';
  return (
    <div className="color-key">
      <div className="color-key-name">{children}</div>
      <div className="color-key-map" />
      <div className="color-key-scale" title={text('view.scale')}>
        <span>{`\u2212${shown}`}</span>
        <span>0</span>
        <span>{shown}</span>
      </div>
      {note == null ? null : <div className="color-key-note">{note}</div>}
      {magnified > 1 && (
        <button
          type="button"
          className="color-key-magnified"
          title={text('view.magnifyBack')}
          onClick={() => useLab.getState().setMagnified(1)}
        >
          <b>{text('view.magnified', { factor: formatInteger(magnified) })}</b>{' '}
          {limit > 0 && text('view.magnifiedOf', { peak: formatNumber(limit * magnified) })}
        </button>
      )}
    </div>
  );
}
