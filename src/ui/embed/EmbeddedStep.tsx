import type { JSX } from 'react';
import { isolated } from '../../messages/bidi.ts';
import { text } from '../../messages/index.ts';
import type { LessonPlace } from '../../store/types.ts';
import { useLessons } from '../lesson/state.ts';

/** Name of a step, where its lesson has been read. */
export function stepTitle({ id, step }: LessonPlace): string {
  const { lessons } = useLessons.getState();
  return lessons[id]?.steps.find((one) => one.id === step)?.title ?? step;
}

interface EmbeddedStepProps {
  readonly place: LessonPlace;
  readonly chosen: boolean;
  readonly onChoose: (step: boolean) => void;
}

/** Where a lesson is open: its step with its words, or the run alone. */
export function EmbeddedStep({ place, chosen, onChoose }: EmbeddedStepProps): JSX.Element {
  const choices = [
    ['step', text('embed.step'), text('embed.stepAbout', { step: isolated(stepTitle(place)) })],
    ['stand', text('embed.stand'), text('embed.standAbout')],
  ] as const;
  return (
    <fieldset className="embed-levels">
      <legend>{text('embed.what')}</legend>
      {choices.map(([value, label, about]) => (
        <label key={value} aria-label={label}>
          <input
            type="radio"
            name="embed-what"
            value={value}
            checked={chosen === (value === 'step')}
            onChange={() => onChoose(value === 'step')}
          />
          <span>
            <strong>{label}</strong>
            <span className="note">{about}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
