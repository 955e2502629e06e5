import type { JSX } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import type { Section } from '../../scenario/types.ts';
import { Words } from '../math/Words.tsx';
import { twoFieldLimits, type TwoFieldLimits } from './twoField.ts';

/** What the theory leaves out, and how short a wave its mesh has. */
function sentences({ order, mesh, reach, posed }: TwoFieldLimits): readonly string[] {
  const first = text(`twoField.${order}`);
  if (order === 'quadratic') {
    return [first, text(posed ? 'twoField.posed' : 'twoField.illPosed', { reach: formatNumber(reach) })];
  }
  return order === 'four-field' && mesh > 1 ? [first, text('twoField.copies', { mesh })] : [first];
}

/** Validity limits of the two-field theory that runs (errata E6, E7). */
export function TwoFieldNote({ system }: { readonly system: Section }): JSX.Element {
  const limits = twoFieldLimits(system);
  const kept = limits.order !== 'quadratic' || limits.posed;
  return (
    <p
      className={kept ? 'field-note-row' : 'field-note-row warning'}
      role="note"
      aria-label={text('twoField.name')}
      data-kept={kept}
    >
      <Words of={sentences(limits).join(' ')} />
    </p>
  );
}
