import '../../messages/late.ts';
import { useEffect, useId, useMemo, useState, type JSX, type KeyboardEvent } from 'react';
import { text } from '../../messages/index.ts';
import { chartGroups, type ChartPicture } from '../../store/pictures.ts';
import { searchPalette } from '../dialogs/paletteSearch.ts';
import { nextEntry } from '../parts/rovingTabs.ts';
import type { SlotName } from '../../store/screenKeys.ts';
import type { RunCharts } from './runCharts.ts';
import './chartList.css';

/** What a few letters find among the charts: by question, as listed; and the one that fits best. */
export function findCharts(
  charts: readonly ChartPicture[],
  query: string,
): { readonly listed: readonly ChartPicture[]; readonly best: ChartPicture | undefined } {
  const listed = chartGroups.flatMap((group) => charts.filter((chart) => chart.group === group));
  const items = listed.map(({ id, name, title, help, group }) => ({
    id,
    kind: 'command' as const,
    label: text(title),
    hint: '',
    keywords: `${text(name)} ${text(`charts.${group}`)} ${text(help)}`,
  }));
  const found = searchPalette(items, query).map(({ id }) => id);
  return {
    listed: listed.filter(({ id }) => found.includes(id)),
    best: query.trim() === '' ? undefined : listed.find(({ id }) => id === found[0]),
  };
}

interface ChartListProps {
  readonly slot: SlotName;
  readonly charts: RunCharts;
  readonly close: () => void;
}

/** The charts of a run by the question that they answer; letters filter, arrows walk, Enter shows. */
export function ChartList({ slot, charts, close }: ChartListProps): JSX.Element {
  const { offered, shown, choose } = charts;
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const listId = useId();
  const { listed, best } = useMemo(() => findCharts(offered, query), [offered, query]);
  const wanted = picked ?? best?.id ?? shown[slot];
  const at = Math.max(
    0,
    listed.findIndex(({ id }) => id === wanted),
  );
  const active: ChartPicture | undefined = listed[at];
  useEffect(() => {
    if (active !== undefined)
      document.getElementById(`${listId}-${active.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);
  const take = (id: string | undefined): void => {
    if (id === undefined) return;
    close();
    choose(slot, id);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      take(active?.id);
      return;
    }
    const next = listed.length === 0 ? null : nextEntry(event.key, at, listed.length);
    if (next === null) return;
    event.preventDefault();
    setPicked(listed[next].id);
  };
  const other = slot === 'single' ? null : shown[slot === 'left' ? 'right' : 'left'];
  const where = (id: string): string | null => {
    if (id === shown[slot]) return text('charts.here');
    return id === other ? text('charts.beside') : null;
  };
  return (
    <div className="chart-finder">
      <input
        type="text"
        role="combobox"
        aria-label={text('charts.find')}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={active === undefined ? undefined : `${listId}-${active.id}`}
        placeholder={text('charts.find')}
        autoComplete="off"
        spellCheck={false}
        // It opens to be typed into: the popover gives the focus back when it closes.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setPicked(null);
        }}
        onKeyDown={press}
      />
      <div id={listId} role="listbox" aria-label={text('drawer.name')}>
        {chartGroups.map((group) => {
          const own = listed.filter((chart) => chart.group === group);
          if (own.length === 0) return null;
          return (
            <div key={group} role="group" aria-label={text(`charts.${group}`)}>
              <h3 aria-hidden="true">{text(`charts.${group}`)}</h3>
              {own.map(({ id, title, help }) => (
                // The keyboard stays in the field: it drives the list by aria-activedescendant.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                <div
                  key={id}
                  id={`${listId}-${id}`}
                  role="option"
                  aria-selected={id === active?.id}
                  aria-describedby={`${listId}-${id}-help`}
                  aria-label={[text(title), where(id)].filter(Boolean).join(', ')}
                  tabIndex={-1}
                  data-chart-option={id}
                  onPointerMove={() => setPicked(id)}
                  onClick={() => take(id)}
                >
                  <span className="chart-option-name">{text(title)}</span>
                  <span className="chart-option-where">{where(id)}</span>
                  <span className="chart-option-help" id={`${listId}-${id}-help`}>
                    {text(help)}
                  </span>
                </div>
              ))}
            </div>
          );
        })}
      </div>
      <p className="note" role="status">
        {listed.length === 0 ? text('charts.none') : text('charts.count', { count: listed.length })}
      </p>
    </div>
  );
}
