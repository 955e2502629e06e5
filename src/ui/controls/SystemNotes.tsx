import '../../messages/late.ts';
import type { JSX } from 'react';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { partOf, valuesOf, type Note } from '../../scenario/sections.ts';
import { useLab } from '../../store/index.ts';
import { Words } from '../math/Words.tsx';
import { FieldNotes } from './FieldNotes.tsx';

/** Validity limits that a theory says of itself. */
function Limits({ notes }: { readonly notes: readonly Note[] }): JSX.Element {
  const kept = notes.every((note) => note.kept);
  const sentences = notes.map(({ message, values = {} }) =>
    text(
      `limit.${message}` as MessageId,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          Number.isInteger(value) ? formatInteger(value) : formatNumber(value),
        ]),
      ),
    ),
  );
  return (
    <p
      className={kept ? 'field-note-row' : 'field-note-row warning'}
      role="note"
      aria-label={text('twoField.name')}
      data-kept={kept}
    >
      <Words of={sentences.join(' ')} />
    </p>
  );
}

/** What a continuum theory has to say of its limits, beside its parameters. */
export function SystemNotes(): JSX.Element | null {
  const scenario = useLab((state) => state.present?.scenario ?? null);
  if (scenario === null) return null;
  const { system } = scenario;
  const notes = partOf('system', system.kind).notes?.(valuesOf(system));
  return notes === undefined ? <FieldNotes scenario={scenario} /> : <Limits notes={notes} />;
}
