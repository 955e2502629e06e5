/** Where pictures of a video go, one after another. */
export interface FrameSink {
  /** Takes the picture of a step; the next one is made when it is done. Times are in seconds. */
  add(canvas: HTMLCanvasElement, at: number, length: number, step: number): Promise<void>;
  finish(): Promise<Blob>;
  cancel(): Promise<void>;
}

/** Which steps a video shows, and how fast. */
export interface VideoSteps {
  readonly from: number;
  readonly to: number;
  /** Steps between two pictures. */
  readonly stride: number;
  /** Pictures a second. */
  readonly fps: number;
}

/** The steps of its pictures, in order. */
export function stepsOf({ from, to, stride }: VideoSteps): readonly number[] {
  const count = to < from ? 0 : Math.floor((to - from) / stride) + 1;
  return Array.from({ length: count }, (_, n) => from + n * stride);
}

/**
 * Makes a video by step number: however long a picture takes, its place in the video is that of its step, and none is pushed
 * before the one before it was taken.
 *  @param draw       the picture of a step
 *  @param cancelled  asked before every picture
 *  @throws whatever drawing or taking throws; the sink is given up then, and when cancelled
 */
export async function makeVideo(
  steps: VideoSteps,
  draw: (step: number) => Promise<HTMLCanvasElement>,
  sink: FrameSink,
  { tell, cancelled }: { readonly tell: (done: number) => void; readonly cancelled: () => boolean },
): Promise<Blob> {
  try {
    for (const [index, step] of stepsOf(steps).entries()) {
      if (cancelled()) throw new Error('cancelled');
      await sink.add(await draw(step), index / steps.fps, 1 / steps.fps, step);
      tell(index + 1);
    }
    return await sink.finish();
  } catch (error) {
    await sink.cancel();
    throw error;
  }
}
