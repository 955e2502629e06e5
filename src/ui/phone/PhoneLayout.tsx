import type { JSX, ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { later } from '../../store/later.ts';
import type { ChartPicture } from '../../store/pictures.ts';
import { Controls } from '../controls/Controls.tsx';
import { BlowUp } from '../drawer/BlowUp.tsx';
import { Part } from '../parts/Part.tsx';
import { useLeaving } from '../flight.ts';
import { PictureSlot } from '../PictureSlot.tsx';
import { Foot } from '../rails/Foot.tsx';
import { ReadoutRow } from '../rails/NowReadouts.tsx';
import { Equations } from '../rails/RightRail.tsx';
import { PresetChoice } from '../rails/PresetChoice.tsx';
import { LessonsButton, SceneButton, ShareButtons } from '../rails/SceneHead.tsx';
import { SpeedControl } from '../transport/SpeedControl.tsx';
import { StepReadout } from '../transport/Clock.tsx';
import { StopConditions, StopStatus } from '../transport/StopConditions.tsx';
import { SeedButton, SlowButton } from '../transport/Transport.tsx';
import { TransportButtons } from '../transport/TransportButtons.tsx';
import { Branches } from '../timeline/Branches.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { LessonSlot, useLessonPosition } from '../lesson/LessonSlot.tsx';
import { PeekSheet } from './PeekSheet.tsx';
import { PhoneTabs, usePhoneTab, type PhonePanel } from './PhoneTabs.tsx';

const PhoneCharts = later(async () => (await import('../drawer/PhoneCharts.tsx')).PhoneCharts);

/** Under 600 px: scene, tabs, one picture, readouts, transport, and the control used last. */
export function PhoneLayout({ charts }: { readonly charts: readonly ChartPicture[] }): JSX.Element {
  const stopped = useLab((state) => state.blowUp !== null);
  const tab = usePhoneTab();
  const lesson = useLessonPosition('phone');
  const pictures = useLab((state) => state.pictures);
  const picture = pictures.find(({ id }) => id === tab);
  const leaving = useLeaving();
  const standing = pictures.filter(
    (one) => one === picture || (picture !== undefined && leaving.some(({ id }) => id === one.id)),
  );
  const panels: Readonly<Record<PhonePanel, ReactNode>> = {
    charts: (
      <Part name={text('drawer.name')} place="pane">
        <PhoneCharts charts={charts} />
      </Part>
    ),
    controls: (
      <>
        <div className="phone-run">
          <SpeedControl />
          <SlowButton />
          <StopConditions />
          <Branches />
          <SeedButton />
        </div>
        <Controls />
        <div className="scene-more">
          <ShareButtons />
        </div>
        <Foot />
      </>
    ),
    equation: <Equations />,
  };
  const words = tab === 'controls' || tab === 'equation';
  return (
    <div className="lab phone" data-mode="phone" data-lesson={lesson ?? undefined}>
      <header className="phone-head">
        <h1 className="vh">{text('app.name')}</h1>
        <SceneButton className="scene centred" />
        <PresetChoice bare />
        <LessonsButton className="icon-button lessons-button" />
      </header>
      <main>
        <PhoneTabs current={tab} />
        <div
          id="tab-panel"
          role="tabpanel"
          tabIndex={0}
          aria-labelledby={`tab-${tab}`}
          className={words ? 'phone-panel words' : 'phone-panel'}
          data-pane={picture === undefined ? tab : undefined}
        >
          {picture === undefined ? panels[tab as PhonePanel] : null}
          {standing.map((one) => (
            <PictureSlot
              key={one.id}
              picture={one}
              leaving={one === picture ? undefined : leaving.find(({ id }) => id === one.id)}
              flies={one.flies === true && leaving.length > 0}
            />
          ))}
          {picture?.Seam === undefined ? null : (
            <Part name={text(picture.name)} fallback={null}>
              <picture.Seam id={picture.id} />
            </Part>
          )}
        </div>
        <BlowUp />
        <ReadoutRow withTime />
      </main>
      {lesson === null ? null : <LessonSlot position={lesson} charts={charts} />}
      <section className="transport" aria-label={text('transport.name')}>
        <TransportButtons short />
        <Timeline />
        <span className="clock-step">
          <span className="k">{text('readout.stepWord')}</span> <StepReadout />
        </span>
        <StopStatus />
      </section>
      {stopped ? null : <PeekSheet all={tab !== 'controls'} />}
    </div>
  );
}
