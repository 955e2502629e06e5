import { StrictMode, type JSX } from 'react';
import type { Root } from 'react-dom/client';
import { useLab, type LabState } from '../../store/index.ts';
import { text } from '../../messages/index.ts';
import { startShipped } from '../../ui/files/shipped.ts';
import { Frame } from '../../ui/embed/Frame.tsx';
import { OpenInLab } from '../../ui/embed/OpenInLab.tsx';
import { useUi } from '../../ui/uiState.ts';
import { App } from '../App.tsx';
import { connectOutside } from '../outside.ts';
import { readAddress, type Asked } from './address.ts';
import { connectHost } from './connect.ts';
import { Presence, watchSight } from './presence.ts';
import { problemOf } from './refusal.ts';
import { releaseLostDrags } from './release.ts';

/** Starts the lab in an article: what of it, and what it opens, its address says. */
export function startEmbed(root: Root): void {
  const { pictures } = useLab.getState();
  const asked = readAddress(
    window.location.search,
    pictures.map(({ id }) => id),
  );
  document.documentElement.dataset.embed = asked.level;
  fixChoices(asked);
  const presence = new Presence(useLab);
  watchSight(presence);
  releaseLostDrags(window);
  root.render(
    <StrictMode>
      <Embed asked={asked} />
    </StrictMode>,
  );
  void connectHost(asked, presence, open(asked));
}

/** Opens what the address names. @returns  resolves when its run is there, or when it is told why not */
async function open({ odd }: Asked): Promise<void> {
  const { search, hash } = window.location;
  const isLink = /^#v\d/.test(hash);
  await startShipped(search, isLink);
  // Never something else in its place.
  if (isLink)
    useLab
      .getState()
      .report({ source: '', path: '#', value: hash.slice(0, 12), expected: text('embed.noLinks') });
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

/** What the author chose holds whatever is opened. */
function fixChoices({ pictures, ground }: Asked): void {
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

function Embed({ asked }: { readonly asked: Asked }): JSX.Element {
  if (asked.level !== 'full')
    return <Frame controls={asked.level === 'run'} fixed={asked.pictures !== null} />;
  return (
    <>
      <App />
      <aside className="embed-full" aria-label={text('embed.lab')}>
        <OpenInLab />
      </aside>
    </>
  );
}
