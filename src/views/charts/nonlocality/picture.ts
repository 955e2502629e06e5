import { HEADER } from '../../../engine/frame.ts';
import { onFrame, seenAs, useLab, type HessianMap } from '../../../store/index.ts';
import { peakOfTracks } from '../../tracks.ts';
import { frameNow } from '../now.ts';
import { readStyle, STYLED_BY } from '../style.ts';
import { boxesOf } from './boxes.ts';
import { drawScene, type Scene } from './draw.ts';
import { drawField, standing } from './live.ts';
import { eased, placesOf, type Move } from './move.ts';
import { sitesOf } from './sites.ts';

export const WATCH = 'chart.nonlocality';

export function mapNow(): HessianMap | null {
  return seenAs(useLab.getState().seen, WATCH, 'hessian-map');
}

/** Names of the sheets, where the matrix of the lattice's order has borders. */
export function namesNow(map: HessianMap): readonly string[] {
  const sheets = useLab.getState().info?.layout.sheets ?? [];
  return map.borders.length > 0 ? sheets.map(({ name }) => name) : [];
}

/** Milliseconds that a re-indexing takes: the token of what explains, 0 where reduced motion is asked. */
function motionOf(element: Element): number {
  const token = getComputedStyle(element).getPropertyValue('--motion-explain').trim();
  const value = Number.parseFloat(token);
  return Number.isFinite(value) ? (token.endsWith('ms') ? value : 1000 * value) : 0;
}

/** Gives a canvas the pixels of its place. @returns null where it has none, or no context */
function fitted(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const { clientWidth: width, clientHeight: height } = canvas;
  const context = canvas.getContext('2d');
  if (context === null || width === 0 || height === 0) return null;
  const asked = canvas.closest<HTMLElement>('[data-ratio]')?.dataset.ratio;
  const ratio = Number(asked) || window.devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

/**
 * Keeps the picture drawn: on one canvas what is coupled, when something new is seen, at a new size or on another ground, and while
 * weights move from one order to the next; on the other the field, as often as the run shows it.
 *  @returns what ends it
 */
export function showPicture(canvas: HTMLCanvasElement, field: HTMLCanvasElement): () => void {
  let style = readStyle(canvas);
  let scene: Scene | null = null;
  let started = 0;
  let length = 0;
  let stale = true;
  let drawnFrame: unknown = null;

  const drawStill = (): void => {
    const context = fitted(canvas);
    if (context === null || scene === null) return;
    drawScene(context, canvas.clientWidth, canvas.clientHeight, style, scene);
    canvas.dataset.moving = String(scene.move !== null);
    canvas.dataset.profile = String(
      boxesOf(canvas.clientWidth, canvas.clientHeight, style.size).profile !== null,
    );
  };
  const drawMoving = (frame: ReturnType<typeof frameNow>): void => {
    const context = fitted(field);
    if (context === null) return;
    const { clientWidth: width, clientHeight: height } = field;
    context.clearRect(0, 0, width, height);
    if (scene === null || frame === null || frame.tracks[0].weights.length !== scene.x.length) return;
    const { lattice } = boxesOf(width, height, style.size);
    drawField(context, lattice, style, scene, frame.tracks[0].weights, peakOfTracks(frame, [0]));
    field.dataset.step = String(frame.header[HEADER.step]);
  };

  const see = (): void => {
    const map = mapNow();
    const { info } = useLab.getState();
    // What was seen of another run is none of this one.
    if (map === null || info === null || map.weights.length !== info.tracks[0].weightCount) {
      scene = null;
      return;
    }
    const before = scene?.map;
    if (scene !== null && before === map) return;
    const size = map.weights.length;
    const picture = {
      map,
      sites: sitesOf(info.layout, size),
      lattice: map.sites,
      names: namesNow(map),
      x: new Float32Array(size),
      y: new Float32Array(size),
    };
    const known = before !== undefined && before.weights.length === size;
    let move: Move | null = null;
    // The same order, seen anew while its weights are still moving.
    if (known && before.order === map.order) move = scene?.move ?? null;
    else if (known) {
      length = motionOf(canvas);
      started = performance.now();
      if (length > 0) move = { from: placesOf(before.weights), to: placesOf(map.weights), part: 0 };
    }
    scene = { ...picture, move, rows: standing(map, info.layout) };
    stale = true;
  };

  // Where nothing comes nothing runs.
  let request = 0;
  const ask = (): void => {
    if (request === 0) request = requestAnimationFrame(turn);
  };
  const turn = (now: number): void => {
    request = 0;
    if (scene !== null && scene.move !== null) {
      const part = Math.min(1, Math.max(0, (now - started) / length));
      scene = { ...scene, move: part < 1 ? { ...scene.move, part: eased(part) } : null };
      stale = true;
    }
    const frame = frameNow(useLab.getState().info);
    if (!stale && frame === drawnFrame) return;
    if (stale) drawStill();
    drawMoving(frame);
    stale = false;
    drawnFrame = frame;
    if (scene !== null && scene.move !== null) ask();
  };

  const again = (): void => {
    stale = true;
    ask();
  };
  const ends = [
    onFrame(ask),
    useLab.subscribe(() => {
      see();
      ask();
    }),
  ];
  const resized = new ResizeObserver(again);
  resized.observe(canvas);
  const grounded = new MutationObserver(() => {
    style = readStyle(canvas);
    again();
  });
  grounded.observe(document.documentElement, { attributes: true, attributeFilter: STYLED_BY });
  see();
  ask();
  return () => {
    for (const end of ends) end();
    cancelAnimationFrame(request);
    resized.disconnect();
    grounded.disconnect();
  };
}
