import '../../messages/late.ts';
import './sourceKey.css';
import type { ReactNode } from 'react';
import type { Sheet } from '../../engine/protocol.ts';
import { formatShort } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { localSourcesNow } from './drive.ts';
import { scalesOf } from './local.ts';
import type { SourceLayout } from './sourceLayout.ts';

/**
 * What bars about the current point are, and how much full height is on each sheet: beside the colour key, for beside the bars
 * there is room for so many words only in large panes.
 */
export function SourceKey({
  sheets,
  sources: { every, everyK },
}: {
  readonly sheets: readonly Sheet[];
  readonly sources: SourceLayout;
}): ReactNode {
  // As text, so that what is seen five times a second is drawn when a scale is another.
  const scales = useLab(() => {
    const local = localSourcesNow();
    return local === null ? '' : JSON.stringify([scalesOf(local.largestJ), scalesOf(local.largestK)]);
  });
  if (scales === '') return null;
  const [fullJ, fullK] = JSON.parse(scales) as readonly (readonly number[])[];
  const thinned = every === 1 ? '' : text('view.field.every', { every });
  const rows = [
    { role: 'J', sub: 1, words: text('view.field.slope') + thinned, full: fullJ },
    {
      role: 'K',
      sub: 2,
      words:
        everyK === 0
          ? text('view.field.noBend')
          : text('view.field.bend') + (everyK > 1 ? text('view.field.everyBar', { every: everyK }) : ''),
      full: everyK === 0 ? [] : fullK,
    },
  ] as const;
  return (
    <table className="source-key" title={text('view.field.current')}>
      <thead>
        <tr>
          <th scope="col">{text('view.field.full')}</th>
          {fullJ.map((_, n) => (
            // Scales have no identity but their sheet.
            <th key={n} scope="col">
              {fullJ.length === 1 ? '' : sheets[n].name.replace(/[⁽⁾]/g, '')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ role, sub, words, full }) => (
          <tr key={role} className={`role-${role}`}>
            <th scope="row">
              <i className="label-symbol">J</i>
              <sub>{sub}</sub>
              <span className="source-key-formula">{words}</span>
            </th>
            {full.map((height, n) => (
              <td key={n}>{height > 0 ? formatShort(height) : ''}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
