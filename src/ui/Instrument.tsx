import { useEffect, type JSX } from 'react';
import { text } from '../messages/index.ts';
import { useLab } from '../store/index.ts';
import { later } from '../store/later.ts';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { useCharts, yieldToAsked } from './drawer/chartState.ts';
import { BlowUp } from './drawer/BlowUp.tsx';
import { Drawer } from './drawer/Drawer.tsx';
import { FileDrop } from './files/FileDrop.tsx';
import { ProblemAlert } from './files/ProblemAlert.tsx';
import { LOW_HEIGHT, typeScale, useLayoutMode, type LayoutMode } from './layoutMode.ts';
import { Live } from './parts/Live.tsx';
import { Notice } from './parts/Notice.tsx';
import { Tips } from './parts/Tips.tsx';
import { Part } from './parts/Part.tsx';
import { endTour, startTourOnce } from './parts/tour.ts';
import type { Pictures } from './pictures.ts';
import { PhoneLayout } from './phone/PhoneLayout.tsx';
import { LeftRail } from './rails/LeftRail.tsx';
import { ReadoutRow } from './rails/NowReadouts.tsx';
import { RightRail } from './rails/RightRail.tsx';
import { TopBar } from './rails/TopBar.tsx';
import { KeyStrip } from './strip/KeyStrip.tsx';
import { PrintHost } from './worksheet/PrintHost.tsx';
import { Transport } from './transport/Transport.tsx';
import { useShortcuts } from './shortcuts.ts';
import { useUi } from './uiState.ts';
import { useUniverseFocus } from './universeFocus.ts';

const Tour = later(async () => (await import('./parts/Tour.tsx')).Tour);

/** The tour, loaded when it is first shown. */
function FirstVisit(): JSX.Element | null {
  const shown = useUi((state) => state.tour !== null);
  const ready = useLab((state) => state.info !== null);
  useEffect(() => {
    if (ready) startTourOnce();
  }, [ready]);
  if (!shown || !ready) return null;
  return (
    <Part name={text('part.tour')} place="floating" close={endTour}>
      <Tour />
    </Part>
  );
}

/** The whole screen, arranged for the window's width. */
export function Instrument(pictures: Pictures): JSX.Element {
  const mode = useLayoutMode();
  useShortcuts();
  useDrawerStart(mode);
  useUniverseFocus();
  const asked = useLab((state) => state.askedCharts);
  useEffect(() => yieldToAsked(asked), [asked]);
  return (
    <>
      {mode === 'phone' ? <PhoneLayout {...pictures} /> : <WideLayout mode={mode} {...pictures} />}
      <Notice />
      <ProblemAlert />
      <FileDrop />
      <Dialogs />
      <PrintHost {...pictures} />
      <FirstVisit />
      <Tips />
      <Live />
    </>
  );
}

/** Where there is little height the drawer starts closed; a hand can open it. */
function useDrawerStart(mode: LayoutMode): void {
  useEffect(() => {
    const { ground } = useLab.getState();
    const height = window.innerHeight / typeScale(ground);
    const little = mode === 'stacked' || (mode !== 'phone' && height < LOW_HEIGHT);
    useLab.getState().setDrawerOpen(!little);
  }, [mode]);
}

function WideLayout(props: Pictures & { readonly mode: LayoutMode }): JSX.Element {
  const { mode, network, field, universe, charts } = props;
  // Under a chart that covers them the pictures take no part.
  const covered = useCharts((state) => state.maximized !== null);
  const maximized = useLab((state) => state.maximized);
  const stopped = useLab((state) => state.blowUp !== null);
  const asked = useUi((state) => state.rightOpen);
  const leftOpen = useUi((state) => state.leftOpen);
  const alone = maximized === 'universe';
  // Beside the universe the left rail gives its room to the numbers.
  const rightOpen = asked ?? (mode === 'wide' || (alone && mode === 'medium'));
  const leftAway = mode === 'narrow' || mode === 'stacked';
  return (
    <div
      className="lab"
      data-mode={mode}
      data-right={rightOpen ? 'open' : 'folded'}
      data-left={leftAway ? 'away' : alone ? 'none' : 'open'}
    >
      {leftAway ? <TopBar rightOpen={rightOpen} /> : null}
      {(leftAway ? leftOpen : !alone) ? <LeftRail overlay={leftAway} /> : null}
      <main className="stage">
        {alone && !leftAway ? <h1 className="vh">{text('app.name')}</h1> : null}
        {alone ? (
          <div className="panes one">
            <div className="pane-slot" data-pane="universe">
              {universe}
            </div>
          </div>
        ) : (
          <div className={maximized === null ? 'panes' : 'panes one'} inert={covered}>
            {maximized === 'field' ? null : (
              <div className="pane-slot" data-pane="network">
                {network}
              </div>
            )}
            {maximized === 'network' ? null : (
              <div className="pane-slot" data-pane="field">
                {field}
              </div>
            )}
          </div>
        )}
        {stopped || alone ? null : <Drawer charts={charts} />}
        <BlowUp />
      </main>
      {leftAway && !rightOpen ? null : (
        <RightRail open={rightOpen} universe={alone} scene={alone && !leftAway} />
      )}
      <KeyStrip />
      <Transport middle={leftAway || rightOpen ? null : <ReadoutRow />} />
    </div>
  );
}
