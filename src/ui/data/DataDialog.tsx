import { useEffect, useId, useState, type JSX } from 'react';
import { formatInteger } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { separators, tableLimits } from '../../scenario/table/read.ts';
import { useLab } from '../../store/index.ts';
import { ChoiceRow } from '../controls/ChoiceRow.tsx';
import { Modal } from '../dialogs/Modal.tsx';
import { chooseFile } from '../files/open.ts';
import { announce, showDialog } from '../uiState.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { MadeReport, UnreadReport } from './MadeReport.tsx';
import { MakingForm } from './MakingForm.tsx';
import type { ReadTable } from './readTable.ts';
import { openSet, shippedSets } from './sets.ts';
import { isRead, isUsable, readOtherwise, readText, showRunTable, takeSamples, useTable } from './state.ts';
import { signName, standsText, unreadableText } from './words.ts';
import './data.css';

/** Longest text that is shown in the field; a longer one is read whole all the same. */
const MOST_SHOWN = 20_000;
/** Reading waits until a hand that types rests. */
const REST_MS = 250;

/** The table as text, and where it comes from. */
function SourceField(): JSX.Element {
  const known = useTable((state) => state.text);
  const source = useTable((state) => state.source);
  const [typed, setTyped] = useState<string | null>(null);
  const aboutId = useId();
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      readText(typed, { name: '', credit: '' });
      setTyped(null);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const shown = typed ?? known;
  const cut = shown.length > MOST_SHOWN;
  return (
    <section className="data-source">
      <p id={aboutId} className="note">
        {text('table.paste')}
      </p>
      <div className="data-sets">
        {shippedSets.map((set) => (
          <button key={set.id} type="button" className="button" onClick={() => void openSet(set)}>
            {text(set.name)}
          </button>
        ))}
        <button type="button" className="button" onClick={chooseFile}>
          {text('table.file')}
        </button>
      </div>
      <textarea
        aria-label={text('table.text')}
        aria-describedby={aboutId}
        spellCheck={false}
        autoComplete="off"
        wrap="off"
        rows={5}
        readOnly={cut}
        data-focus="true"
        value={cut ? `${shown.slice(0, MOST_SHOWN)}…` : shown}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onPaste={(event) => {
          // A long text is taken as it is, not through the field: that would cost seconds.
          const pasted = event.clipboardData.getData('text/plain');
          if (!cut && pasted.length <= MOST_SHOWN && shown !== '') return;
          event.preventDefault();
          setTyped(null);
          readText(pasted, { name: '', credit: '' });
        }}
      />
      <p className="note">
        {source.credit === '' ? '' : text('table.credit', { credit: source.credit })}
        {source.name === '' || source.credit !== '' ? ' ' : `${source.name} · `}
        {text('table.limits', {
          rows: formatInteger(tableLimits.rows),
          columns: formatInteger(tableLimits.columns),
          size: tableLimits.bytes / 1048576,
        })}
      </p>
    </section>
  );
}

/** How the text is taken apart: as it was found, or as a hand says. */
function ReadingForm({ table }: { readonly table: ReadTable }): JSX.Element {
  const reading = useTable((state) => state.reading);
  const found = (name: string): string => text('table.separator.auto', { found: name });
  return (
    <section>
      <h3>{text('table.reading')}</h3>
      <div className="data-choices">
        <ChoiceRow
          label={text('table.separator')}
          value={reading.separator}
          options={[
            { value: 'auto', label: found(signName(table.separator)) },
            ...separators.map((value) => ({ value, label: signName(value) })),
          ]}
          restarts={false}
          onChoose={(value) => readOtherwise({ separator: value as typeof reading.separator })}
        />
        <ChoiceRow
          label={text('table.decimal')}
          value={reading.decimal}
          options={[
            { value: 'auto', label: found(signName(table.decimal)) },
            ...(['.', ','] as const).map((value) => ({ value, label: signName(value) })),
          ]}
          restarts={false}
          onChoose={(value) => readOtherwise({ decimal: value as typeof reading.decimal })}
        />
        <ChoiceRow
          label={text('table.header')}
          value={reading.header}
          options={[
            { value: 'auto', label: found(text(table.header ? 'table.header.yes' : 'table.header.no')) },
            { value: 'yes', label: text('table.header.yes') },
            { value: 'no', label: text('table.header.no') },
          ]}
          restarts={false}
          onChoose={(value) => readOtherwise({ header: value as typeof reading.header })}
        />
      </div>
    </section>
  );
}

/** A table that was pasted or dropped becomes the samples of the run. */
export function DataDialog(): JSX.Element {
  useEffect(showRunTable, []);
  const exact = useTable((state) => state.exact);
  const table = useTable((state) => state.table);
  const usable = useTable(isUsable);
  const refused = useTable((state) => state.refused);
  const made = useTable((state) => state.made);
  const read = isRead(table) ? table : null;
  const train = async (): Promise<void> => {
    if (!(await takeSamples())) return;
    showDialog(null);
    const count = useTable.getState().made?.X.length ?? 0;
    announce(text('table.begun', { count }));
    useLab.getState().play();
  };
  return (
    <Modal title={text('table.title')} className="data">
      <div className="data-body">
        <SourceField />
        {table !== null && !isRead(table) ? (
          <p className="data-problem" role="status">
            {unreadableText(table)}
          </p>
        ) : null}
        {read === null ? null : (
          <>
            {exact ? null : (
              <p className="note" role="status">
                {text('table.otherwise')}
              </p>
            )}
            <UnreadReport table={read} />
            <ReadingForm table={read} />
            <ColumnTable table={read} />
            <MakingForm table={read} />
            <MadeReport table={read} />
          </>
        )}
      </div>
      <footer>
        <button type="button" className="button primary" disabled={!usable} onClick={() => void train()}>
          {text('table.train')}
        </button>
        <p className="data-count" role="status">
          {refused !== '' ? refused : standsText(made, usable)}
        </p>
      </footer>
    </Modal>
  );
}
