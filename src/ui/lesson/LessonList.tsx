import { CircleCheck, Trash2 } from 'lucide-react';
import { useEffect, useState, type JSX } from 'react';
import { isolated } from '../../messages/bidi.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { showDialog } from '../uiState.ts';
import { openLesson } from './open.ts';
import { seenIn } from './progress.ts';
import { searchLessons } from './search.ts';
import { dropLesson, fetchLessonList, useLessons } from './state.ts';
import './lesson.css';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly steps: number;
}

interface LessonListProps {
  /** What their titles or sentences must have. */
  readonly query?: string;
}

/** The lessons, shipped ones in their order and then the visitor's own, with how far each was followed. */
export function LessonList({ query = '' }: LessonListProps): JSX.Element {
  const list = useLessons((state) => state.list);
  const own = useLessons((state) => state.own);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let alive = true;
    fetchLessonList().catch(() => {
      if (alive) setFailed(true);
    });
    return () => {
      alive = false;
    };
  }, []);
  const shipped = (list ?? []).map((entry, at) => ({ ...entry, number: at + 1 }));
  const mine = own.map(({ id, lesson }) => ({ ...lesson, id, steps: lesson.steps.length }));
  const foundOfMine = searchLessons(mine, query);
  return (
    <>
      {failed ? <p className="note">{text('lessons.failed')}</p> : null}
      <ol className="lesson-list">
        {searchLessons(shipped, query).map((entry) => (
          <LessonEntry key={entry.id} entry={entry} number={entry.number} />
        ))}
      </ol>
      {foundOfMine.length === 0 ? null : (
        <>
          <h3>{text('lessons.own')}</h3>
          <ul className="lesson-list">
            {foundOfMine.map((entry) => (
              <LessonEntry key={entry.id} entry={entry} removable />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface LessonEntryProps {
  readonly entry: Entry;
  readonly number?: number;
  readonly removable?: boolean;
}

function LessonEntry({ entry, number, removable = false }: LessonEntryProps): JSX.Element {
  const { id, title, about, steps } = entry;
  const open = useLab((state) => state.lesson?.id === id);
  // Once it is read what is known of it counts: steps that it no longer has are none.
  const known = useLessons((state) => state.progress[id]?.seen.length);
  const seen = Math.min(steps, known ?? seenIn(id).length);
  const state = text(seen === 0 ? 'lessons.steps' : seen < steps ? 'lessons.begun' : 'lessons.seen', {
    seen,
    count: steps,
  });
  return (
    <li>
      <button
        type="button"
        className="lesson-entry"
        aria-current={open ? 'true' : undefined}
        onClick={() => {
          showDialog(null);
          void openLesson(id);
        }}
      >
        <span className="lesson-number num" aria-hidden="true">
          {number ?? ''}
        </span>
        <span>
          <strong dir="auto">{isolated(title)}</strong>
          <span className="about" dir="auto">
            {isolated(about)}
          </span>
        </span>
        <span className="lesson-state note">
          {seen === steps ? <CircleCheck aria-hidden="true" /> : null}
          {state}
          <span className="lesson-bar" aria-hidden="true">
            <i style={{ width: `${(100 * seen) / steps}%` }} />
          </span>
        </span>
      </button>
      {removable ? (
        <button
          type="button"
          className="icon-button small"
          aria-label={text('lessons.remove', { title })}
          data-tip={text('lessons.remove', { title })}
          onClick={() => dropLesson(id)}
        >
          <Trash2 aria-hidden="true" />
        </button>
      ) : null}
    </li>
  );
}
