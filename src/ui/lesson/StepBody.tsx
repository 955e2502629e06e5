import { Circle, CircleCheck } from 'lucide-react';
import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import type { Check, Lesson, LessonStep } from '../../scenario/lesson/types.ts';
import { useLab } from '../../store/index.ts';
import type { ChartPicture } from '../../store/pictures.ts';
import { stepAddress } from '../embed/labAddress.ts';
import { download } from '../files/save.ts';
import { CopyText } from '../parts/CopyText.tsx';
import { showDialog } from '../uiState.ts';
import { isOwn } from './own.ts';
import { goWay, openStep } from './open.ts';
import { Predict } from './Predict.tsx';
import { noProgress, withStep } from './progress.ts';
import { Prose } from './Prose.tsx';
import { note, startOver, useLessons } from './state.ts';
import { isStray } from './stray.ts';
import { useCheck } from './useCheck.ts';
import { Watch } from './Watch.tsx';

interface StepBodyProps {
  readonly id: string;
  readonly lesson: Lesson;
  readonly step: LessonStep;
  readonly charts: readonly ChartPicture[];
  readonly known: boolean;
}

/** What a step says, asks and waits for. */
export function StepBody({ id, lesson, step, charts }: StepBodyProps): JSX.Element {
  const progress = useLessons((state) => state.progress[id]) ?? noProgress(lesson);
  const done = progress.done.includes(step.id);
  useCheck(id, step, done, charts);
  const { predict, check, watch, light, claim, source } = step;
  return (
    <>
      <Strayed id={id} step={step.id} />
      {progress.renewed.includes(step.id) && !done && !progress.revealed.includes(step.id) ? (
        <p className="note">{text('lesson.renewed')}</p>
      ) : null}
      <p className="lesson-claim">
        <span className="tag" data-tip={text(`lesson.claim.${claim}.about`)}>
          {text(`lesson.claim.${claim}`)}
        </span>
        {source === undefined ? null : <span dir="auto">{source}</span>}
      </p>
      <p className="lesson-text" dir="auto">
        <Prose of={step.text} />
      </p>
      {predict === undefined ? null : (
        <Predict
          of={predict}
          chosen={progress.chosen[step.id] ?? null}
          revealed={progress.revealed.includes(step.id)}
          onChoose={(choice) =>
            note(id, (before) => ({ ...before, chosen: { ...before.chosen, [step.id]: choice } }))
          }
          onReveal={() => note(id, (before) => ({ ...before, revealed: withStep(before.revealed, step.id) }))}
        />
      )}
      {watch === undefined ? null : <Watch of={watch} light={light} charts={charts} />}
      {check === undefined ? null : <CheckLine check={check} done={done} />}
      <ul className="lesson-more">
        <li>
          <button type="button" className="text-button" onClick={() => void openStep(id, step.id, true)}>
            {text('lesson.again')}
          </button>
        </li>
        <li>
          {isOwn(id) ? (
            <SaveLesson id={id} />
          ) : (
            <CopyText
              label={text('lesson.copy')}
              field={text('lesson.address')}
              words={() => stepAddress(window.location.href, id, step.id)}
            />
          )}
        </li>
        {isOwn(id) ? null : (
          <li>
            <button type="button" className="text-button" onClick={() => showDialog('embed')}>
              {text('lesson.embed')}
            </button>
          </li>
        )}
        <li>
          <button
            type="button"
            className="text-button"
            onClick={() => {
              startOver(id);
              void openStep(id, 0, true);
            }}
          >
            {text('lesson.fresh')}
          </button>
        </li>
      </ul>
    </>
  );
}

/** The file of a lesson of the visitor's own, for somebody else. */
function SaveLesson({ id }: { readonly id: string }): JSX.Element | null {
  const own = useLessons((state) => state.own.find((one) => one.id === id));
  if (own === undefined) return null;
  return (
    <button
      type="button"
      className="text-button"
      onClick={() =>
        download(new Blob([own.text], { type: 'application/json' }), `${own.lesson.id}.lesson.json`)
      }
    >
      {text('lesson.save')}
    </button>
  );
}

/** Says that another run stands on the screen, and leads back. */
function Strayed({ id, step }: { readonly id: string; readonly step: string }): JSX.Element | null {
  const document = useLab((state) => state.document);
  const begins = useLessons((state) => state.begins);
  if (document === null || begins === null || !isStray(document, begins)) return null;
  return (
    <p className="lesson-stray" role="status">
      {text('lesson.stray')}{' '}
      <button type="button" className="button" onClick={() => void openStep(id, step, true)}>
        {text('lesson.return')}
      </button>
    </p>
  );
}

/** What to do, and whether the lab has seen it done. */
function CheckLine({ check, done }: { readonly check: Check; readonly done: boolean }): JSX.Element {
  const { told, by } = check;
  return (
    <div className="lesson-check" data-done={done}>
      {done ? <CircleCheck aria-hidden="true" /> : <Circle aria-hidden="true" />}
      <p dir="auto">
        <strong>{text(done ? 'lesson.isDone' : 'lesson.doIt')}</strong> <Prose of={told} />{' '}
        {done || by === undefined ? null : (
          <button type="button" className="text-button" onClick={() => goWay(by)}>
            {text('lesson.showMe')}
          </button>
        )}
      </p>
    </div>
  );
}
