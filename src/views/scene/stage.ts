import { Group, Matrix4, PerspectiveCamera, type WebGLRenderer } from 'three';
import { latestFrame, useLab } from '../../store/index.ts';
import { createLabelLayer } from './labelLayer.ts';
import { onPaletteChange } from './palette.ts';
import { inspectedOf, keptPin, pinOf, type Pin } from './pins.ts';
import type { DrawState, Picture } from './picture.ts';
import { listenToPointer } from './pointer.ts';
import { PLANE } from './place.ts';
import { createProjector } from './project.ts';
import { createRig, type HomeScene } from './rig.ts';
import type { Target } from './target.ts';
import type { ThreadEnd } from './thread.ts';
import { createContext, followPalette, type SceneContext } from './uniforms.ts';
import { onNewFrame } from './watch.ts';

/** Seconds in which a ring unrolls. */
const UNROLL_SECONDS = 0.9;

/** One pane's scene: camera, picture, labels, and the rule when to draw. React only mounts it. */
export interface Stage {
  readonly context: SceneContext;
  readonly camera: PerspectiveCamera;
  readonly root: Group;
  /** Another picture; the old one is disposed. `forget` brings the camera home. */
  show(picture: Picture, forget: boolean): void;
  /** Rolled up or unrolled; eased unless motion is unwanted. */
  setUnrolled(unrolled: boolean): void;
  /** Pixels of the pane, and rectangles [4·n] that stand over the picture, the key first. */
  resize(width: number, height: number, obstacles: Float32Array): void;
  /** One drawing, called by the frame loop just before it renders. */
  draw(dt: number, renderer: WebGLRenderer): void;
  /** What asks the frame loop for a drawing; set by who owns the loop. */
  onInvalidate(invalidate: () => void): void;
  invalidate(): void;
  /** Called after a drawing whose limit is another. */
  onLimit(listener: (limit: number) => void): void;
  dispose(): void;
}

/** @param thread  this pane's end of the thread between the panes; null where another picture has it */
export function createStage(element: HTMLElement, labelHost: HTMLElement, thread: ThreadEnd | null): Stage {
  const context = createContext();
  const { uniforms } = context;
  const camera = Object.assign(new PerspectiveCamera(), { manual: true });
  const root = new Group();
  const projector = createProjector();
  const labels = createLabelLayer(labelHost);
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  const matrix = new Matrix4();
  const state: DrawState = {
    linked: -1,
    inspected: null,
    hiddenTracks: [],
    magnified: 1,
    unrolled: false,
    yaw: 0,
    curl: 1,
  };
  const pixel = new Float32Array(3);
  let pointed: Target | null = null;
  let pin: Pin | null = null;
  let picture: Picture | null = null;
  let width = 0;
  let height = 0;
  let ask = (): void => undefined;
  let tellLimit: (limit: number) => void = () => undefined;
  let limit = NaN;

  // A pane without size is hidden: it asks for nothing and costs nothing.
  const invalidate = (): void => {
    if (width > 0 && height > 0) ask();
  };
  const rig = createRig(camera, element, invalidate);
  const ends = [
    onNewFrame(invalidate),
    onPaletteChange(() => {
      followPalette(context);
      labels.measure();
      invalidate();
    }),
    listenToPointer(element, rig, {
      pick: (x, y) => picture?.pick(x, y, projector) ?? null,
      press: (target) => picture?.press?.(target) ?? false,
      get sources() {
        return picture?.sources ?? false;
      },
      get pinned() {
        return pin?.target ?? null;
      },
      point(target) {
        pointed = target;
        invalidate();
      },
      pin(target) {
        pin = pinOf(target, useLab.getState().selected);
        invalidate();
      },
    }),
  ];
  // Fonts change the sizes of labels when they arrive.
  void document.fonts.ready.then(() => {
    labels.measure();
    invalidate();
  });

  const homeScene = (shown: Picture): HomeScene => ({
    home: shown.home(state.unrolled),
    outline: shown.outline,
    curl: curlGoal(),
  });
  const curlGoal = (): number => {
    if (picture === null || picture.space === 'plane') return PLANE;
    return picture.space === 'strip' || state.unrolled ? 0 : 1;
  };

  return {
    context,
    camera,
    root,
    show(next, forget) {
      if (picture !== null) {
        root.remove(picture.object);
        picture.dispose();
      }
      picture = next;
      pointed = null;
      pin = null;
      root.add(next.object);
      labels.show(next.labels);
      uniforms.uCurl.value = curlGoal();
      rig.setHome(homeScene(next), { forget, ease: false });
      invalidate();
    },
    setUnrolled(unrolled) {
      if (state.unrolled === unrolled) return;
      state.unrolled = unrolled;
      if (picture === null) return;
      if (still.matches) uniforms.uCurl.value = curlGoal();
      // A turned ring has no meaning on the strip, nor a turned strip on the ring.
      rig.setHome(homeScene(picture), { forget: true, ease: true });
      invalidate();
    },
    resize(nextWidth, nextHeight, obstacles) {
      width = nextWidth;
      height = nextHeight;
      if (width === 0 || height === 0) {
        thread?.hide();
        return;
      }
      uniforms.uView.value.set(width, height);
      projector.width = width;
      projector.height = height;
      labels.setObstacles(obstacles);
      labels.measure();
      rig.resize(width, height, obstacles);
    },
    draw(dt, renderer) {
      renderer.setClearColor(context.palette.colors.ground, 1);
      let moving = rig.update(dt);
      const goal = curlGoal();
      const curl = uniforms.uCurl.value;
      if (curl !== goal && curl >= 0) {
        const step = Math.min(dt, 0.05) / UNROLL_SECONDS;
        uniforms.uCurl.value = goal > curl ? Math.min(goal, curl + step) : Math.max(goal, curl - step);
        moving = true;
      }
      camera.updateMatrixWorld();
      matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse).toArray(projector.matrix);
      projector.curl = uniforms.uCurl.value;
      projector.distance = rig.distance;
      uniforms.uDistance.value = rig.distance;
      const store = useLab.getState();
      state.linked = store.hovered ?? store.selected ?? -1;
      pin = keptPin(pin, store.selected);
      state.inspected = inspectedOf(pointed, pin, store.hovered);
      state.hiddenTracks = store.hiddenTracks;
      state.magnified = store.magnified;
      state.yaw = rig.yaw;
      state.curl = Math.max(0, uniforms.uCurl.value);
      uniforms.uSelected.value = state.linked;
      if (picture !== null) {
        uniforms.uFog.value = picture.fog ? (picture.space === 'plane' ? 1 : state.curl) : 0;
        const frame = latestFrame();
        if (frame !== null) picture.update(frame, state);
        labels.ground.markCount = picture.marks?.(projector, labels.ground.marks) ?? 0;
        labels.update(projector);
        if (thread !== null) {
          if (state.linked >= 0 && frame !== null && picture.threadEnd(projector, pixel)) {
            thread.show(pixel[0], pixel[1]);
          } else thread.hide();
        }
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
      thread?.dispose();
      rig.dispose();
      labels.clear();
      picture?.dispose();
      picture = null;
    },
  };
}
