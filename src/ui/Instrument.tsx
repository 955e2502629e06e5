import { useEffect, useRef, type JSX } from 'react';
import { text } from '../messages/index.ts';
import { useLab } from '../store/index.ts';
import { aloneOf, isOffered, seamOf, type ChartPicture } from '../store/pictures.ts';
import { later } from '../store/later.ts';
import { Dialogs } from './dialogs/Dialogs.tsx';
import { useCharts, yieldToAsked } from './drawer/chartState.ts';
import { BlowUp } from './drawer/BlowUp.tsx';
import { FileDrop } from './files/FileDrop.tsx';
import { ProblemAlert } from './files/ProblemAlert.tsx';
import { standardHeight, useDrawerRest, useDrawerStart } from './drawer/useDrawer.ts';
import { standAbove, typeScale, useLayoutMode, type LayoutMode } from './layoutMode.ts';
import { LessonSlot, useLessonPosition } from './lesson/LessonSlot.tsx';
import { Live } from './parts/Live.tsx';
import { Notice } from './parts/Notice.tsx';
import { Tips } from './parts/Tips.tsx';
import { Part } from './parts/Part.tsx';
import { endTour, startTourOnce } from './parts/tour.ts';
import { PictureSlot } from './PictureSlot.tsx';
import { PhoneLayout } from './phone/PhoneLayout.tsx';
import { FoldedLeftRail, LeftRail } from './rails/LeftRail.tsx';
import { ReadoutRow } from './rails/NowReadouts.tsx';
import { RightRail } from './rails/RightRail.tsx';
import { TopBar } from './rails/TopBar.tsx';
import { KeyStrip } from './strip/KeyStrip.tsx';
import { PrintHost } from './worksheet/PrintHost.tsx';
import { Transport } from './transport/Transport.tsx';
import { useSize } from './timeline/useSize.ts';
import { useLeaving } from './flight.ts';
import { useShortcuts } from './shortcuts.ts';
import { showMeter, useUi } from './uiState.ts';
import { usePictureFocus } from './pictureFocus.ts';

const PresenterHead = later(async () => (await import('./talk/Presenter.tsx')).PresenterHead);
const PresenterFoot = later(async () => (await import('./talk/Presenter.tsx')).PresenterFoot);
const PresenterChart = later(async () => (await import('./talk/PresenterChart.tsx')).PresenterChart);
const Speaker = later(async () => (await import('./talk/Speaker.tsx')).Speaker);
const Drawer = later(async () => (await import('./drawer/Drawer.tsx')).Drawer);
const Tour = later(async () => (await import('./parts/Tour.tsx')).Tour);

/** The room of the drawer while it is on its way, so that nothing moves when it comes. */
function DrawerRoom(): JSX.Element {
  const open = useLab((state) => state.drawerOpen);
  const ground = useLab((state) => state.ground);
  return (
    <div
      className={open ? 'drawer' : 'drawer closed'}
      style={open ? { height: standardHeight(ground) } : undefined}
    />
  );
}

const Meter = later(async () => (await import('./meter/Meter.tsx')).Meter);

/** The meter, loaded when it is first shown. */
function MeterAsked(): JSX.Element | null {
  const shown = useUi((state) => state.meter);
  if (!shown) return null;
  return (
    <Part name={text('part.meter')} place="floating" close={() => showMeter(false)}>
      <Meter />
    </Part>
  );
}

/** The tour, loaded when it is first shown. */
function FirstVisit(): JSX.Element | null {
  // Nothing lies over a lecture: it comes once that is over.
  const presenting = useUi((state) => state.presenting);
  const shown = useUi((state) => state.tour !== null) && !presenting;
  const ready = useLab((state) => state.info !== null);
  useEffect(() => {
    if (ready && !presenting) startTourOnce();
  }, [ready, presenting]);
  if (!shown || !ready) return null;
  return (
    <Part name={text('part.tour')} place="floating" close={endTour}>
      <Tour />
    </Part>
  );
}

interface InstrumentProps {
  /** The app hands them in, for ui may not import views. */
  readonly charts: readonly ChartPicture[];
}

/** The whole screen, arranged for the window's width. */
export function Instrument({ charts }: InstrumentProps): JSX.Element {
  const mode = useLayoutMode();
  const presenting = useUi((state) => state.presenting);
  const notes = useUi((state) => state.notes);
  useShortcuts();
  useDrawerStart(mode);
  usePictureFocus();
  const asked = useLab((state) => state.askedCharts);
  useEffect(() => yieldToAsked(asked), [asked]);
  return (
    <>
      {mode === 'phone' && !presenting ? (
        <PhoneLayout charts={charts} />
      ) : (
        <WideLayout mode={mode} charts={charts} />
      )}
      {notes ? (
        <Part name={text('command.notes')} place="floating" close={() => useUi.setState({ notes: false })}>
          <Speaker />
        </Part>
      ) : null}
      <Notice />
      <ProblemAlert />
      <FileDrop />
      <Dialogs charts={charts} />
      <PrintHost charts={charts} />
      <MeterAsked />
      <FirstVisit />
      <Tips />
      <Live />
    </>
  );
}

function WideLayout({ mode, charts }: InstrumentProps & { readonly mode: LayoutMode }): JSX.Element {
  const presenting = useUi((state) => state.presenting);
  // Under a chart that covers them the pictures take no part.
  const covered = useCharts((state) => state.maximized !== null);
  const maximized = useLab((state) => state.maximized);
  const stopped = useLab((state) => state.blowUp !== null);
  const asked = useUi((state) => state.rightOpen);
  const leftOpen = useUi((state) => state.leftOpen);
  const pictures = useLab((state) => state.pictures);
  const info = useLab((state) => state.info);
  const single = aloneOf(pictures, maximized);
  const shownAlone = single !== undefined && isOffered(single, info) ? single : undefined;
  const pair = pictures.filter(({ place }) => place === 'pair');
  const one = pair.find(({ id }) => id === maximized);
  const shown = shownAlone === undefined ? (one === undefined ? pair : [one]) : [shownAlone];
  // Beside a picture with a rail of its own the left one gives its room to that.
  const Rail = shownAlone?.Rail;
  const alone = Rail !== undefined && !presenting;
  const underTop = alone && shownAlone?.underTop === true;
  const position = useLessonPosition(mode);
  // On the presenter's screen its step is the title.
  const lesson = presenting ? null : position;
  const beside = lesson === 'rail';
  // A lesson has the rail's place; the readouts then stand in a line.
  const rightOpen = !beside && (asked ?? (mode === 'wide' || (alone && mode === 'medium')));
  const leftAway = !presenting && (mode === 'narrow' || mode === 'stacked');
  const hidden = useUi((state) => state.leftHidden);
  const folded = !presenting && !leftAway && (hidden || alone || (beside && mode === 'medium'));
  const stage = useRef<HTMLElement>(null);
  const panes = useRef<HTMLDivElement>(null);
  const { height: stageHeight } = useSize(stage);
  const { width, height } = useSize(panes);
  const scale = useLab((state) => typeScale(state.ground));
  const seam = seamOf(pictures, info);
  // A picture that stands alone has the run's chart beside it.
  const chart = presenting && one !== undefined;
  const count = shown.length + (chart ? 1 : 0);
  const Seam = shown === pair || shownAlone === seam ? seam?.Seam : undefined;
  useDrawerRest(one !== undefined);
  const leaving = useLeaving();
  // In the order of the registry, so that what stays mounted stays where it is in the document.
  const standing = pictures.filter(
    (picture) => shown.includes(picture) || leaving.some(({ id }) => id === picture.id),
  );
  return (
    <div
      className="lab"
      data-mode={mode}
      data-right={rightOpen || beside ? 'open' : 'folded'}
      data-left={leftAway ? 'away' : folded ? 'folded' : 'open'}
      data-alone={alone && (!leftAway || underTop)}
      data-lesson={lesson ?? undefined}
      data-present={presenting || undefined}
    >
      {presenting ? (
        <Part name={text('command.present')}>
          <PresenterHead />
        </Part>
      ) : null}
      {leftAway ? <TopBar rightOpen={rightOpen} alone={underTop} /> : null}
      {folded ? <FoldedLeftRail stays={!alone && !(beside && mode === 'medium')} /> : null}
      {presenting ? null : leftAway || folded ? (
        leftOpen ? (
          <LeftRail overlay />
        ) : null
      ) : (
        <LeftRail overlay={false} />
      )}
      <main ref={stage} className="stage">
        {folded ? <h1 className="vh">{text('app.name')}</h1> : null}
        <div
          ref={panes}
          className={count > 1 ? 'panes' : 'panes one'}
          data-above={count > 1 && standAbove(width, height, scale)}
          inert={covered}
        >
          {standing.map((picture) => (
            <PictureSlot
              key={picture.id}
              picture={picture}
              leaving={shown.includes(picture) ? undefined : leaving.find(({ id }) => id === picture.id)}
              flies={picture.flies === true && leaving.length > 0}
            />
          ))}
          {chart ? (
            <Part name={text('tab.charts')} place="pane">
              <PresenterChart charts={charts} />
            </Part>
          ) : null}
          {Seam === undefined || seam === undefined ? null : (
            <Part name={text(seam.name)} fallback={null}>
              <Seam id={seam.id} />
            </Part>
          )}
        </div>
        {presenting || stopped || shownAlone?.charts === false ? null : (
          <Part name={text('drawer.name')} fallback={<DrawerRoom />}>
            <Drawer charts={charts} stage={stageHeight} />
          </Part>
        )}
        <BlowUp />
      </main>
      {lesson === null ? null : <LessonSlot position={lesson} charts={charts} />}
      {presenting || beside || (leftAway && !rightOpen) ? null : (
        <RightRail open={rightOpen} Own={Rail} scene={alone && !leftAway} />
      )}
      <KeyStrip />
      {presenting ? (
        <Part name={text('command.present')} fallback={<div className="present-foot" />}>
          <PresenterFoot />
        </Part>
      ) : (
        <Transport middle={leftAway || rightOpen ? null : <ReadoutRow />} />
      )}
    </div>
  );
}
