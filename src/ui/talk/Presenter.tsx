import '../../messages/late.ts';
import { Maximize, Pause, Play, ChevronLeft, ChevronRight, Flashlight, NotebookText, X } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore, type JSX, type ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { useAudience } from '../../store/audience.ts';
import { useLab } from '../../store/index.ts';
import { TimeReadout, StepReadout } from '../transport/Clock.tsx';
import { CommandButton } from '../transport/CommandButton.tsx';
import { Sym } from '../math/Sym.tsx';
import { JumpList } from './JumpList.tsx';
import { takeScreen, walkOn } from './present.ts';
import { useShown } from './shown.ts';
import { StageHead } from './StageHead.tsx';
import { attachSpotlight, watchPointer } from './spotlight.ts';
import { useTalk } from './state.ts';
import { again } from './walk.ts';
import './presenter.css';

/** Title line and the equation of motion. */
export function PresenterHead(): JSX.Element {
  const { title, about, language } = useShown();
  const asLeft = useTalk((state) => state.asLeft);
  return (
    <StageHead title={title} line={about ?? ''} language={language}>
      {asLeft ? (
        <p className="present-left">
          {text('talk.asLeft')}
          <button type="button" className="text-button" onClick={again}>
            {text('present.again')}
          </button>
        </p>
      ) : undefined}
    </StageHead>
  );
}

/** Play, the clock, which of how many, and the way on. */
export function PresenterFoot(): JSX.Element {
  const { step, count, titles, language } = useShown();
  const playing = useLab((state) => state.playing);
  return (
    <section className="present-foot" aria-label={text('present.foot')}>
      <CommandButton id="play" className="icon-button present-play">
        {playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </CommandButton>
      <span className="present-clock">
        <Sym of="t" /> <TimeReadout />
        <span className="vh">
          <StepReadout />
        </span>
      </span>
      {step === null ? null : (
        <div className="present-walk">
          <Tool name={text('present.previous')} act={() => walkOn(-1)} off={step === 1}>
            <ChevronLeft aria-hidden="true" />
          </Tool>
          <JumpList step={step} count={count} titles={titles} language={language} />
          <Tool name={text('present.next')} act={() => walkOn(1)} off={step === count}>
            <ChevronRight aria-hidden="true" />
          </Tool>
        </div>
      )}
      <PresenterTools />
      <Over />
    </section>
  );
}

const onScreenChange = (tell: () => void): (() => void) => {
  document.addEventListener('fullscreenchange', tell);
  return () => document.removeEventListener('fullscreenchange', tell);
};

/** Tools that fade while the hand rests: nobody in the room needs them. */
function PresenterTools(): JSX.Element {
  const whole = useSyncExternalStore(onScreenChange, () => document.fullscreenElement !== null);
  const spotlight = useTalk((state) => state.spotlight);
  return (
    <div className="present-tools">
      {whole ? null : (
        <Tool name={text('command.fullScreen')} act={() => void takeScreen()}>
          <Maximize aria-hidden="true" />
        </Tool>
      )}
      <Tool
        name={text('present.spotlight')}
        pressed={spotlight}
        act={() => useTalk.setState({ spotlight: !spotlight })}
      >
        <Flashlight aria-hidden="true" />
      </Tool>
      <CommandButton id="notes">
        <NotebookText aria-hidden="true" />
      </CommandButton>
      <CommandButton id="present">
        <X aria-hidden="true" />
      </CommandButton>
    </div>
  );
}

interface ToolProps {
  readonly name: string;
  readonly act: () => void;
  readonly off?: boolean;
  readonly pressed?: boolean;
  readonly children: ReactNode;
}

function Tool({ name, act, off = false, pressed, children }: ToolProps): JSX.Element {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      aria-disabled={off || undefined}
      aria-pressed={pressed}
      data-tip={name}
      onClick={() => {
        if (!off) act();
      }}
    >
      {children}
    </button>
  );
}

/** What lies over the screen: the spotlight's veil, and the blank screen. */
function Over(): JSX.Element | null {
  // With a window for the audience that is blank, and the speaker goes on seeing.
  const alone = useAudience((state) => state.windows === 0);
  const blank = useTalk((state) => state.blank) && alone;
  const spotlight = useTalk((state) => state.spotlight);
  useEffect(watchPointer, []);
  return (
    <>
      {spotlight && !blank ? <Veil /> : null}
      {blank ? (
        <button
          type="button"
          className="present-blank"
          aria-label={text('present.showAgain')}
          onClick={() => useTalk.setState({ blank: false })}
        />
      ) : null}
    </>
  );
}

function Veil(): JSX.Element {
  const veil = useRef<HTMLDivElement>(null);
  useEffect(() => (veil.current === null ? undefined : attachSpotlight(veil.current)), []);
  return <div ref={veil} className="present-veil" aria-hidden="true" />;
}
