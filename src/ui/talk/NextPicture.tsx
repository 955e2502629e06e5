import { useState, type JSX } from 'react';
import { isolated } from '../../messages/bidi.ts';
import { text } from '../../messages/index.ts';
import { choicesOf, type ShippedChoice, type ShippedScenario } from '../../scenario/shipped.ts';
import type { TalkState } from '../../scenario/talk/talk.ts';
import { useLab } from '../../store/index.ts';
import type { Thumbnail } from '../gallery/thumbnail.ts';
import { Thumb } from '../gallery/Thumb.tsx';
import { useThumbnails } from '../gallery/thumbnails.ts';
import { titleOf } from './walk.ts';

/** The shipped scenario that a state stands on: of the same title, and of the system that its small picture is of. */
export function standsOn(
  { document: { scenario } }: Pick<TalkState, 'document'>,
  shipped: readonly ShippedScenario[],
  pictures: Readonly<Record<string, Pick<Thumbnail, 'kinds'>>>,
): ShippedChoice | null {
  const choice = choicesOf(shipped).find(({ title }) => title === scenario.title);
  const kinds = choice === undefined ? undefined : pictures[choice.id]?.kinds;
  return choice !== undefined && kinds?.includes(`system.${scenario.system.kind}`) === true ? choice : null;
}

/** What comes next, small: as it was when the state was added, else the scenario that it stands on. */
export function NextPicture({ state }: { readonly state: TalkState }): JSX.Element | null {
  const { picture } = state;
  // Bytes that are no picture after all.
  const [broken, setBroken] = useState<string | null>(null);
  if (picture === undefined || picture === broken) return <StandIn state={state} />;
  return (
    <figure className="speaker-picture">
      <img
        src={picture}
        alt={text('speaker.picture', { title: isolated(titleOf(state)) })}
        onError={() => setBroken(picture)}
      />
    </figure>
  );
}

function StandIn({ state }: { readonly state: TalkState }): JSX.Element | null {
  const shipped = useLab((lab) => lab.shipped);
  const pictures = useThumbnails();
  const choice = standsOn(state, shipped, pictures);
  if (choice === null) return null;
  return (
    <figure
      className="speaker-picture"
      role="img"
      aria-label={text('speaker.standIn', { title: isolated(choice.title) })}
    >
      <Thumb key={choice.id} picture={pictures[choice.id]} playing={false} />
      <figcaption>{text('speaker.scenario')}</figcaption>
    </figure>
  );
}
