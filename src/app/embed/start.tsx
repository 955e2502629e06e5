import { StrictMode, type ComponentType, type JSX } from 'react';
import type { Root } from 'react-dom/client';
import { useLab, type LabState } from '../../store/index.ts';
import type { Outside } from '../../store/types.ts';
import { text } from '../../messages/index.ts';
import { Frame, type FrameParts } from '../../ui/embed/Frame.tsx';
import { OpenInLab } from '../../ui/embed/OpenInLab.tsx';
import { opensInMotionHere } from '../../ui/files/motion.ts';
import { openLink } from '../../ui/link/open.ts';
import { useUi } from '../../ui/uiState.ts';
import { readAddress, type Asked } from './address.ts';
import { connectHost } from './connect.ts';
import { Presence, watchSight } from './presence.ts';
import { openStepAlone } from './lesson.ts';
import { problemOf } from './refusal.ts';
import { releaseLostDrags } from './release.ts';

/** What the page has at hand (see FrameParts). */
export interface Page extends FrameParts {
  readonly App: ComponentType;
  readonly connectOutside: (fixed: Partial<Outside>) => void;
  readonly startShipped: (search: string, stands?: boolean) => Promise<void>;
  readonly openShipped: (id: string) => Promise<void>;
}

/** Starts the lab in an article: what of it, and what it opens, its address says. */
export function startEmbed(root: Root, page: Page): void {
  const { pictures } = useLab.getState();
  const asked = readAddress(
    window.location.search,
    pictures.map(({ id }) => id),
  );
  document.documentElement.dataset.embed = asked.level;
  fixChoices(asked, page);
  const presence = new Presence(useLab);
  watchSight(presence);
  releaseLostDrags(window);
  root.render(
    <StrictMode>
      <Embed asked={asked} page={page} />
    </StrictMode>,
  );
  void connectHost(asked, presence, page.openShipped, open(asked, page));
}

/** Opens what the address names. @returns  resolves when its run is there, or when it is told why not */
async function open({ odd, lesson }: Asked, { startShipped }: Page): Promise<void> {
  const { search, hash } = window.location;
  const step = hash === '' ? lesson : null;
  await startShipped(search, hash !== '' || step !== null);
  // Where a link or a step is broken there is nothing else in its place.
  if (hash !== '') await openHash();
  else if (step !== null) await openStepAlone(step, search);
  window.addEventListener('hashchange', () => void openHash());
  await new Promise<void>((resolve) => {
    const look = ({ info, problem, document, settled }: LabState): boolean =>
      info !== null || (problem !== null && (document === null || settled));
    if (look(useLab.getState())) {
      resolve();
      return;
    }
    const stop = useLab.subscribe((state) => {
      if (!look(state)) return;
      stop();
      resolve();
    });
  });
  const [first] = odd;
  const { problem, report } = useLab.getState();
  if (first !== undefined && problem === null) report(problemOf(first));
}

/** Opens the link in the address; the state that it is of stands still unless the address says `play=1`. */
async function openHash(): Promise<void> {
  const { search, hash } = window.location;
  if (!(await openLink(hash)) || new URLSearchParams(search).get('play') !== '1') return;
  const { document, play } = useLab.getState();
  if (document !== null && opensInMotionHere(document)) play();
}

/** What the author chose holds whatever is opened. */
function fixChoices({ pictures, ground }: Asked, { connectOutside }: Page): void {
  if (ground !== null) {
    useUi.setState({ groundChoice: ground });
    useLab.getState().setGround(ground);
  }
  const keeps = (): void => undefined;
  connectOutside({
    ...(ground === null ? {} : { showGround: keeps }),
    ...(pictures === null ? {} : { showScene: keeps }),
  });
  if (pictures === null) return;
  const shown = pictures === 'both' ? null : pictures;
  useLab.getState().maximize(shown);
  useUi.setState({ tab: shown });
}

function Embed({ asked, page }: { readonly asked: Asked; readonly page: Page }): JSX.Element {
  const { App } = page;
  if (asked.level !== 'full')
    return <Frame parts={page} controls={asked.level === 'run'} fixed={asked.pictures !== null} />;
  return (
    <>
      <App />
      <aside className="embed-full" aria-label={text('embed.lab')}>
        <OpenInLab />
      </aside>
    </>
  );
}
