import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import { connectEngine, useLab } from '../../store/index.ts';
import type { Ground } from '../../store/index.ts';
import { AudienceView } from '../../ui/second/AudienceView.tsx';
import { useSight } from '../../ui/second/sight.ts';
import { useUi } from '../../ui/uiState.ts';
import { charts } from '../../views/charts/index.ts';
import { Follower } from './follower.ts';
import { showScreen } from './mirror.ts';
import { freshId, openWire, readChannel, windowSays, type FromLaptop, type FromWindow } from './protocol.ts';
import { startPulse } from './pulse.ts';
import { heardOfLaptop } from './read.ts';

/** A laptop that has said nothing for so long is told to be gone. It speaks every second. */
const SILENT_MS = 10_000;
/** Beats from one sign of life to the next. */
const SIGN_BEATS = 2;

/** Starts a window that only views; nothing that it does is stored. */
export function startWindow(root: Root): void {
  const query = new URLSearchParams(window.location.search);
  const ground = query.get('ground');
  showGround(ground === 'stage' || ground === 'paper' ? ground : 'projector');
  root.render(
    <StrictMode>
      <AudienceView choose={showGround} charts={charts} />
    </StrictMode>,
  );
  const channel = readChannel(query.get('audience'));
  if (channel === null) useSight.setState({ link: 'nowhere' });
  else follow(channel);
}

function showGround(ground: Ground): void {
  // For this window: what the laptop was told to remember stays as it is.
  useUi.setState({ groundChoice: ground });
  useLab.getState().setGround(ground);
}

function follow(channel: string): void {
  const id = freshId();
  const wire = openWire(channel);
  const say = (message: FromWindow): void => wire.post(windowSays(id, message));
  const follower = new Follower(say);
  connectEngine(follower);
  let laptop: string | null = null;
  let heardAt = performance.now();
  let beats = 0;

  const hear = (message: FromLaptop): void => {
    switch (message.kind) {
      case 'here': {
        const { blank, frozen } = message.stand;
        useSight.setState({ blank, frozen });
        return;
      }
      case 'close':
        window.close();
        return;
      case 'screen':
        showScreen(message.screen);
        return;
      case 'run':
        if (message.to !== null && message.to !== id) return;
        follower.hear(message);
        // What a run that opens resets comes first.
        showScreen(message.screen);
        takeStop(message.now.blowUp === null);
        return;
      case 'now':
        follower.hear(message);
        takeStop(message.now.blowUp === null);
        return;
      case 'seen':
        if (message.to === id) follower.hear(message);
        return;
      default:
        follower.hear(message);
    }
  };
  wire.onmessage = (data) => {
    const heard = heardOfLaptop(data);
    if (heard === null) return;
    if ('version' in heard) {
      useSight.setState({ link: 'version' });
      return;
    }
    const { from, message } = heard;
    if (message.kind === 'claim' || message.kind === 'taken') {
      // Of a page that was doubled; the one that stays speaks by itself.
      return;
    }
    heardAt = performance.now();
    useSight.setState({ link: 'here' });
    const another = from !== laptop;
    laptop = from;
    hear(message);
    // A page that was reloaded knows nothing of this window: whatever it says first is answered with everything.
    if (another) follower.sayWatches();
  };
  startPulse(() => {
    beats += 1;
    if (beats % SIGN_BEATS === 0) say({ kind: laptop === null ? 'hello' : 'here' });
    if (performance.now() - heardAt > SILENT_MS && useSight.getState().link !== 'nowhere')
      useSight.setState({ link: laptop === null ? 'nobody' : 'lost' });
  });
  window.addEventListener('pagehide', () => say({ kind: 'bye' }));
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) say({ kind: 'hello' });
  });
  say({ kind: 'hello' });
}

/** A stop that was dismissed on the laptop is dismissed here. */
function takeStop(none: boolean): void {
  const { blowUp, dismissBlowUp } = useLab.getState();
  if (none && blowUp !== null) dismissBlowUp();
}
