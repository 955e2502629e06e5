import '../../messages/late.ts';
import './embed.css';
import { useRef, type ComponentType, type JSX } from 'react';
import { formatInteger } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { aloneOf, homeOf, isOffered, seamOf, type StagePicture } from '../../store/pictures.ts';
import { LessonSlot } from '../lesson/LessonSlot.tsx';
import { Live } from '../parts/Live.tsx';
import { Part } from '../parts/Part.tsx';
import { Tips } from '../parts/Tips.tsx';
import { PictureView } from '../PictureView.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { KeyStrip } from '../strip/KeyStrip.tsx';
import { useSize } from '../timeline/useSize.ts';
import { Clock } from '../transport/Clock.tsx';
import { PlayButton, TransportButtons } from '../transport/TransportButtons.tsx';
import { arrangement } from './arrangement.ts';
import { OpenInLab } from './OpenInLab.tsx';

/** Parts that the page has at hand: imported here once more, its first load would be cut into more pieces. */
export interface FrameParts {
  readonly ProblemAlert: ComponentType;
  readonly Notice: ComponentType;
  readonly Timeline: ComponentType;
}

/** An embed shows none beside its pictures. */
const NO_CHARTS = [] as const;

interface FrameProps {
  readonly parts: FrameParts;
  /** Whether the key controls and the transport stand below the pictures. */
  readonly controls: boolean;
  /** The author chose what is shown. */
  readonly fixed: boolean;
}

/** The lab in an article, without its rails, drawer and dialogs. */
export function Frame({ parts, controls, fixed }: FrameProps): JSX.Element {
  const { ProblemAlert, Notice, Timeline } = parts;
  useShortcuts(true);
  const started = useLab((state) => state.document !== null);
  // Of a step alone what it says and asks; in pictures alone the article says it.
  const lesson = useLab((state) => state.lesson !== null) && controls;
  return (
    <div className="embed" data-controls={controls} data-lesson={lesson || undefined}>
      <main className="embed-stage">
        <h1 className="vh">{text('app.name')}</h1>
        {started ? <Pictures choice={controls && !fixed} /> : null}
      </main>
      {lesson ? <LessonSlot position="sheet" charts={NO_CHARTS} /> : null}
      {controls ? (
        <>
          <KeyStrip />
          <section className="transport" aria-label={text('transport.name')}>
            <TransportButtons />
            <Timeline />
            <Clock />
            <OpenInLab />
          </section>
        </>
      ) : (
        <section className="embed-corner" aria-label={text('transport.name')}>
          {/* What moves by itself can be stopped, even where nothing else stands (WCAG 2.2.2). */}
          <PlayButton className="icon-button" />
          <OpenInLab />
        </section>
      )}
      <Notice />
      <ProblemAlert />
      <Tips />
      <Live />
    </div>
  );
}

/** @param choice  where one of two has room, buttons choose it */
function Pictures({ choice }: { readonly choice: boolean }): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(host);
  const pictures = useLab((state) => state.pictures);
  const maximized = useLab((state) => state.maximized);
  const info = useLab((state) => state.info);
  const stopped = useLab((state) => state.blowUp);
  const alone = aloneOf(pictures, maximized);
  const pair = pictures.filter(({ place }) => place === 'pair');
  const stands = arrangement(width, height);
  const single =
    alone !== undefined && isOffered(alone, info)
      ? alone
      : (pair.find(({ id }) => id === maximized) ?? (stands === 'one' ? homeOf(pictures) : null));
  const shown = single === null ? pair : [single];
  const isPair = shown === pair;
  const seam = seamOf(pictures, info);
  const Seam = single !== null && single === seam ? seam.Seam : undefined;
  const chooses = choice && !isPair && single?.place === 'pair' && stands === 'one';
  return (
    <div ref={host} className="embed-pictures">
      <div className={isPair ? 'panes' : 'panes one'} data-above={isPair && stands === 'above'}>
        {width === 0
          ? null
          : shown.map((picture) => (
              <div key={picture.id} className="pane-slot" data-pane={picture.id}>
                <PictureView picture={picture} />
              </div>
            ))}
        {Seam === undefined || seam === undefined ? null : (
          <Part name={text(seam.name)} fallback={null}>
            <Seam id={seam.id} />
          </Part>
        )}
      </div>
      {chooses ? <Choice pair={pair} shown={single.id} /> : null}
      {stopped === null ? null : (
        <p role="alert" className="embed-stopped">
          {text('embed.blowUp', { step: formatInteger(stopped.step) })}
        </p>
      )}
    </div>
  );
}

/** Which of the two pictures stands, where there is room for one. */
function Choice({
  pair,
  shown,
}: {
  readonly pair: readonly StagePicture[];
  readonly shown: string;
}): JSX.Element {
  return (
    <div className="embed-choice" data-over-picture="words" role="group" aria-label={text('tab.list')}>
      {pair.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === shown}
          onClick={() => useLab.getState().maximize(id)}
        >
          {text(name)}
        </button>
      ))}
    </div>
  );
}
