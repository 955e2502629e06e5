import { Dices, Turtle } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { Branches } from '../timeline/Branches.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { Clock } from './Clock.tsx';
import { CommandButton } from './CommandButton.tsx';
import { SpeedControl } from './SpeedControl.tsx';
import { StopConditions, StopStatus } from './StopConditions.tsx';
import { TransportButtons } from './TransportButtons.tsx';

interface TransportProps {
  /** What stands between timeline and clock, where other places are folded. */
  readonly middle?: ReactNode;
}

/** Reset, step, play, speed, timeline, clock and seed, over the full width. */
export function Transport({ middle }: TransportProps): JSX.Element {
  return (
    <section className="transport" aria-label={text('transport.name')}>
      <TransportButtons />
      <SpeedControl />
      <div className="buttons">
        <SlowButton />
        <StopConditions />
      </div>
      <div className="transport-middle">
        <Timeline />
        {middle}
      </div>
      <Branches />
      <Clock />
      <SeedButton />
      <StopStatus />
    </section>
  );
}

/** A tenth of the speed, and back. */
export function SlowButton(): JSX.Element {
  const slow = useLab((state) => state.normalRate !== null);
  return (
    <CommandButton id="slow" className="icon-button slow" pressed={slow}>
      <Turtle aria-hidden="true" />
    </CommandButton>
  );
}

export function SeedButton(): JSX.Element {
  const idle = useLab((state) => state.info === null);
  return (
    <CommandButton id="new-seed" disabled={idle}>
      <Dices aria-hidden="true" />
    </CommandButton>
  );
}
