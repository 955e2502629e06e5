import { Group, PerspectiveCamera, type WebGLRenderer } from 'three';
import { latestFrame, useLab } from '../../store/index.ts';
import { createLabelLayer } from './labelLayer.ts';
import { onPaletteChange } from './palette.ts';
import type { Drawing, DrawState } from './picture.ts';
import type { SightKind } from './sight.ts';
import type { ThreadEnd } from './thread.ts';
import { createContext, followPalette, type SceneContext } from './uniforms.ts';
import { onNewFrame } from './watch.ts';

/** One pane's scene: picture, sight, labels, and the rule when to draw. React only mounts it. */
export interface Stage<P extends Drawing = Drawing> {
  readonly context: SceneContext;
  readonly camera: PerspectiveCamera;
  readonly root: Group;
  /** Another picture; the old one is disposed. `forget` brings the camera home. */
  show(picture: P, forget: boolean): void;
  /** Rolled up or unrolled; eased unless motion is unwanted. */
  setUnrolled(unrolled: boolean): void;
  /** Pixels of the pane, and rectangles [4·n] that stand over the picture, the key first. */
  /** @param overWords  rectangles of what words alone keep clear of, four numbers each */
  resize(width: number, height: number, obstacles: Float32Array, overWords?: readonly number[]): void;
  /** One drawing, called by the frame loop just before it renders; without a renderer, of what is drawn by hand alone. */
  draw(dt: number, renderer: WebGLRenderer | null): void;
  /** What asks the frame loop for a drawing; set by who owns the loop. */
  onInvalidate(invalidate: () => void): void;
  invalidate(): void;
  /** Called after a drawing whose limit is another. */
  onLimit(listener: (limit: number) => void): void;
  dispose(): void;
}

/**
 * @param thread     this pane's end of the thread between the panes; null where another picture has it
 * @param triangles  that one picture may spend now
 */
export function createStage<P extends Drawing>(
  kind: SightKind<P>,
  element: HTMLElement,
  labelHost: HTMLElement,
  thread: ThreadEnd | null,
  triangles: () => number,
): Stage<P> {
  const context = createContext(triangles);
  const { uniforms } = context;
  const camera = Object.assign(new PerspectiveCamera(), { manual: true });
  const root = new Group();
  const labels = createLabelLayer(labelHost);
  const state: DrawState = { linked: -1, inspected: null, hiddenTracks: [], magnified: 1, yaw: 0, curl: 1 };
  let picture: P | null = null;
  let width = 0;
  let height = 0;
  let ask = (): void => undefined;
  let tellLimit: (limit: number) => void = () => undefined;
  let limit = NaN;

  // A pane without size is hidden: it asks for nothing and costs nothing.
  const invalidate = (): void => {
    if (width > 0 && height > 0) ask();
  };
  const sight = kind.create({ element, context, camera, thread, invalidate });
  const ends = [
    onNewFrame(invalidate),
    onPaletteChange(() => {
      followPalette(context);
      labels.measure();
      invalidate();
    }),
  ];
  // Fonts change the sizes of labels when they arrive.
  void document.fonts.ready.then(() => {
    labels.measure();
    invalidate();
  });

  const drop = (): void => {
    picture?.over?.remove();
    picture?.dispose();
    picture = null;
  };

  return {
    context,
    camera,
    root,
    show(next, forget) {
      if (picture !== null) root.remove(picture.object);
      drop();
      picture = next;
      root.add(next.object);
      if (next.over !== undefined) labelHost.before(next.over);
      if (width > 0 && height > 0) next.resize?.(width, height);
      labels.show(next.labels);
      sight.show(next, forget);
      invalidate();
    },
    setUnrolled(unrolled) {
      sight.setUnrolled(unrolled);
      invalidate();
    },
    resize(nextWidth, nextHeight, obstacles, overWords = []) {
      width = nextWidth;
      height = nextHeight;
      sight.resize(width, height, obstacles);
      if (width === 0 || height === 0) return;
      uniforms.uView.value.set(width, height);
      picture?.resize?.(width, height);
      labels.setObstacles(Float32Array.from([...obstacles, ...overWords]));
      labels.measure();
      invalidate();
    },
    draw(dt, renderer) {
      renderer?.setClearColor(context.palette.colors.ground, 1);
      const { hovered, selected, hiddenTracks, magnified } = useLab.getState();
      const moving = sight.update(dt, state);
      state.linked = hovered ?? selected ?? -1;
      state.hiddenTracks = hiddenTracks;
      state.magnified = magnified;
      uniforms.uSelected.value = state.linked;
      if (picture !== null) {
        const { projector } = sight;
        const frame = latestFrame();
        if (frame !== null) picture.update(frame, state);
        picture.drawOver?.(projector);
        labels.ground.markCount = picture.marks?.(projector, labels.ground.marks) ?? 0;
        labels.update(projector);
        sight.drawn(state, frame !== null);
        if (picture.limit !== limit) {
          limit = picture.limit;
          tellLimit(limit);
        }
      }
      if (moving) invalidate();
    },
    onInvalidate(next) {
      ask = next;
      invalidate();
    },
    invalidate,
    onLimit(listener) {
      tellLimit = listener;
      limit = NaN;
    },
    dispose() {
      for (const end of ends) end();
      sight.dispose();
      labels.clear();
      drop();
    },
  };
}
