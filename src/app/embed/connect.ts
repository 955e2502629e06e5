import { decodeLink } from '../../scenario/link/codec.ts';
import { presentStep, timeOfStep, useLab, type Problem } from '../../store/index.ts';
import { fetchBase } from '../../ui/link/base.ts';
import type { Asked } from './address.ts';
import { Subscribed } from './events.ts';
import { Host } from './host.ts';
import { MOST_CHARACTERS, MOST_WAITING, PER_SECOND } from './limits.ts';
import { observed } from './observed.ts';
import { Post } from './post.ts';
import { oddOf, problemOf, refusedOf } from './refusal.ts';
import type { Presence } from './presence.ts';
import { PROTOCOL, type Ready } from './protocol.ts';
import { eventNames, requestKinds, type Hands } from './requests.ts';

function readyOf({ level }: Asked, webgl: boolean): Ready {
  const { pictures, document, info } = useLab.getState();
  return {
    version: PROTOCOL,
    level,
    title: info === null ? null : (document?.scenario.title ?? null),
    kinds: requestKinds,
    events: [...eventNames],
    observations: [...observed],
    pictures: pictures.map(({ id }) => id),
    capabilities: { webgl, links: true },
    limits: { characters: MOST_CHARACTERS, perSecond: PER_SECOND, waiting: MOST_WAITING },
  };
}

/**
 * Speaks with the page around the frame; where there is none, with nobody. Errors that no request is at fault for are
 * told, too.
 *  @param opened  resolves when what the address names is open, or could not be opened
 */
export async function connectHost(
  asked: Asked,
  presence: Presence,
  openScenario: Hands['openScenario'],
  opened: Promise<void>,
): Promise<void> {
  const { parent } = window;
  if (parent === window) return;
  const post = new Post(parent, asked.origins);
  const subscribed = new Subscribed({ lab: { useLab, presentStep, timeOfStep }, presence }, (event, value) =>
    post.send({ lab: PROTOCOL, kind: 'event', event, value }),
  );
  let webgl = false;
  const hands: Hands = {
    lab: { useLab, presentStep, timeOfStep },
    presence,
    openScenario,
    decode: (link) => decodeLink(link, fetchBase),
    subscribe: (event, perSecond) => subscribed.add(event, perSecond),
    unsubscribe: (event) => subscribed.end(event),
    ready: () => readyOf(asked, webgl),
  };
  const host = new Host(post, hands, () => performance.now());
  window.addEventListener('message', (mail) => host.receive(mail));
  await opened;
  // With the pictures, which are on their way.
  const { canDraw } = await import('../../views/index.ts');
  webgl = canDraw();
  host.ready();
  for (const odd of asked.odd) host.tell(oddOf(odd));
  const { problem } = useLab.getState();
  const isTold = ({ path }: Problem): boolean => asked.odd.some((odd) => problemOf(odd).path === path);
  if (problem !== null && !isTold(problem)) host.tell(refusedOf(problem));
  useLab.subscribe((now, before) => {
    if (now.problem === before.problem || now.problem === null) return;
    if (!host.isAnswering && !isTold(now.problem)) host.tell(refusedOf(now.problem));
  });
}
