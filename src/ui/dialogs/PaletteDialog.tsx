import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type JSX,
  type KeyboardEvent,
} from 'react';
import { isolated } from '../../messages/bidi.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { nextEntry } from '../parts/rovingTabs.ts';
import { showDialog } from '../uiState.ts';
import { Modal } from './Modal.tsx';
import { paletteEntries, type PaletteEntry } from './paletteItems.ts';
import { takeTypedAhead } from './TypedAhead.ts';
import { searchPalette, type PaletteItem } from './paletteSearch.ts';

const kinds: Record<PaletteItem['kind'], MessageId> = {
  command: 'palette.command',
  parameter: 'palette.parameter',
  scenario: 'palette.scenario',
};

/** The lab as it stands when the palette opens. */
const labNow = (): ReturnType<typeof useLab.getState> => useLab.getState();

/** Commands, controls and scenarios by a few letters: arrows choose, Enter does it. */
export function PaletteDialog(): JSX.Element {
  const [entries] = useState(() => paletteEntries(labNow()));
  const [ahead] = useState(takeTypedAhead);
  const [query, setQuery] = useState(ahead.words);
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const found = useMemo(() => searchPalette(entries, query) as readonly PaletteEntry[], [entries, query]);
  const at = Math.min(chosen, found.length - 1);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const run = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    showDialog(null);
    entry.run();
  };
  const first = useRef(run);
  useLayoutEffect(() => {
    if (ahead.done) first.current(searchPalette(entries, ahead.words)[0] as PaletteEntry | undefined);
  }, [ahead, entries]);
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      run(found[at]);
      return;
    }
    const next = found.length === 0 ? null : nextEntry(event.key, at, found.length);
    if (next === null) return;
    event.preventDefault();
    setChosen(next);
  };
  return (
    <Modal title={text('palette.title')} className="palette">
      <input
        type="text"
        className="palette-search"
        role="combobox"
        aria-label={text('palette.search')}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={found.length === 0 ? undefined : `${listId}-${at}`}
        placeholder={text('palette.search')}
        autoComplete="off"
        spellCheck={false}
        data-focus
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={press}
      />
      <ul ref={list} id={listId} role="listbox" aria-label={text('palette.title')}>
        {found.map((entry, index) => (
          // The keyboard stays in the field: it drives the list by aria-activedescendant.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={entry.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onPointerMove={() => setChosen(index)}
            onClick={() => run(entry)}
          >
            <span className="palette-label">{isolated(entry.label)}</span>
            <span className="palette-hint">{entry.hint}</span>
            <span className="palette-kind">{text(kinds[entry.kind])}</span>
          </li>
        ))}
      </ul>
      <p className="note" role="status">
        {found.length === 0 ? text('palette.none') : text('palette.count', { count: found.length })}
      </p>
    </Modal>
  );
}
