import { Pause, Play, RotateCcw, StepBack, StepForward } from 'lucide-react';
import type { JSX } from 'react';
import { useLab } from '../../store/index.ts';
import { CommandButton } from './CommandButton.tsx';

/** Play, or pause: its name and sign follow the run. */
export function PlayButton({ className = 'icon-button play' }: { readonly className?: string }): JSX.Element {
  const playing = useLab((state) => state.playing);
  const idle = useLab((state) => state.info === null);
  return (
    <CommandButton id="play" className={className} disabled={idle}>
      {playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
    </CommandButton>
  );
}

/** Reset, step back (not on phones, where the timeline is enough), play, step. */
export function TransportButtons({ short = false }: { readonly short?: boolean }): JSX.Element {
  const atStart = useLab((state) => (state.readouts?.step ?? 0) === 0);
  const idle = useLab((state) => state.info === null);
  return (
    <div className="buttons">
      <CommandButton id="reset" disabled={idle}>
        <RotateCcw aria-hidden="true" />
      </CommandButton>
      {short ? null : (
        <CommandButton id="step-back" className="icon-button step-back" disabled={idle || atStart}>
          <StepBack aria-hidden="true" />
        </CommandButton>
      )}
      <PlayButton />
      <CommandButton id="step" disabled={idle}>
        <StepForward aria-hidden="true" />
      </CommandButton>
    </div>
  );
}
