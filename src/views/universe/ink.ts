/** Colours and widths of the present ground for what is drawn by hand, as CSS has them. */
export interface Ink {
  ground: string;
  text: string;
  text2: string;
  text3: string;
  line: string;
  lineStrong: string;
  expansion: string;
  second: string;
  ghost: string;
  theory: string;
  font: string;
  /** Size of small type, pixels. */
  type: number;
  hair: number;
  ghostWidth: number;
  track: number;
}

/** Reads the tokens of the page. */
export function readInk(): Ink {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const size = (name: string, otherwise: number): number => Number.parseFloat(token(name)) || otherwise;
  return {
    ground: token('ground'),
    text: token('text'),
    text2: token('text-2'),
    text3: token('text-3'),
    line: token('line'),
    lineStrong: token('line-strong'),
    expansion: token('expansion'),
    second: token('second'),
    ghost: token('ghost'),
    theory: token('theory'),
    font: token('font'),
    type: size('type-1', 12),
    hair: size('line-hair', 1),
    ghostWidth: size('line-ghost', 1.75),
    track: size('line-track', 2.75),
  };
}

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
    const ratio = Math.min(2, window.devicePixelRatio);
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
