import '../../messages/late.ts';
import { ChevronDown, ChevronUp, List, PanelRight, X } from 'lucide-react';
import { useEffect, useRef, useState, type JSX } from 'react';
import { isolated } from '../../messages/bidi.ts';
import { text } from '../../messages/index.ts';
import type { Lesson } from '../../scenario/lesson/types.ts';
import { useLab } from '../../store/index.ts';
import type { ChartPicture } from '../../store/pictures.ts';
import { ChoiceRow } from '../controls/ChoiceRow.tsx';
import { showDialog, showReadouts } from '../uiState.ts';
import type { LessonPosition } from './LessonSlot.tsx';
import { findLesson, openStep } from './open.ts';
import { useLessons } from './state.ts';
import { StepBody } from './StepBody.tsx';
import './lesson.css';

interface LessonPanelProps {
  readonly position: LessonPosition;
  /** All charts that there are: a check may wait for one. */
  readonly charts: readonly ChartPicture[];
}

const close = (): void => useLab.getState().setLesson(null);

/** The lesson that is open: its step, beside the pictures or below them. */
export function LessonPanel({ position, charts }: LessonPanelProps): JSX.Element | null {
  const place = useLab((state) => state.lesson);
  const lesson = useLessons((state) => (place === null ? undefined : state.lessons[place.id]));
  const begins = useLessons((state) => state.begins);
  // A run that came with a lesson: from a reload, a file or a link, an undo.
  useEffect(() => {
    if (place !== null) void findLesson(place.id, place.step);
  }, [place]);
  if (place === null) return null;
  const index = lesson?.steps.findIndex(({ id }) => id === place.step) ?? -1;
  if (lesson === undefined || index < 0) return <p className="loading">{text('lesson.coming')}</p>;
  return (
    <Standing
      id={place.id}
      lesson={lesson}
      index={index}
      position={position}
      charts={charts}
      known={begins !== null}
    />
  );
}

interface StandingProps extends LessonPanelProps {
  readonly id: string;
  readonly lesson: Lesson;
  readonly index: number;
  /** Whether the run of the step is known. */
  readonly known: boolean;
}

function Standing({ id, lesson, index, position, charts, known }: StandingProps): JSX.Element {
  const { steps, title, language } = lesson;
  const step = steps[index];
  const [open, setOpen] = useState(true);
  const asked = useLessons((state) => state.asked);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A step that a hand asked for is read from its heading on.
    if (asked > 0) heading.current?.focus({ preventScroll: true });
  }, [asked]);
  const last = index + 1 === steps.length;
  const sheet = position === 'sheet';
  const count = text('lesson.step', { step: index + 1, count: steps.length });
  return (
    // Escape is a second way beside the close button.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="lesson-panel"
      data-open={open}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        close();
      }}
    >
      <header>
        <p className="lesson-title" lang={language} dir="auto">
          {isolated(title)}
        </p>
        {sheet ? (
          <IconButton
            name={text(open ? 'lesson.less' : 'lesson.more')}
            expanded={open}
            act={() => setOpen(!open)}
          >
            {open ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
          </IconButton>
        ) : (
          <IconButton name={text('rail.unfold')} act={() => showReadouts(true)}>
            <PanelRight aria-hidden="true" />
          </IconButton>
        )}
        <IconButton name={text('command.lessons')} act={() => showDialog('lessons')}>
          <List aria-hidden="true" />
        </IconButton>
        <IconButton name={text('lesson.close')} act={close}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <div className="lesson-progress" role="presentation">
        {steps.map(({ id: one }, at) => (
          <i key={one} data-at={at === index ? 'here' : at < index ? 'before' : 'after'} />
        ))}
      </div>
      <div key={step.id} className="lesson-body" lang={language}>
        <h2 ref={heading} tabIndex={-1} dir="auto">
          <span className="vh">{count}: </span>
          {isolated(step.title)}
        </h2>
        {open ? (
          <StepBody key={step.id} id={id} lesson={lesson} step={step} charts={charts} known={known} />
        ) : null}
      </div>
      <nav aria-label={text('lesson.steps.name')}>
        <button
          type="button"
          className="button"
          disabled={index === 0}
          onClick={() => void openStep(id, index - 1)}
        >
          {text('lesson.back')}
        </button>
        <ChoiceRow
          label={text('lesson.choose')}
          bare
          restarts={false}
          value={step.id}
          options={steps.map((one, at) => ({
            value: one.id,
            label:
              at === index
                ? text('lesson.of', { step: index + 1, count: steps.length })
                : `${at + 1} ${one.title}`,
          }))}
          onChoose={(chosen) => void openStep(id, chosen)}
        />
        {last ? (
          <button type="button" className="button primary" onClick={() => showDialog('lessons')}>
            {text('lesson.finish')}
          </button>
        ) : (
          <button type="button" className="button primary" onClick={() => void openStep(id, index + 1)}>
            {text('lesson.next')}
          </button>
        )}
      </nav>
    </div>
  );
}

interface IconButtonProps {
  readonly name: string;
  readonly expanded?: boolean;
  readonly act: () => void;
  readonly children: JSX.Element;
}

function IconButton({ name, expanded, act, children }: IconButtonProps): JSX.Element {
  return (
    <button
      type="button"
      className="icon-button small"
      aria-label={name}
      aria-expanded={expanded}
      data-tip={name}
      onClick={act}
    >
      {children}
    </button>
  );
}
