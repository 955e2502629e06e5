import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { text } from '../../messages/index.ts';
import { useLab, type Ground } from '../../store/index.ts';
import { OnPaper, type Paper } from '../../store/onPaper.ts';
import type { ChartExporter, ChartPicture, StagePicture } from '../../store/pictures.ts';
import { ChartView } from '../drawer/ChartSlot.tsx';
import '../parts/onPaper.css';
import { PictureView } from '../PictureView.tsx';
import { composed } from './compose.ts';
import './export.css';

/** Longest that a picture is waited for, in seconds. */
const LONGEST_WAIT = 20;
/** Drawings after which what a picture asked for has come to it. */
const SETTLING_FRAMES = 4;

const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));

/** Pictures, or one chart, that stand apart from the screen, in a ground and at a size of their own. */
export interface OffScreen {
  /** Waits until all is there. @throws Error whose message says what is not */
  ready(givenUp?: () => boolean): Promise<void>;
  /** As they stand now. */
  canvas(): Promise<HTMLCanvasElement>;
  /** What the chart hands over; null: none, or not yet. */
  readonly chart: () => ChartExporter | null;
  end(): void;
}

interface Asked {
  readonly pictures: readonly StagePicture[];
  readonly chart: ChartPicture | null;
  readonly ground: Ground;
  readonly clear: boolean;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** Mounts copies of pictures where nobody sees them; the screen's own are not touched. */
export function standOffScreen({ pictures, chart, ground, clear, width, height, ratio }: Asked): OffScreen {
  const host = document.createElement('div');
  host.className = 'off-screen on-paper';
  host.dataset.ground = ground;
  host.dataset.ratio = String(ratio);
  host.inert = true;
  host.style.width = `${width}px`;
  host.style.height = `${height}px`;
  document.body.append(host);
  const drawings = new Set<() => void>();
  const paper: Paper = {
    ratio,
    clear,
    keep(draw) {
      drawings.add(draw);
      return () => void drawings.delete(draw);
    },
  };
  let exporter: ChartExporter | null = null;
  const register = (one: ChartExporter | null): void => void (exporter = one);
  const watches = useLab.getState().holdWatches();
  const root = createRoot(host);
  flushSync(() =>
    root.render(
      <OnPaper value={paper}>
        {pictures.map((picture) => (
          <div key={picture.id} className="off-screen-picture">
            <PictureView picture={picture} />
          </div>
        ))}
        {chart === null ? null : (
          <div className="off-screen-chart">
            <ChartView chart={chart} register={register} />
          </div>
        )}
      </OnPaper>,
    ),
  );
  const isHere = (): boolean =>
    host.querySelector('.loading, [data-busy="true"]') === null &&
    drawings.size >= pictures.length &&
    (chart === null || exporter !== null) &&
    useLab.getState().settled &&
    watches.answered();
  const draw = (): void => {
    // A line that would be cut is left out: nothing in a file can be uncovered.
    for (const line of host.querySelectorAll<HTMLElement>('.pane-gloss')) {
      line.style.visibility = line.scrollWidth > line.clientWidth ? 'hidden' : '';
    }
    for (const one of drawings) one();
  };
  return {
    chart: () => exporter,
    async ready(givenUp = () => false) {
      await document.fonts.ready;
      const last = performance.now() + 1000 * LONGEST_WAIT;
      for (let here = 0; here < SETTLING_FRAMES;) {
        await frame();
        if (givenUp()) return;
        if (host.querySelector('.stage-message') !== null && pictures.length > 0) {
          throw new Error(text('export.noSpace'));
        }
        here = isHere() ? here + 1 : 0;
        if (performance.now() > last) {
          const said = host.querySelector('.chart-empty')?.textContent?.trim();
          throw new Error(said || text('export.late', { seconds: LONGEST_WAIT }));
        }
      }
    },
    async canvas() {
      // Twice: what a drawing tells React (a limit, a key) is in the second.
      flushSync(draw);
      await frame();
      flushSync(draw);
      const color = getComputedStyle(host).backgroundColor;
      return composed(host, clear ? null : color, ratio);
    },
    end() {
      root.unmount();
      host.remove();
      watches.end();
    },
  };
}
