import { Group, PerspectiveCamera, type WebGLRenderer } from 'three';
import { HEADER, PEAK, type FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { expansionOf, type Expansion } from '../../scenario/expansion.ts';
import { siteSpacing } from '../../scenario/spacing.ts';
import type { Scenario, Section } from '../../scenario/types.ts';
import {
  latestFrame,
  latestTraces,
  onPixelRatio,
  presentOf,
  seenAs,
  TRACE,
  useLab,
  type FieldPast,
} from '../../store/index.ts';
import { createLabelLayer } from '../scene/labelLayer.ts';
import type { Mountable } from '../scene/mount.tsx';
import { onPaletteChange } from '../scene/palette.ts';
import { createContext, followPalette } from '../scene/uniforms.ts';
import { onNewFrame } from '../scene/watch.ts';
import { trackLook, trackWords } from '../tracks.ts';
import { clearness, curvatureOf, gapAt } from './coarse.ts';
import { createLivedCourse, drawnCourse, type Course } from './course.ts';
import {
  createHornField,
  createRowFinder,
  MOST_ROWS,
  takePast,
  takePresent,
  type HornField,
} from './field.ts';
import { createHornMesh, type HornMesh } from './hornMesh.ts';
import { createSheet2d, readInk, type Ink } from './ink.ts';
import { createPixelProjector, hornLabels, sizeProjector, type HornState } from './labels.ts';
import { gainOf, relativeLimit } from './limit.ts';
import { drawMouth, drawPoint } from './mouth.ts';
import { arrange, axisEnds, createPlace, type Place } from './place.ts';
import { createRings, findRings, hubbleShare } from './rings.ts';
import { rowOf, type UniverseRow } from './row.ts';
import { plannedEnd, renewedFrom, windowOf } from './window.ts';

/** What the schedule under the horn is drawn from, after every drawing of the horn; written in place. */
export interface UniverseMoment {
  readonly place: Place;
  course: Course;
  expansion: Expansion;
  section: Section;
  ink: Ink;
}

/** The horn's drawing and the time that it shares with the schedule. React only mounts it. */
export interface UniverseScene extends Mountable {
  /** One drawing; without a renderer, of what is drawn by hand alone. */
  draw(dt: number, renderer: WebGLRenderer | null): void;
  /** Another run, or other facts of it. */
  show(info: RunInfo): void;
  /** A history that a hand is drawing, in place of the run's; null gives the run's back. */
  draft(section: Section | null): void;
  /** Keeps what is on the screen until a run that is lived again has come to a time, or two seconds have passed. */
  hold(time: number): void;
  resize(width: number, height: number, obstacles: Float32Array, keyed: boolean): void;
  onDrawn(listener: (moment: UniverseMoment) => void): void;
  /** Called when the limit of the colours, a^{d/2} w, is another. */
  onLimit(listener: (limit: number) => void): void;
  /** Called when the past begins or ends to be shown coarsely: its rows do not follow the fastest wave. */
  onCoarse(listener: (coarse: boolean) => void): void;
  dispose(): void;
}

export interface Hosts {
  readonly labels: HTMLElement;
  readonly canvas: HTMLCanvasElement;
}

/** Longest wait for a run that is lived again. */
const HOLD_MS = 2000;
const WATCH = 'horn';
const columns = { time: TRACE.time, gamma: TRACE.gamma, logScaleFactor: TRACE.logScaleFactor };
/** ln a further below the present than this is drawn as if it were this far: radius 0 all the same. */
const DEEPEST = 12;
/** Part of the horn that has to be faded before that is said. */
const COARSE = 0.03;

function sameWeights(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((weight, index) => weight === b[index]);
}

export function createUniverseScene({ labels: labelHost, canvas }: Hosts): UniverseScene {
  const context = createContext();
  const camera = Object.assign(new PerspectiveCamera(), { manual: true });
  const root = new Group();
  const place = createPlace();
  const projector = createPixelProjector();
  const layer = createLabelLayer(labelHost);
  const sheet = createSheet2d(canvas);
  const window = { from: 0, to: 1 };
  const lived = createLivedCourse(columns);
  const moment = { step: 0, time: 0, gamma: 0, logScaleFactor: 0 };
  const state: HornState = {
    place,
    rings: createRings(),
    mouth: { arc: 0, color: '' },
    field: null,
    limit: 1,
    hubble: 0,
    firstRadius: 1,
    scaleAt: (time) => (drawn ?? lived).scaleAt(time),
    name: '',
    share: 0,
    length: 0,
    uniform: true,
  };
  layer.show(hornLabels(state));
  let ink = readInk();
  let info: RunInfo | null = null;
  let scenario: Scenario | null = null;
  let expansion: Expansion | null = null;
  let section: Section | null = null;
  let draftSection: Section | null = null;
  let drawn: Course | null = null;
  let drawnExpansion: Expansion | null = null;
  let planned = 1;
  let spacing = 1;
  let row: UniverseRow | null = null;
  let field: HornField | null = null;
  let finder = createRowFinder(createHornField(1));
  let mesh: HornMesh | null = null;
  /** Time from which the past is asked for. */
  let asked = -Infinity;
  let curvatureAt: (log: number) => number = () => 0;
  let coarse = false;
  let taken: FieldPast | null = null;
  let takenCourse: Course | null = null;
  let limit = 0;
  let heldTo = -Infinity;
  let heldUntil = 0;
  let told: UniverseMoment | null = null;
  let ask = (): void => undefined;
  let tellDrawn: (moment: UniverseMoment) => void = () => undefined;
  let tellLimit: (limit: number) => void = () => undefined;
  let tellCoarse: (coarse: boolean) => void = () => undefined;

  const invalidate = (): void => {
    if (place.width > 0 && place.height > 0) ask();
  };

  const watch = (): void => {
    if (row === null) {
      useLab.getState().watch(WATCH, null);
      return;
    }
    const query = { weights: row.weights, rows: MOST_ROWS, from: asked };
    useLab.getState().watch(WATCH, { id: 'field-past', query });
  };

  /** Follows another row of sites. */
  const follow = (): void => {
    if (info === null) return;
    const next = rowOf(info.layout, info.tracks[0].weightCount, useLab.getState().selected);
    const same = row !== null && next !== null && sameWeights(row.weights, next.weights);
    row = next;
    if (same) return;
    mesh?.dispose();
    if (mesh !== null) root.remove(mesh.object);
    mesh = null;
    field = null;
    taken = null;
    if (row !== null) {
      field = createHornField(row.weights.length);
      finder = createRowFinder(field);
      mesh = createHornMesh(context, field);
      root.add(mesh.object);
    }
    state.field = field;
    watch();
  };

  const ends = [
    onNewFrame(invalidate),
    onPixelRatio(() => {
      sheet?.sharpen();
      invalidate();
    }),
    onPaletteChange(() => {
      followPalette(context);
      ink = readInk();
      layer.measure();
      invalidate();
    }),
    useLab.subscribe((now, before) => {
      if (now.selected !== before.selected) follow();
      if (now.seen[WATCH] !== before.seen[WATCH]) invalidate();
    }),
  ];
  void document.fonts.ready.then(() => {
    layer.measure();
    invalidate();
  });

  /** Draws the past into the field's rows where it is news. */
  const renewPast = (course: Course, dimension: number): void => {
    const fieldPast = seenAs(useLab.getState().seen, WATCH, 'field-past');
    if (field === null || row === null || fieldPast === null) return;
    if (fieldPast === taken && course === takenCourse) return;
    if (!sameWeights(fieldPast.weights, row.weights)) return;
    taken = fieldPast;
    takenCourse = course;
    takePast(field, fieldPast, course, dimension);
  };

  const fillColumns = (course: Course): void => {
    if (mesh === null) return;
    const { columns: count, radius, efolds, row: rows, clear } = mesh;
    let faded = 0;
    const { logBase, logNow } = course;
    const floor = logNow - DEEPEST - logBase;
    finder.reset();
    for (let column = 0; column < count; column++) {
      const part = column / (count - 1);
      const t = window.from + part * (place.now - window.from);
      radius[column] = course.scaleAt(t);
      const own = course.logAt(t);
      const log = own - logBase;
      efolds[column] = Number.isFinite(log) ? Math.max(floor, log) : Number.isFinite(floor) ? floor : 0;
      rows[column] = finder.at(t);
      const gap = field === null || field.amplitude === 0 ? 0 : gapAt(field, rows[column]);
      clear[column] = clearness(gap, curvatureAt(own), 1 / course.etaAt(t));
      if (clear[column] < 0.5) faded++;
    }
    if (faded > COARSE * count !== coarse) {
      coarse = !coarse;
      tellCoarse(coarse);
    }
    state.firstRadius = radius[0];
  };

  /** Asks for the past of the window, where that has moved. */
  const askFrom = (course: Course): void => {
    const from = renewedFrom(asked, window.from, course);
    if (from === asked) return;
    asked = from;
    watch();
  };

  const takeFrame = (frame: FrameViews): Course | null => {
    const traces = latestTraces();
    if (traces === null || expansion === null) return null;
    const { header } = frame;
    moment.step = header[HEADER.step];
    moment.time = header[HEADER.time];
    moment.gamma = header[HEADER.gamma];
    moment.logScaleFactor = header[HEADER.logScaleFactor];
    lived.take(traces, moment, expansion);
    if (drawnExpansion !== null) {
      // A drawing hand holds the run still, so this is made once for each of its moves.
      if (drawn === null || drawn.now !== moment.time) {
        drawn = drawnCourse(drawnExpansion, lived.start, moment.time);
      }
      return drawn;
    }
    return lived;
  };

  return {
    camera,
    root,
    show(next) {
      info = next;
      ({ scenario } = presentOf(next));
      section = scenario.expansion;
      spacing = siteSpacing(scenario.system);
      curvatureAt = curvatureOf(next, scenario);
      expansion = expansionOf(scenario, next.dimension);
      const start = typeof section.t0 === 'number' ? section.t0 : 0;
      planned = plannedEnd(section, expansion, start);
      state.name = trackWords(next, 0);
      follow();
      invalidate();
    },
    draft(next) {
      draftSection = next;
      drawn = null;
      drawnExpansion =
        next === null || scenario === null || info === null
          ? null
          : expansionOf({ ...scenario, expansion: next }, info.dimension);
      invalidate();
    },
    hold(time) {
      heldTo = time;
      heldUntil = performance.now() + HOLD_MS;
    },
    resize(width, height, obstacles, keyed) {
      place.keyed = keyed;
      place.width = width;
      place.height = height;
      ink = readInk();
      place.type = ink.type;
      [place.left, place.right] = axisEnds(width, ink.type);
      if (width === 0 || height === 0) return;
      context.uniforms.uView.value.set(width, height);
      sizeProjector(projector, width, height);
      sheet?.resize(width, height);
      layer.setObstacles(obstacles);
      layer.measure();
      invalidate();
    },
    draw(_, renderer) {
      renderer?.setClearColor(context.palette.colors.ground, 1);
      const frame = latestFrame();
      if (info === null || frame === null || expansion === null || section === null) return;
      if (frame.tracks.length !== info.tracks.length) return;
      if (frame.header[HEADER.time] < heldTo - info.dt && performance.now() < heldUntil) return;
      heldTo = -Infinity;
      const { weights } = frame.tracks[0];
      if (weights.length !== info.tracks[0].weightCount) return;
      const course = takeFrame(frame);
      if (course === null) return;
      const force = drawnExpansion ?? expansion;
      windowOf(course, planned, window);
      askFrom(course);
      arrange(place, window, course.now);
      state.hubble =
        force === expansion ? frame.header[HEADER.hubble] : force.gamma(course.now) / force.dimension;
      findRings(course, window.from, state.rings);
      // At a big bang there is no place yet for anything to stand in.
      const bang = course.logNow === -Infinity;
      state.mouth.arc = 0;
      state.field = bang ? null : field;
      if (bang) state.firstRadius = 0;
      if (mesh !== null) mesh.object.visible = !bang;
      if (row !== null && field !== null && mesh !== null && !bang) {
        renewPast(course, force.dimension);
        takePresent(field, weights, row.weights, course, force.dimension);
        const most = relativeLimit(frame.peaks[PEAK.undamped], field) / useLab.getState().magnified;
        state.limit = most > 0 ? most : 1;
        const shown = most > 0 ? Math.exp(Math.log(most) + field.limit) : 0;
        if (shown !== limit) {
          limit = shown;
          tellLimit(shown);
        }
        fillColumns(course);
        mesh.takeField();
        mesh.update(place, gainOf(most), course.logAt(course.start) !== course.logBase);
        const scale = Math.exp(Math.min(700, course.logNow));
        const speed = info.wave?.speed ?? 0;
        state.share = hubbleShare(state.hubble, row.sites, speed, scale);
        state.length = (speed * spacing) / state.hubble;
        state.uniform = info.wave?.uniform ?? true;
        state.mouth.arc = 2 * Math.PI * state.share;
      }
      const look = trackLook(info.tracks[0]).color;
      state.mouth.color = look === 'second' ? ink.second : look === 'ghost' ? ink.ghost : ink.theory;
      sheet?.clear();
      if (sheet !== null && bang) drawPoint(sheet.context, place, ink);
      if (sheet !== null && state.field !== null) {
        drawMouth(sheet.context, place, state.field, state.mouth, state.limit, ink);
      }
      layer.update(projector);
      told ??= { place, course, expansion: force, section, ink };
      told.course = course;
      told.expansion = force;
      told.section = draftSection ?? section;
      told.ink = ink;
      tellDrawn(told);
    },
    onInvalidate(next) {
      ask = next;
      invalidate();
    },
    invalidate,
    onDrawn(listener) {
      tellDrawn = listener;
      invalidate();
    },
    onLimit(listener) {
      tellLimit = listener;
    },
    onCoarse(listener) {
      tellCoarse = listener;
    },
    dispose() {
      for (const end of ends) end();
      useLab.getState().watch(WATCH, null);
      layer.clear();
      mesh?.dispose();
      mesh = null;
    },
  };
}
