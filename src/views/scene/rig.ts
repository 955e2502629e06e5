import CameraControls from 'camera-controls';
import {
  Box3,
  Matrix4,
  Quaternion,
  Raycaster,
  Sphere,
  Spherical,
  Vector2,
  Vector3,
  Vector4,
  type PerspectiveCamera,
} from 'three';
import { useLab } from '../../store/index.ts';
import { fitHome, type Fit } from './fit.ts';
import { guardPage } from './guardPage.ts';
import {
  HOME_DISTANCE,
  homeBetween,
  homes,
  presetAngles,
  type CameraHome,
  type CameraPreset,
} from './home.ts';
import {
  askedView,
  AT_HOME,
  moveView,
  onViewMove,
  showFrom,
  viewOffset,
  type ViewOffset,
} from './sharedView.ts';
import { digitMeant } from '../../store/keyboard.ts';

CameraControls.install({
  THREE: { Vector2, Vector3, Vector4, Quaternion, Matrix4, Spherical, Box3, Sphere, Raycaster },
});

/** The camera of one pane: orbit, zoom and pan by hand and key, tied to the other pane's. */
export interface Rig {
  /**
   * Another home; what the hand has moved is kept, or forgotten. Eased where the picture stays the same.
   */
  setHome(scene: HomeScene, change: { forget: boolean; ease: boolean }): void;
  /** How far the camera's home is on the way to the scene's other one, 0 to 1. */
  go(part: number): void;
  /** Pixels of the pane, and rectangles [4·n] that stand over it, the key first. */
  resize(width: number, height: number, obstacles: Float32Array): void;
  /** Moves on by dt seconds. @returns whether the camera moved */
  update(dt: number): boolean;
  /** Answers a key. @returns whether it meant something */
  key(event: KeyboardEvent): boolean;
  readonly distance: number;
  /** Angle of the camera round the vertical. */
  readonly yaw: number;
  dispose(): void;
}

/** A picture as its camera knows it. */
export interface HomeScene {
  readonly home: CameraHome;
  /** [3·n] points of lattice space that have to be seen at home, and how they are bent there (place.ts). */
  readonly outline: Float32Array;
  readonly curl: number;
  /** The home to which the picture is on its way; left out: none. */
  readonly towards?: HomeScene | null;
}

/** How much larger than elsewhere type is on the projector ground. */
const PROJECTOR_TYPE = 1.5;
const NO_FIT: Fit = { fov: 0.5, below: 0, beside: 0 };
const KEY_TURN = (5 * Math.PI) / 180;
const KEY_PAN = 0.12;
const KEY_ZOOM = 0.88;
const NEAREST = 2.2;
const FURTHEST = 20;
const SMOOTH_SECONDS = 0.12;
/** For the way to a preset, which explains where one looks from. */
const PRESET_SECONDS = 0.22;
const RIGHT_ANGLE = Math.PI / 2;

export function createRig(camera: PerspectiveCamera, element: HTMLElement, moved: () => void): Rig {
  const id = Symbol('pane');
  const controls = new CameraControls(camera, element);
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  let scene: HomeScene = { home: homes.ring(), outline: new Float32Array(0), curl: 1 };
  let width = 1;
  let height = 1;
  let obstacles: Float32Array = new Float32Array(0);
  /** Part of the way to the scene's other home, and how both are laid into the pane. */
  let part = 0;
  const fits: [Fit, Fit, Fit] = [NO_FIT, NO_FIT, NO_FIT];
  // Only the pane under the hand writes the shared view, so that echoes end at once.
  let leading = false;
  const target = new Vector3();

  const smooth = (): void => {
    controls.smoothTime = still.matches ? 0 : SMOOTH_SECONDS;
    controls.draggingSmoothTime = still.matches ? 0 : SMOOTH_SECONDS / 2;
  };
  smooth();
  still.addEventListener('change', smooth);
  controls.minDistance = NEAREST;
  controls.maxDistance = FURTHEST;
  controls.dollySpeed = 0.6;
  controls.restThreshold = 0.001;

  const homeNow = (): CameraHome => {
    const { home, towards } = scene;
    return towards == null || part === 0 ? home : homeBetween(home, towards.home, part);
  };
  const limitPitch = (): void => {
    const [low, high] = homeNow().pitchRange;
    controls.minPolarAngle = RIGHT_ANGLE - high;
    controls.maxPolarAngle = RIGHT_ANGLE - low;
  };
  const follow = (offset: ViewOffset, ease: boolean): void => {
    leading = false;
    const eased = ease && !still.matches;
    const base = presetAngles(homeNow(), offset.preset);
    if (eased) {
      controls.smoothTime = PRESET_SECONDS;
      // A ring that was spun comes back the short way.
      controls.normalizeRotations();
    }
    void controls.rotateTo(base.yaw + offset.yaw, RIGHT_ANGLE - base.pitch - offset.pitch, eased);
    void controls.dollyTo(HOME_DISTANCE * offset.dolly, eased);
    void controls.moveTo(...offset.target, eased);
    moved();
  };
  const unlisten = onViewMove(id, follow);
  const lead = (): void => {
    leading = true;
    smooth();
    moved();
  };
  const publish = (): void => {
    controls.getTarget(target);
    const { preset } = viewOffset();
    const base = presetAngles(homeNow(), preset);
    moveView(id, {
      preset,
      yaw: controls.azimuthAngle - base.yaw,
      pitch: RIGHT_ANGLE - controls.polarAngle - base.pitch,
      dolly: controls.distance / HOME_DISTANCE,
      target: [target.x, target.y, target.z],
    });
  };
  controls.addEventListener('controlstart', lead);
  controls.addEventListener('control', lead);
  const unguard = guardPage(element, lead);
  // Two fingers hold what is under them; a wheel keeps the picture in the middle, whatever the mouse is over.
  const hand = ({ pointerType }: PointerEvent): void =>
    void (controls.dollyToCursor = pointerType === 'touch');
  const wheel = (): void => void (controls.dollyToCursor = false);
  element.addEventListener('pointerdown', hand, true);
  element.addEventListener('wheel', wheel, { capture: true, passive: true });

  const typeNow = (): number => (useLab.getState().ground === 'projector' ? PROJECTOR_TYPE : 1);
  const fitOf = ({ home, curl, outline }: HomeScene): Fit =>
    fitHome(home, curl, outline, { width, height, type: typeNow() }, obstacles);
  const lay = (): void => {
    const [one, middle, other] = fits;
    const [from, to, f] = part < 0.5 ? [one, middle, 2 * part] : [middle, other, 2 * part - 1];
    const between = (name: keyof Fit): number => (1 - f) * from[name] + f * to[name];
    const below = between('below');
    const beside = between('beside');
    camera.fov = (between('fov') * 180) / Math.PI;
    camera.aspect = width / height;
    camera.near = 0.1;
    camera.far = 60;
    camera.setViewOffset(width, height, -beside, -below, width, height);
    moved();
  };
  const fit = (): void => {
    const { towards } = scene;
    const one = fitOf(scene);
    fits.fill(one);
    if (towards != null) {
      // Half-way what is left and what has come are both there: as small as the larger of them asks.
      const home = homeBetween(scene.home, towards.home, 0.5);
      const halves = [fitOf({ ...scene, home }), fitOf({ ...towards, home })];
      fits[1] = halves[0].fov > halves[1].fov ? halves[0] : halves[1];
      fits[2] = fitOf(towards);
    }
    lay();
  };

  const goHome = (): void => showFrom('home');
  element.addEventListener('dblclick', goHome);

  return {
    setHome(next, { forget, ease }) {
      scene = next;
      limitPitch();
      // Another picture is seen as its document asks; one that unrolls comes home.
      if (forget) moveView(id, ease ? AT_HOME : askedView());
      follow(viewOffset(), ease);
      fit();
    },
    go(next) {
      if (next === part) return;
      part = next;
      if (scene.towards == null) return;
      limitPitch();
      follow(viewOffset(), false);
      lay();
    },
    resize(nextWidth, nextHeight, nextObstacles) {
      width = nextWidth;
      height = nextHeight;
      obstacles = nextObstacles;
      fit();
    },
    update(dt) {
      // A picture that stood still must not leap when it is drawn again.
      const changed = controls.update(Math.min(dt, 0.05));
      if (changed && leading) publish();
      return changed;
    },
    key(event) {
      const steps = KEYS[event.key] ?? KEYS[digitMeant(event) ?? ''];
      if (steps === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
      const { right = 0, up = 0, zoom = 0, preset } = steps;
      const eased = !still.matches;
      if (preset !== undefined) showFrom(preset);
      else {
        lead();
        if (zoom !== 0)
          void controls.dollyTo(controls.distance * (zoom > 0 ? KEY_ZOOM : 1 / KEY_ZOOM), eased);
        else if (event.shiftKey) void controls.truck(right * KEY_PAN, -up * KEY_PAN, eased);
        else void controls.rotate(right * KEY_TURN, -up * KEY_TURN, eased);
      }
      return true;
    },
    get distance() {
      return controls.distance;
    },
    get yaw() {
      return controls.azimuthAngle;
    },
    dispose() {
      unlisten();
      still.removeEventListener('change', smooth);
      unguard();
      element.removeEventListener('pointerdown', hand, true);
      element.removeEventListener('wheel', wheel, true);
      element.removeEventListener('dblclick', goHome);
      controls.dispose();
    },
  };
}

interface KeySteps {
  readonly right?: number;
  readonly up?: number;
  readonly zoom?: number;
  readonly preset?: CameraPreset;
}
const KEYS: Readonly<Record<string, KeySteps | undefined>> = {
  ArrowLeft: { right: -1 },
  ArrowRight: { right: 1 },
  ArrowUp: { up: 1 },
  ArrowDown: { up: -1 },
  '+': { zoom: 1 },
  '=': { zoom: 1 },
  '-': { zoom: -1 },
  '0': { preset: 'home' },
  '1': { preset: 'front' },
  '2': { preset: 'above' },
  '3': { preset: 'side' },
};
