import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from '../engine/spawn.ts';
import { isEmbedded } from '../store/embedded.ts';
import { connectEngine, useLab } from '../store/index.ts';
import { startAnnouncements } from '../ui/announce.ts';
import { ProblemAlert } from '../ui/files/ProblemAlert.tsx';
import { openShipped, startShipped } from '../ui/files/shipped.ts';
import { startGround } from '../ui/ground.ts';
import { Timeline } from '../ui/timeline/Timeline.tsx';
import { openStorage } from './keep/records.ts';
import { Session } from './keep/session.ts';
import { connectOutside } from './outside.ts';
import { pictures } from './pictures.ts';
import { prefetchWhenIdle } from './prefetch.ts';
import '../ui/styles/index.css';
import { startDrift } from '../views/scene/drift.ts';
import { App } from './App.tsx';

const host = document.getElementById('app');
if (host === null) throw new Error('the page has no element #app');

useLab.setState({ pictures });
startGround();
startAnnouncements();
connectOutside();
startDrift();
connectEngine(createClient());
const root = createRoot(host);
if (isEmbedded())
  void import('./embed/start.tsx').then(({ startEmbed }) =>
    startEmbed(root, { App, ProblemAlert, Timeline, connectOutside, startShipped, openShipped }),
  );
else {
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  prefetchWhenIdle();
  void new Session(openStorage()).start(window.location.search);
}
