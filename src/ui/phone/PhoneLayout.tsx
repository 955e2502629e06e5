import type { JSX, ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { Controls } from '../controls/Controls.tsx';
import { BlowUp } from '../drawer/BlowUp.tsx';
import { PhoneCharts } from '../drawer/PhoneCharts.tsx';
import type { Pictures } from '../pictures.ts';
import { Foot } from '../rails/Foot.tsx';
import { ReadoutRow } from '../rails/NowReadouts.tsx';
import { Equations } from '../rails/RightRail.tsx';
import { PresetChoice } from '../rails/PresetChoice.tsx';
import { SceneButton } from '../rails/SceneHead.tsx';
import { SpeedControl } from '../transport/SpeedControl.tsx';
import { StepReadout } from '../transport/Clock.tsx';
import { StopConditions, StopStatus } from '../transport/StopConditions.tsx';
import { SeedButton, SlowButton, TransportButtons } from '../transport/Transport.tsx';
import { Branches } from '../timeline/Branches.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { useUi } from '../uiState.ts';
import { PeekSheet } from './PeekSheet.tsx';
import { PhoneTabs } from './PhoneTabs.tsx';

/** Under 600 px: scene, tabs, one picture, readouts, transport, and the control used last. */
export function PhoneLayout({ network, field, universe, charts }: Pictures): JSX.Element {
  const stopped = useLab((state) => state.blowUp !== null);
  const tab = useUi((state) => state.tab);
  const panels: Record<typeof tab, ReactNode> = {
    network,
    field,
    universe,
    charts: <PhoneCharts charts={charts} />,
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
        <Foot />
      </>
    ),
    equation: <Equations />,
  };
  return (
    <div className="lab phone" data-mode="phone">
      <header className="phone-head">
        <h1 className="vh">{text('app.name')}</h1>
        <SceneButton className="scene centred" />
        <PresetChoice bare />
      </header>
      <main>
        <PhoneTabs />
        <div
          id="tab-panel"
          role="tabpanel"
          tabIndex={0}
          aria-labelledby={`tab-${tab}`}
          className={tab === 'controls' || tab === 'equation' ? 'phone-panel words' : 'phone-panel'}
          data-pane={tab}
        >
          {panels[tab]}
        </div>
        <BlowUp />
        <ReadoutRow withTime />
      </main>
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
