import '../../messages/late.ts';
import './audience.css';
import { Contrast, Maximize } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore, type JSX } from 'react';
import { isolated } from '../../messages/bidi.ts';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { aboutOf, useLab, type Ground } from '../../store/index.ts';
import { aloneOf, isOffered, type ChartPicture } from '../../store/pictures.ts';
import { grounds } from '../../store/screenKeys.ts';
import { standAbove, typeScale } from '../layoutMode.ts';
import { Sym } from '../math/Sym.tsx';
import { Part } from '../parts/Part.tsx';
import { PictureView } from '../PictureView.tsx';
import { StageChart } from '../talk/PresenterChart.tsx';
import { StageHead } from '../talk/StageHead.tsx';
import { KeyStrip } from '../strip/KeyStrip.tsx';
import { useSize } from '../timeline/useSize.ts';
import { StepReadout, TimeReadout } from '../transport/Clock.tsx';
import { Readout } from '../transport/Readout.tsx';
import { useSight } from './sight.ts';

/** The hand that moved here last is forgotten after this. */
const AWAKE_MS = 3000;

interface AudienceViewProps {
  readonly choose: (ground: Ground) => void;
  readonly charts: readonly ChartPicture[];
}

/** What the audience sees: the pictures, what they are called, and the numbers of the moment. Nothing here changes anything. */
export function AudienceView({ choose, charts }: AudienceViewProps): JSX.Element {
  const started = useLab((state) => state.info !== null);
  const blank = useSight((state) => state.blank);
  const awake = useAwake();
  return (
    <div className="audience" data-awake={awake}>
      <Head />
      {/* Seen, never touched: what hands and keys would do here the laptop does. */}
      <main className="audience-stage">
        <div className="audience-pictures" inert>
          {started ? <Pictures charts={charts} /> : null}
        </div>
      </main>
      <Foot />
      <Tools choose={choose} />
      {blank ? <div className="audience-blank" /> : null}
    </div>
  );
}

function Head(): JSX.Element {
  const caption = useSight((state) => state.caption);
  const title = useLab((state) => state.document?.scenario.title ?? '');
  const about = useLab(aboutOf);
  return (
    <StageHead
      title={caption?.title ?? title}
      line={caption?.line ?? about ?? ''}
      language={caption?.language}
    />
  );
}

function Pictures({ charts }: { readonly charts: readonly ChartPicture[] }): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(host);
  const pictures = useLab((state) => state.pictures);
  const maximized = useLab((state) => state.maximized);
  const info = useLab((state) => state.info);
  const scale = useLab((state) => typeScale(state.ground));
  const alone = aloneOf(pictures, maximized);
  const pair = pictures.filter(({ place }) => place === 'pair');
  const single =
    alone !== undefined && isOffered(alone, info) ? alone : pair.find(({ id }) => id === maximized);
  const shown = single === undefined ? pair : [single];
  const asked = useSight((state) => state.chart);
  // As on the presenter's screen: a picture of the pair that stands alone has a chart beside it.
  const chart =
    single?.place === 'pair' ? charts.find((one) => one.id === asked && isOffered(one, info)) : undefined;
  const several = shown.length > 1 || chart !== undefined;
  return (
    <div
      ref={host}
      className={several ? 'panes' : 'panes one'}
      data-above={several && standAbove(width, height, scale)}
    >
      {width === 0
        ? null
        : shown.map((picture) => (
            <div key={picture.id} className="pane-slot" data-pane={picture.id}>
              <PictureView picture={picture} />
            </div>
          ))}
      {chart === undefined ? null : (
        <Part name={text('tab.charts')} place="pane">
          <StageChart chart={chart} />
        </Part>
      )}
    </div>
  );
}

function Foot(): JSX.Element {
  const place = useSight((state) => state.caption?.place ?? '');
  const cost = useLab((state) => state.readouts?.tracks[0].cost);
  const stopped = useLab((state) => state.blowUp);
  return (
    <footer className="audience-foot">
      <div className="audience-keys" inert>
        <KeyStrip />
      </div>
      <div className="audience-side">
        {stopped === null ? (
          <p className="audience-numbers">
            <span>
              <Sym of="t" /> <TimeReadout />
            </span>
            <span>
              {text('readout.stepWord')} <StepReadout />
            </span>
            <span>
              {text('audience.cost')}{' '}
              <Readout name={text('readout.cost')} value={cost} shown={formatNumber(cost)} />
            </span>
          </p>
        ) : (
          <p className="audience-numbers" role="alert">
            {text('audience.stopped', { step: formatInteger(stopped.step) })}
          </p>
        )}
        {place === '' ? null : <p className="audience-place num">{isolated(place)}</p>}
      </div>
      <LinkLine />
    </footer>
  );
}

const onScreenChange = (tell: () => void): (() => void) => {
  document.addEventListener('fullscreenchange', tell);
  return () => document.removeEventListener('fullscreenchange', tell);
};

function fillScreen(): void {
  const asked =
    document.fullscreenElement === null
      ? document.documentElement.requestFullscreen?.()
      : document.exitFullscreen();
  // Where it is refused the browser's own key (F11) is left.
  asked?.catch(() => undefined);
}

/** Full screen and ground: for the hand that sets the window up, away while none moves. */
function Tools({ choose }: { readonly choose: (ground: Ground) => void }): JSX.Element {
  const whole = useSyncExternalStore(onScreenChange, () => document.fullscreenElement !== null);
  const ground = useLab((state) => state.ground);
  const next = grounds[(grounds.indexOf(ground) + 1) % grounds.length];
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, repeat } = event;
      if (key.toLowerCase() === 'f' && !ctrlKey && !metaKey && !altKey && !repeat) fillScreen();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <div className="audience-tools">
      <button type="button" className="button" onClick={fillScreen}>
        <Maximize aria-hidden="true" />
        {text(whole ? 'command.leaveFullScreen' : 'audience.fullScreen')}
      </button>
      <button type="button" className="button" onClick={() => choose(next)}>
        <Contrast aria-hidden="true" />
        {text('audience.ground', { ground: text(`ground.${next}`) })}
      </button>
    </div>
  );
}

/** Discreet, in a corner: the picture stays whatever becomes of the laptop. */
function LinkLine(): JSX.Element {
  const link = useSight((state) => state.link);
  // It came while the picture was held, to a laptop that has lost that picture.
  const held = useSight((state) => state.frozen);
  const empty = useLab((state) => state.info === null);
  const words = link !== 'here' ? text(`audience.link.${link}`) : held && empty ? text('audience.held') : '';
  return (
    <p className="audience-link" role="status" data-link={link}>
      {words}
    </p>
  );
}

/** Whether a hand moved here a moment ago. */
function useAwake(): boolean {
  const [awake, setAwake] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setAwake(false), AWAKE_MS);
      setAwake(true);
    };
    wake();
    window.addEventListener('pointermove', wake);
    window.addEventListener('keydown', wake);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', wake);
      window.removeEventListener('keydown', wake);
    };
  }, []);
  return awake;
}
