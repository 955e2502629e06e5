import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Client } from '../engine/client.ts';
import { createClient } from '../engine/spawn.ts';
import { isAudience, isEmbedded } from '../store/embedded.ts';
import { connectEngine, useLab } from '../store/index.ts';
import { Later } from '../store/later.ts';
import { AUDIENCE, storageOf } from '../store/storage.ts';
import { startAnnouncements } from '../ui/announce.ts';
import { ProblemAlert } from '../ui/files/ProblemAlert.tsx';
import { openShipped, startShipped } from '../ui/files/shipped.ts';
import { startGround } from '../ui/ground.ts';
import { Notice } from '../ui/parts/Notice.tsx';
import { Timeline } from '../ui/timeline/Timeline.tsx';
import { useUi } from '../ui/uiState.ts';
import { mendedAddress } from './keep/address.ts';
import { openStorage } from './keep/records.ts';
import { Session } from './keep/session.ts';
import { connectOutside } from './outside.ts';
import { pictures } from './pictures.ts';
import '../ui/styles/index.css';
import { charts } from '../views/charts/index.ts';
import { startDrift } from '../views/scene/drift.ts';
import { App } from './App.tsx';

const mended = mendedAddress(window.location.href);
if (mended === null) start();
else window.location.replace(mended);

function start(): void {
  const host = document.getElementById('app');
  if (host === null) throw new Error('the page has no element #app');
  useLab.setState({ pictures, charts });
  startGround();
  startAnnouncements();
  connectOutside();
  startDrift();
  const root = createRoot(host);
  if (isAudience()) void import('./second/window.tsx').then(({ startWindow }) => startWindow(root));
  else startLab(root);
}

function startLab(root: Root): void {
  const client = createClient();
  connectEngine(client);
  followSecond(client);
  if (isEmbedded()) {
    void import('./embed/start.tsx').then(({ startEmbed }) =>
      startEmbed(root, { App, ProblemAlert, Notice, Timeline, connectOutside, startShipped, openShipped }),
    );
    return;
  }
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  const session = new Session(openStorage());
  // Once the first picture stands.
  const stop = useLab.subscribe(({ readouts }) => {
    if (readouts === null) return;
    stop();
    void import('./hold.ts').then(({ holdEverything }) => holdEverything(session)).catch(() => undefined);
  });
  void session.start(window.location.search);
}

/** The window for the projector: its part loads when it is asked for, or when this tab had one before it was reloaded. */
function followSecond(client: Client): void {
  const laptop = new Later(() => import('./second/laptop.tsx'));
  const start = (): void => {
    // What could not be loaded is asked for again by the next press.
    laptop.ask().then(
      ({ startLaptop }) => startLaptop(client),
      () => laptop.forgetFailure(),
    );
  };
  useUi.subscribe(({ dialog }) => {
    if (dialog === 'audience') start();
  });
  if ((storageOf('sessionStorage')?.getItem(AUDIENCE) ?? null) !== null) start();
}
