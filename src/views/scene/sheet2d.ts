/** A canvas drawn in CSS pixels over its element. */
export interface Sheet2d {
  readonly context: CanvasRenderingContext2D;
  /** Gives the canvas a size; clears it. */
  resize(width: number, height: number): void;
  clear(): void;
  /** Takes the screen's pixels as they are now, at the same size. */
  sharpen(): void;
}

/** @returns null where the browser has no canvas */
export function createSheet2d(canvas: HTMLCanvasElement): Sheet2d | null {
  const context = canvas.getContext('2d');
  if (context === null) return null;
  let width = 0;
  let height = 0;
  const fit = (): void => {
    // Drawn apart from the screen it has the pixels that are asked for there.
    const asked = canvas.closest<HTMLElement>('[data-ratio]')?.dataset.ratio;
    const ratio = Number(asked) || Math.min(2, window.devicePixelRatio);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
  };
  return {
    context,
    resize(nextWidth, nextHeight) {
      width = nextWidth;
      height = nextHeight;
      fit();
    },
    sharpen: fit,
    clear: () => context.clearRect(0, 0, width, height),
  };
}
