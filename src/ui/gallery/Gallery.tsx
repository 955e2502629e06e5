import { FolderOpen } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { text } from '../../messages/index.ts';
import { chapters, findShipped, type ShippedFile } from '../../scenario/shipped.ts';
import { useLab } from '../../store/index.ts';
import { recall, remember, visitKeys } from '../../store/screenKeys.ts';
import { Modal } from '../dialogs/Modal.tsx';
import { chooseFile } from '../files/open.ts';
import { openShipped } from '../files/shipped.ts';
import { LessonList } from '../lesson/LessonList.tsx';
import { searchLessons } from '../lesson/search.ts';
import { useLessons } from '../lesson/state.ts';
import { announce, showDialog } from '../uiState.ts';
import { Card } from './Card.tsx';
import { ChapterLinks, type GalleryPart } from './ChapterLinks.tsx';
import { nextCard } from './grid.ts';
import { searchScenarios } from './search.ts';
import { tagsOf } from './tags.ts';
import { useThumbnails } from './thumbnails.ts';
import './gallery.css';

function open({ id, title }: Pick<ShippedFile, 'id' | 'title'>): void {
  showDialog(null);
  announce(text('live.opened', { title }));
  void openShipped(id);
}

/** Whether scenarios that are made for it play as soon as they are opened. */
function MotionSwitch(): JSX.Element {
  const [on, setOn] = useState(() => recall(visitKeys.motion));
  return (
    <label className="motion-switch">
      <input
        type="checkbox"
        checked={on}
        onChange={() => {
          remember(visitKeys.motion, !on);
          setOn(!on);
        }}
      />
      {text('scenarios.motion')}
    </label>
  );
}

/** The shipped scenarios as pictures in chapters, with a search, and a way to one's own. */
export function Gallery(): JSX.Element {
  const shipped = useLab((state) => state.shipped);
  const currentId = useLab((state) => state.shippedId);
  const pictures = useThumbnails();
  const [query, setQuery] = useState('');
  const [pointed, setPointed] = useState<string | null>(null);
  const [reached, setReached] = useState<string | null>(null);
  const { scenarios, best } = useMemo(
    () => searchScenarios(shipped, query, (id) => tagsOf(pictures[id]?.kinds ?? [])),
    [shipped, query, pictures],
  );
  const list = useRef<HTMLDivElement>(null);
  const shelf = useRef<HTMLDivElement>(null);
  const headings = useId();
  const current = currentId === null ? null : findShipped(shipped, currentId);
  const shippedLessons = useLessons((state) => state.list);
  const ownLessons = useLessons((state) => state.own);
  const lessons =
    searchLessons(shippedLessons ?? [], query).length +
    searchLessons(
      ownLessons.map(({ lesson }) => lesson),
      query,
    ).length;
  const searched = query.trim() !== '';
  const byTab =
    scenarios.find(({ id }) => id === reached) ?? scenarios.find(({ id }) => id === current?.scenario.id);
  const tabbed = (byTab ?? scenarios.at(0))?.id;

  const focusCard = (index: number): void => {
    const entry = list.current?.querySelectorAll<HTMLElement>('.entry')[index];
    if (entry === undefined) return;
    setReached(scenarios[index].id);
    entry.focus();
  };
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const { key, target } = event;
    const field = list.current?.querySelector('input') ?? null;
    if (list.current === null || !(target instanceof HTMLElement)) return;
    if (target === field) {
      // In the field the other keys move the caret.
      if (event.nativeEvent.isComposing) return;
      if (key === 'Enter' && best !== null) open(best);
      if (key === 'ArrowDown') {
        event.preventDefault();
        focusCard(0);
      }
      return;
    }
    const presets = [...(target.closest('.presets')?.querySelectorAll('button') ?? [])];
    const beside = presets[presets.indexOf(target as HTMLButtonElement) + (key === 'ArrowRight' ? 1 : -1)];
    if (key === '/') field?.select();
    else if (presets.length > 0 && (key === 'ArrowLeft' || key === 'ArrowRight')) beside?.focus();
    else {
      const entries = [...list.current.querySelectorAll<HTMLElement>('.entry')];
      const at = entries.findIndex((entry) => entry.closest('li') === target.closest('li'));
      const next =
        at < 0
          ? null
          : nextCard(
              entries.map((entry) => entry.getBoundingClientRect()),
              at,
              key,
            );
      if (next === null) return;
      if (next < 0) field?.focus();
      else focusCard(next);
    }
    event.preventDefault();
  };
  const jump = (part: GalleryPart): void => {
    if (part !== 'lessons') focusCard(scenarios.findIndex(({ chapter }) => chapter === part));
    document.getElementById(`${headings}-${part}`)?.scrollIntoView({ block: 'start' });
  };
  // What is open is in sight at first.
  useEffect(() => {
    shelf.current?.querySelector('[data-open="true"]')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const parts = [
    ...chapters.filter((chapter) => scenarios.some((scenario) => scenario.chapter === chapter)),
    ...(searched && lessons === 0 ? [] : (['lessons'] as const)),
  ];
  const scenarioCount = text('scenarios.count', { count: scenarios.length });
  const count =
    searched && lessons > 0
      ? text('scenarios.withLessons', { count: scenarioCount, lessons })
      : scenarioCount;
  return (
    <Modal title={text('scenarios.title')} className="gallery">
      {/* Arrow keys are a second way beside Tab. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={list} className="scenario-list" onKeyDown={press}>
        <div className="gallery-head">
          <input
            type="text"
            className="palette-search"
            aria-label={text('scenarios.search')}
            placeholder={text('scenarios.search')}
            aria-keyshortcuts="/"
            autoComplete="off"
            spellCheck={false}
            data-focus
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              // What is found is seen from its first.
              if (shelf.current !== null) shelf.current.scrollTop = 0;
            }}
          />
          <p className="note found" role="status">
            {best === null ? count : text('scenarios.enter', { count, title: best.title })}
          </p>
          <ChapterLinks parts={parts} shelf={shelf} idOf={(part) => `${headings}-${part}`} onJump={jump} />
        </div>
        <div ref={shelf} className="chapters">
          {shipped.length === 0 ? <p className="note">{text('scenarios.empty')}</p> : null}
          {shipped.length > 0 && parts.length === 0 ? (
            <p className="nothing-found">{text('scenarios.none', { query: query.trim() })}</p>
          ) : null}
          {chapters.map((chapter) => {
            const entries = scenarios.filter((scenario) => scenario.chapter === chapter);
            if (entries.length === 0) return null;
            const heading = `${headings}-${chapter}`;
            return (
              <section key={chapter} aria-labelledby={heading}>
                <h3 id={heading}>{text(`scenarios.chapter.${chapter}`)}</h3>
                <ul>
                  {entries.map((scenario) => (
                    <Card
                      key={scenario.id}
                      scenario={scenario}
                      current={current?.scenario.id === scenario.id ? current.id : null}
                      reached={scenario.id === tabbed}
                      playing={pointed}
                      pictureOf={(id) => pictures[id]}
                      onPoint={setPointed}
                      onOpen={open}
                    />
                  ))}
                </ul>
              </section>
            );
          })}
          {/* It fetches the list that is searched. */}
          <section aria-labelledby={`${headings}-lessons`} hidden={!parts.some((part) => part === 'lessons')}>
            <h3 id={`${headings}-lessons`}>{text('part.lessons')}</h3>
            <LessonList query={query} />
          </section>
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
        <span className="note drop-note">{text('scenarios.drop')}</span>
        <MotionSwitch />
      </footer>
    </Modal>
  );
}
