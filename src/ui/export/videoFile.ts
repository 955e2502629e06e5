import { HEADER } from '../../engine/frame.ts';
import { text } from '../../messages/index.ts';
import { latestFrame, presentStep, useLab } from '../../store/index.ts';
import type { ChartPicture, StagePicture } from '../../store/pictures.ts';
import { makeVideo, stepsOf, type VideoSteps } from './frames.ts';
import { standOffScreen, type OffScreen } from './offScreen.tsx';
import { rasterOf } from './raster.ts';
import { noteNow } from './run.ts';
import { codecFor, pngSink, webmSink, type VideoFormat } from './sinks.ts';
import { layOf, type PictureWish } from './size.ts';
import type { Way } from './work.ts';

interface Asked {
  readonly pictures: readonly StagePicture[];
  readonly chart: ChartPicture | null;
  readonly name: string;
  readonly format: VideoFormat;
  readonly wish: PictureWish;
  readonly steps: VideoSteps;
}

/** Longest that a step is waited for without any news of it, in seconds. */
const LONGEST_WAIT = 60;

const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));

/** Takes the run to a step, and waits until it stands there. @throws Error where it never does: it blew up on its way */
async function goTo(step: number, cancelled: () => boolean): Promise<void> {
  const { step: go, seek, blowUp: former } = useLab.getState();
  const now = presentStep();
  if (step > now) go(step - now);
  else if (step < now) seek(step);
  let known = -1;
  let last = performance.now() + 1000 * LONGEST_WAIT;
  for (;;) {
    await frame();
    const at = latestFrame()?.header[HEADER.step] ?? -1;
    const { settled, blowUp } = useLab.getState();
    if ((at === step && settled) || cancelled()) return;
    if (blowUp !== null && blowUp !== former) throw new Error(text('export.blewUp', { step: blowUp.step }));
    if (at !== known) last = performance.now() + 1000 * LONGEST_WAIT;
    known = at;
    if (performance.now() > last) throw new Error(text('export.late', { seconds: LONGEST_WAIT }));
  }
}

/** Even pixels, as codecs want them. */
const even = (pixels: number): number => 2 * Math.max(1, Math.round(pixels / 2));

/** A video of the run, drawn apart from the screen, step by step; the run stands where it stood afterwards. */
export async function videoFile(
  { pictures, chart, name, format, wish, steps }: Asked,
  { tell, cancellable }: Way,
): Promise<Blob> {
  const { playing, pause, play } = useLab.getState();
  if (playing) pause();
  let given = false;
  const cancelled = (): boolean => given;
  cancellable(() => (given = true));
  const { width, height, ratio, pixels } = layOf(wish);
  const size = { width: even(pixels.width), height: even(pixels.height) };
  const note = noteNow(name);
  const stood = presentStep();
  let stand: OffScreen | null = null;
  try {
    const codec = format === 'webm' ? await codecFor(size) : null;
    if (format === 'webm' && codec === null) throw new Error(text('export.noCodec'));
    // Scales hold the largest of all that was run: known before the first picture, they are one for all, whoever made it before.
    await goTo(stepsOf(steps).at(-1) ?? steps.from, cancelled);
    await goTo(steps.from, cancelled);
    // Video has no transparency that players agree on.
    const copy = standOffScreen({ pictures, chart, ground: wish.ground, clear: false, width, height, ratio });
    stand = copy;
    const draw = async (step: number): Promise<HTMLCanvasElement> => {
      await goTo(step, cancelled);
      await copy.ready(cancelled);
      if (chart === null) return copy.canvas();
      const drawing = copy.chart()?.drawing({ width, height });
      if (drawing === undefined) throw new Error(text('export.nothing'));
      return rasterOf(drawing, drawing.ground, ratio);
    };
    const sink = codec === null ? pngSink(ratio, note) : await webmSink(size, codec, steps.fps, note);
    return await makeVideo(steps, draw, sink, { tell, cancelled });
  } finally {
    stand?.end();
    await goTo(stood, () => false).catch(() => undefined);
    if (playing) play();
  }
}
