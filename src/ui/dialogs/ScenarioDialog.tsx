import { FolderOpen } from 'lucide-react';
import { useId, useMemo, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { text } from '../../messages/index.ts';
import { chapters, findShipped, type ShippedFile, type ShippedScenario } from '../../scenario/shipped.ts';
import { useLab } from '../../store/index.ts';
import { chooseFile } from '../files/open.ts';
import { openShipped } from '../files/shipped.ts';
import { announce, showDialog } from '../uiState.ts';
import { Modal } from './Modal.tsx';
import { searchScenarios } from './scenarioSearch.ts';

function open({ id, title }: Pick<ShippedFile, 'id' | 'title'>): void {
  showDialog(null);
  announce(text('live.opened', { title }));
  void openShipped(id);
}

/** Where an arrow key leads: up and down from scenario to scenario, left and right among its presets. */
function target(list: HTMLElement, from: Element | null, key: string): HTMLElement | null {
  const entries = [...list.querySelectorAll<HTMLElement>('.entry')];
  const item = from?.closest('li');
  const at = entries.findIndex((entry) => entry.closest('li') === item);
  switch (key) {
    case 'ArrowDown':
      return entries[Math.min(entries.length - 1, at + 1)] ?? null;
    case 'ArrowUp':
      return at <= 0 ? list.querySelector('input') : entries[at - 1];
    case 'Home':
      return entries[0] ?? null;
    case 'End':
      return entries.at(-1) ?? null;
    case 'ArrowLeft':
    case 'ArrowRight': {
      const buttons = [...(item?.querySelectorAll<HTMLElement>('button') ?? [])];
      const next = buttons.findIndex((button) => button === from) + (key === 'ArrowRight' ? 1 : -1);
      return buttons[next] ?? null;
    }
    default:
      return null;
  }
}

/** The shipped scenarios in chapters, with a search, and a way to one's own. */
export function ScenarioDialog(): JSX.Element {
  const shipped = useLab((state) => state.shipped);
  const currentId = useLab((state) => state.shippedId);
  const [query, setQuery] = useState('');
  const { scenarios, best } = useMemo(() => searchScenarios(shipped, query), [shipped, query]);
  const list = useRef<HTMLDivElement>(null);
  const headings = useId();
  const current = currentId === null ? null : findShipped(shipped, currentId);

  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const { key, target: from } = event;
    const typing = from instanceof HTMLInputElement;
    if (typing && key === 'Enter' && !event.nativeEvent.isComposing) {
      if (best !== null) open(best);
      return;
    }
    // In the field the other keys move the caret.
    if ((typing && key !== 'ArrowDown') || list.current === null) return;
    const next = target(list.current, document.activeElement, key);
    if (next === null) return;
    event.preventDefault();
    next.focus();
  };
  const count = text('scenarios.count', { count: scenarios.length });
  return (
    <Modal title={text('scenarios.title')} className="scenarios">
      {/* Arrow keys are a second way beside Tab. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={list} className="scenario-list" onKeyDown={press}>
        <input
          type="text"
          className="palette-search"
          aria-label={text('scenarios.search')}
          placeholder={text('scenarios.search')}
          autoComplete="off"
          spellCheck={false}
          data-focus
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <p className="note found" role="status">
          {best === null ? count : text('scenarios.enter', { count, title: best.title })}
        </p>
        <div className="chapters">
          {shipped.length === 0 ? <p className="note">{text('scenarios.empty')}</p> : null}
          {chapters.map((chapter) => {
            const entries = scenarios.filter((scenario) => scenario.chapter === chapter);
            if (entries.length === 0) return null;
            const heading = `${headings}-${chapter}`;
            return (
              <section key={chapter} aria-labelledby={heading}>
                <h3 id={heading}>{text(`scenarios.chapter.${chapter}`)}</h3>
                <ul>
                  {entries.map((scenario) => (
                    <Entry
                      key={scenario.id}
                      scenario={scenario}
                      current={current?.scenario.id === scenario.id ? current.id : null}
                    />
                  ))}
                </ul>
              </section>
            );
          })}
        </div>
      </div>
      <footer>
        <button
          type="button"
          className="button"
          onClick={() => {
            showDialog(null);
            chooseFile();
          }}
        >
          <FolderOpen aria-hidden="true" />
          {text('command.open')}
        </button>
        <span className="note">{text('scenarios.drop')}</span>
      </footer>
    </Modal>
  );
}

interface EntryProps {
  readonly scenario: ShippedScenario;
  /** Id of what of it is open; null: nothing. */
  readonly current: string | null;
}

/** One scenario, and its presets to be opened at once. */
function Entry({ scenario, current }: EntryProps): JSX.Element {
  const { title, presets } = scenario;
  // Of what is open its own sentence: on a phone it stands nowhere else.
  const about = presets.find(({ id }) => id === current)?.about ?? scenario.about;
  return (
    <li>
      <button
        type="button"
        className="entry"
        aria-current={current === null ? undefined : 'true'}
        onClick={() => open(scenario)}
      >
        <strong>{title}</strong>
        <span>{about}</span>
      </button>
      {presets.length === 0 ? null : (
        <div className="presets" role="group" aria-label={text('scenarios.presets', { title })}>
          {presets.map((preset) => (
            <button
              key={preset.id}
              type="button"
              aria-current={preset.id === current ? 'true' : undefined}
              onClick={() => open({ id: preset.id, title: `${title}: ${preset.title}` })}
            >
              {preset.title}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
