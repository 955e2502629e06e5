import { Matrix4 } from 'three';
import { useLab } from '../../store/index.ts';
import { leavePad, standOn } from './pad.ts';
import { inspectedOf, keptPin, pinOf, type Pin } from './pins.ts';
import type { Picture } from './picture.ts';
import { ARC, PLANE } from './place.ts';
import { listenToPointer } from './pointer.ts';
import { createProjector } from './project.ts';
import { homes } from './home.ts';
import { createRig, type HomeScene } from './rig.ts';
import type { Sight, SightHost, SightKind } from './sight.ts';
import type { Target } from './target.ts';

/** A pane that is so much wider than high has room for an opened ring. */
const WIDE = 1.25;
/** Seconds in which a ring unrolls. */
const UNROLL_SECONDS = 0.9;

/** In space: a camera that hand and keys move, rings that unroll, and things to point at. */
export const inSpace: SightKind<Picture> = {
  role: 'application',
  keys: 'ArrowLeft ArrowRight ArrowUp ArrowDown Alt+ArrowUp Alt+ArrowDown + - 0 1 2 3 PageUp PageDown Enter Escape',
  always: false,
  create: createCameraSight,
};

function createCameraSight({ element, context, camera, thread, invalidate }: SightHost): Sight<Picture> {
  const { uniforms } = context;
  const projector = createProjector();
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  const matrix = new Matrix4();
  const pixel = new Float32Array(3);
  let picture: Picture | null = null;
  let unrolled = false;
  let opened = false;
  let pointed: Target | null = null;
  let pin: Pin | null = null;
  const rig = createRig(camera, element, invalidate);
  const unlisten = listenToPointer(element, rig, {
    pick: (x, y) => picture?.pick(x, y, projector) ?? null,
    press: (target) => picture?.press?.(target) ?? false,
    get grips() {
      return picture?.grips?.(projector) ?? null;
    },
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
  });

  const isOpened = (): boolean =>
    picture?.opens === true &&
    picture.space === 'ring' &&
    !unrolled &&
    projector.width > WIDE * projector.height;
  const curlGoal = (): number => {
    if (picture === null || picture.space === 'plane') return PLANE;
    return picture.space === 'strip' || unrolled ? 0 : opened ? ARC : 1;
  };
  const homeScene = (shown: Picture): HomeScene => ({
    home: opened ? homes.arc() : shown.home(unrolled),
    outline: shown.outline,
    curl: curlGoal(),
    towards:
      shown.towards === undefined
        ? null
        : {
            home: opened && !shown.towards.plane ? homes.arc() : shown.towards.home(unrolled),
            outline: shown.towards.outline,
            curl: shown.towards.plane ? PLANE : curlGoal(),
          },
  });

  /** Bends the strip on its way to ring or plane. @returns whether it is still on the way */
  const bend = (dt: number): boolean => {
    const goal = curlGoal();
    const curl = uniforms.uCurl.value;
    if (curl === goal || curl < 0) return false;
    const step = Math.min(dt, 0.05) / UNROLL_SECONDS;
    uniforms.uCurl.value = goal > curl ? Math.min(goal, curl + step) : Math.max(goal, curl - step);
    return true;
  };

  return {
    projector,
    show(next, forget) {
      picture = next;
      pointed = null;
      pin = null;
      opened = isOpened();
      uniforms.uCurl.value = curlGoal();
      rig.setHome(homeScene(next), { forget, ease: false });
    },
    setUnrolled(next) {
      if (unrolled === next) return;
      unrolled = next;
      if (picture === null) return;
      opened = isOpened();
      if (still.matches) uniforms.uCurl.value = curlGoal();
      // A turned ring has no meaning on the strip, nor a turned strip on the ring.
      rig.setHome(homeScene(picture), { forget: true, ease: true });
    },
    resize(width, height, obstacles) {
      if (width === 0 || height === 0) {
        thread?.hide();
        return;
      }
      projector.width = width;
      projector.height = height;
      if (picture !== null && opened !== isOpened()) {
        opened = !opened;
        uniforms.uCurl.value = curlGoal();
        rig.setHome(homeScene(picture), { forget: false, ease: false });
      }
      rig.resize(width, height, obstacles);
    },
    update(dt, state) {
      if (picture?.towards !== undefined) rig.go(picture.towards.part());
      const turning = rig.update(dt);
      const bending = bend(dt);
      camera.updateMatrixWorld();
      matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse).toArray(projector.matrix);
      projector.curl = uniforms.uCurl.value;
      projector.distance = rig.distance;
      uniforms.uDistance.value = rig.distance;
      const { hovered, selected } = useLab.getState();
      pin = keptPin(pin, selected);
      state.inspected = inspectedOf(pointed, pin, hovered);
      state.yaw = rig.yaw;
      state.curl = Math.max(0, uniforms.uCurl.value);
      if (picture !== null) {
        uniforms.uFog.value = picture.fog ? (picture.space === 'plane' ? 1 : state.curl) : 0;
      }
      return turning || bending;
    },
    drawn({ linked }, filled) {
      if (picture?.pad === true && filled) standOn(projector, element);
      if (thread === null || picture === null) return;
      if (linked >= 0 && filled && picture.threadEnd(projector, pixel)) thread.show(pixel[0], pixel[1]);
      else thread.hide();
    },
    dispose() {
      unlisten();
      thread?.dispose();
      leavePad(element);
      rig.dispose();
      picture = null;
    },
  };
}
