import { Dices, Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { Clock } from './Clock.tsx';
import { CommandButton } from './CommandButton.tsx';
import { SpeedControl } from './SpeedControl.tsx';

interface TransportProps {
  /** What stands between speed and clock (the timeline, later). */
  readonly middle?: ReactNode;
}

/** Reset, step, play, speed, clock and seed, over the full width. */
export function Transport({ middle }: TransportProps): JSX.Element {
  return (
    <section className="transport" aria-label={text('transport.name')}>
      <TransportButtons />
      <SpeedControl />
      <div className="transport-middle">{middle}</div>
      <Clock />
      <SeedButton />
    </section>
  );
}

export function TransportButtons(): JSX.Element {
  const playing = useLab((state) => state.playing);
  const idle = useLab((state) => state.info === null);
  return (
    <div className="buttons">
      <CommandButton id="reset" disabled={idle}>
        <RotateCcw aria-hidden="true" />
      </CommandButton>
      <CommandButton id="play" className="icon-button play" disabled={idle}>
        {playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </CommandButton>
      <CommandButton id="step" disabled={idle}>
        <StepForward aria-hidden="true" />
      </CommandButton>
    </div>
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
