import { text } from '../../messages/index.ts';
import type { Label } from '../scene/labelLayer.ts';
import type { SourceLayout } from './sourceLayout.ts';

type Worded = Pick<Label, 'parts' | 'look' | 'term'>;

/**
 * What the sources are called where they stand, J's and K's; null for bars about the current point, whose formulas and
 * scales stand in a key (SourceKey.tsx): beside them there is room for so many words only in large panes.
 */
export function sourceNames({
  form,
  every,
}: SourceLayout): { readonly J: Worded; readonly K: Worded } | null {
  if (form === 'bars') return null;
  const thinned = every === 1 ? '' : text('view.field.every', { every });
  return {
    J: {
      parts: [{ text: `${text('view.field.source')} ` }, { symbol: 'J' }, { text: thinned }],
      look: 'role-J',
      term: 'J',
    },
    K: {
      parts: [
        { text: `${text('view.field.coupling')} ` },
        { symbol: 'K' },
        // On a chain both are thinned alike, and stand beside each other.
        { text: form === 'lines' ? thinned : '' },
      ],
      look: 'role-K',
      term: 'K',
    },
  };
}
