import { seenAs, useLab, type HessianMap } from '../../../store/index.ts';
import { readStyle } from '../style.ts';
import { drawScene, type Scene } from './draw.ts';
import { eased, placesOf } from './move.ts';
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

/**
 * Keeps the picture drawn on a canvas: when something new is seen, at a new size or on another ground, and while weights
 * move from one order to the next.
 *  @returns what ends it
 */
export function showPicture(canvas: HTMLCanvasElement): () => void {
  const context = canvas.getContext('2d');
  let style = readStyle(canvas);
  let scene: Scene | null = null;
  let request = 0;

  const draw = (): void => {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (context === null || scene === null || width === 0 || height === 0) return;
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawScene(context, width, height, style, scene);
    canvas.dataset.moving = String(scene.move !== null);
  };

  const see = (): void => {
    const map = mapNow();
    const { info } = useLab.getState();
    // What was seen of another run is none of this one.
    if (map === null || info === null || map.weights.length !== info.tracks[0].weightCount) {
      cancelAnimationFrame(request);
      scene = null;
      return;
    }
    const before = scene?.map;
    if (before === map) return;
    const moves =
      before !== undefined && before.order !== map.order && before.weights.length === map.weights.length;
    const lengthens = scene?.move !== null && before?.order === map.order;
    const picture = {
      map,
      sites: sitesOf(info.layout, map.weights.length),
      lattice: map.sites,
      names: namesNow(map),
    };
    const length = motionOf(canvas);
    if (lengthens) {
      // The same order, seen anew while its weights are still moving.
      scene = { ...picture, move: scene?.move ?? null };
      return;
    }
    cancelAnimationFrame(request);
    if (!moves || length === 0) {
      scene = { ...picture, move: null };
      draw();
      return;
    }
    const from = placesOf(before.weights);
    const to = placesOf(map.weights);
    const start = performance.now();
    scene = { ...picture, move: { from, to, part: 0 } };
    const step = (now: number): void => {
      const part = Math.min(1, Math.max(0, (now - start) / length));
      if (scene === null) return;
      scene = { ...scene, move: part < 1 ? { from, to, part: eased(part) } : null };
      draw();
      if (part < 1) request = requestAnimationFrame(step);
    };
    request = requestAnimationFrame(step);
  };

  const end = useLab.subscribe(see);
  const resized = new ResizeObserver(draw);
  resized.observe(canvas);
  const grounded = new MutationObserver(() => {
    style = readStyle(canvas);
    draw();
  });
  grounded.observe(document.documentElement, { attributes: true, attributeFilter: ['data-ground'] });
  see();
  return () => {
    end();
    cancelAnimationFrame(request);
    resized.disconnect();
    grounded.disconnect();
  };
}
