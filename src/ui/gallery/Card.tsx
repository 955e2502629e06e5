import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import type { ShippedFile, ShippedScenario } from '../../scenario/shipped.ts';
import { shownTags } from './tags.ts';
import { Thumb } from './Thumb.tsx';
import type { Thumbnail } from './thumbnail.ts';

interface CardProps {
  readonly scenario: ShippedScenario;
  /** Id of what of it is open; null: nothing. */
  readonly current: string | null;
  /** Whether Tab reaches it: one card of all does, arrows lead to the others. */
  readonly reached: boolean;
  /** Id of the file whose picture plays: the scenario's, or a preset's under the hand. */
  readonly playing: string | null;
  readonly pictureOf: (id: string) => Thumbnail | undefined;
  readonly onPoint: (file: string | null) => void;
  readonly onOpen: (file: Pick<ShippedFile, 'id' | 'title'>) => void;
}

/** One scenario: its picture, what is seen in it, and its presets to be opened at once. */
export function Card(props: CardProps): JSX.Element {
  const { scenario, current, reached, playing, pictureOf, onPoint, onOpen } = props;
  const { title, presets } = scenario;
  const files = presets.length === 0 ? [scenario] : presets;
  const preset = presets.find(({ id }) => id === current);
  // Of what is open its own sentence: on a phone it stands nowhere else.
  const about = preset?.about ?? scenario.about;
  const shown = files.find(({ id }) => id === playing) ?? preset ?? files[0];
  const picture = pictureOf(shown.id);
  const tabIndex = reached ? 0 : -1;
  const pointed = (id: string): object => ({
    onPointerEnter: () => onPoint(id),
    onFocus: () => onPoint(id),
  });
  return (
    <li data-open={current !== null} onPointerLeave={() => onPoint(null)}>
      <button
        type="button"
        className="entry"
        tabIndex={tabIndex}
        aria-current={current === null ? undefined : 'true'}
        onClick={() => onOpen(scenario)}
        {...pointed((preset ?? files[0]).id)}
      >
        <Thumb picture={picture} playing={playing === shown.id} />
        <strong>{title}</strong>
        {current === null ? null : <span className="tag">{text('scenarios.open')}</span>}
        <span className="about">{about}</span>
        {picture === undefined ? null : <span className="kinds">{shownTags(picture.kinds).join(' · ')}</span>}
      </button>
      {presets.length === 0 ? null : (
        <div className="presets" role="group" aria-label={text('scenarios.presets', { title })}>
          {presets.map((file) => (
            <button
              key={file.id}
              type="button"
              tabIndex={tabIndex}
              aria-current={file.id === current ? 'true' : undefined}
              onClick={() => onOpen({ id: file.id, title: `${title}: ${file.title}` })}
              {...pointed(file.id)}
            >
              {file.title}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
