/** The small picture of a state: the pictures on the screen as they are drawn now, without words. */
import { isPicture } from '../../scenario/talk/picture.ts';
import { redraw } from '../../store/index.ts';

/** Pixels of the picture: twice those of the smallest place that it has. */
const WIDTH = 320;
const HEIGHT = 180;
/** From good to bearable; a picture that is still too long is left out. */
const QUALITIES = [0.75, 0.5, 0.3];
/** A frame that comes later than this shows another moment: the page was covered. */
const LATEST_MS = 500;

/** What a drawing needs to know of a picture on the screen. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where boxes of the screen go in a picture: all of them, as large as can be, in the middle. */
export function fitted(
  boxes: readonly Box[],
  width: number,
  height: number,
): { readonly scale: number; readonly x: number; readonly y: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.right);
    bottom = Math.max(bottom, box.bottom);
  }
  const [wide, high] = [right - left, bottom - top];
  const scale = Math.min(width / wide, height / high);
  return {
    scale,
    x: (width - scale * wide) / 2 - scale * left,
    y: (height - scale * high) / 2 - scale * top,
  };
}

/** Whether it is seen; browsers that cannot say draw it. */
const isSeen = (element: Element): boolean => element.checkVisibility?.({ visibilityProperty: true }) ?? true;

/** Draws what stands on the screen; null where nothing does. */
function draw(): HTMLCanvasElement | null {
  const panes = [...document.querySelectorAll('[data-pane]:not([data-leaving])')].filter(isSeen);
  const boxes = panes.map((pane) => pane.getBoundingClientRect());
  const sheet = document.createElement('canvas');
  [sheet.width, sheet.height] = [WIDTH, HEIGHT];
  const context = sheet.getContext('2d');
  if (context === null || !boxes.some(({ width, height }) => width > 0 && height > 0)) return null;
  // Only PNG could be clear, and it is the longest.
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  const { scale, x, y } = fitted(boxes, WIDTH, HEIGHT);
  for (const pane of panes) {
    for (const canvas of pane.querySelectorAll('canvas')) {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      if (canvas.width === 0 || width === 0 || !isSeen(canvas)) continue;
      context.drawImage(canvas, x + scale * left, y + scale * top, scale * width, scale * height);
    }
  }
  return sheet;
}

/** A canvas as short as a talk takes it; null where it is none. */
function written(sheet: HTMLCanvasElement): string | null {
  for (const quality of QUALITIES) {
    const webp = sheet.toDataURL('image/webp', quality);
    // Browsers that write no WebP write PNG instead, which is long.
    const url = webp.startsWith('data:image/webp') ? webp : sheet.toDataURL('image/jpeg', quality);
    if (isPicture(url)) return url;
  }
  return null;
}

/** A small picture of what the screen shows now. @param done  given it in the next frame, or null where there is none */
export function takePicture(done: (picture: string | null) => void): void {
  const asked = performance.now();
  redraw();
  // After those that draw: a picture in space has its pixels until the frame ends.
  requestAnimationFrame(() => {
    const sheet = performance.now() - asked < LATEST_MS ? draw() : null;
    done(sheet === null ? null : written(sheet));
  });
}
