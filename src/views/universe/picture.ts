import { Group } from 'three';
import { HEADER, PEAK, type FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { onPixelRatio } from '../../store/index.ts';
import { onPaletteChange } from '../scene/palette.ts';
import type { Drawing } from '../scene/picture.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import { askDrawing } from '../scene/watch.ts';
import { trackLook, trackWords } from '../tracks.ts';
import { fillColumns } from './columns.ts';
import type { Course } from './course.ts';
import { createRowFinder, growthOf, takePresent, type HornField, type RowFinder } from './field.ts';
import { createHornMesh, type HornMesh } from './hornMesh.ts';
import type { Facts } from './history.ts';
import { createSheet2d, type Sheet2d } from '../scene/sheet2d.ts';
import { readInk } from './ink.ts';
import { hornLabels, type HornState } from './labels.ts';
import { gainOf, relativeLimit } from './limit.ts';
import { weightsIn, type UniverseModel } from './model.ts';
import { drawMouth, drawPoint, presentAt } from './mouth.ts';
import { arrange, layAxis } from './place.ts';
import { createRings, findRings, hubbleShare } from './rings.ts';
import { windowOf } from './window.ts';

/** Part of the horn that has to be faded before that is said. */
const COARSE = 0.03;

/** The horn of a row's field, made anew when another row is followed. */
interface Horn {
  readonly field: HornField;
  readonly finder: RowFinder;
  readonly mesh: HornMesh;
}

/**
 * Draws the run as a universe: the horn on its own surface, what stands at its mouth by hand over it.
 *  @param tellCoarse  called when the past begins or ends to be shown coarsely: its rows do not follow the fastest wave
 */
export function createUniversePicture(
  context: SceneContext,
  run: RunInfo,
  model: UniverseModel,
  tellCoarse: (coarse: boolean) => void,
): Drawing {
  const { place, history, past } = model;
  const object = new Group();
  const over = document.createElement('canvas');
  over.className = 'universe-over';
  over.setAttribute('aria-hidden', 'true');
  const sheet = createSheet2d(over);
  const window = { from: 0, to: 1 };
  const { passage } = model;
  const state: HornState = {
    place,
    rings: createRings(),
    mouth: { arc: 0, color: '' },
    field: null,
    limit: 1,
    hubble: 0,
    firstRadius: 1,
    scaleAt: (time) => history.course.scaleAt(time),
    name: trackWords(run, 0),
    share: 0,
    length: 0,
    uniform: true,
  };
  let ink = readInk();
  let horn: Horn | null = null;
  let coarse: boolean | null = null;
  let limit = 0;
  const ends = [
    onPixelRatio(() => {
      sheet?.sharpen();
      askDrawing();
    }),
    onPaletteChange(() => {
      ink = readInk();
    }),
  ];

  const dropHorn = (): void => {
    if (horn !== null) object.remove(horn.mesh.object);
    horn?.mesh.dispose();
    horn = null;
  };
  /** The horn of the row that is followed. */
  const renewHorn = (): void => {
    const { field } = past;
    if (field === (horn?.field ?? null)) return;
    dropHorn();
    if (field === null) return;
    passage.follow(run, run.layout.sheets[past.row?.sheet ?? 0]);
    horn = {
      field,
      finder: createRowFinder(field),
      mesh: createHornMesh(context, field, passage, past.row?.every ?? 1),
    };
    object.add(horn.mesh.object);
  };

  /** Writes field and course into the horn, and what stands at its mouth. */
  const fillHorn = (
    { field, finder, mesh }: Horn,
    { info, curvatureAt, spacing }: Facts,
    course: Course,
    frame: FrameViews,
    weights: ArrayLike<number>,
    magnified: number,
  ): void => {
    const { row } = past;
    const dimension = history.expansion?.dimension;
    if (row === null || dimension === undefined) return;
    past.renew(course, dimension);
    takePresent(field, weights, row.weights, course, dimension);
    const most = relativeLimit(frame.peaks[PEAK.undamped], field) / magnified;
    state.limit = most > 0 ? most : 1;
    limit = most > 0 ? Math.exp(Math.log(most) + field.limit) : 0;
    const isCoarse = fillColumns(mesh, course, window, field, finder, curvatureAt) > COARSE * mesh.columns;
    if (isCoarse !== coarse) tellCoarse(isCoarse);
    coarse = isCoarse;
    state.firstRadius = mesh.radius[0];
    mesh.takeField();
    mesh.update(place, gainOf(most), course.logAt(course.start) !== course.logBase);
    const scale = Math.exp(Math.min(700, course.logNow));
    const speed = info.wave?.speed ?? 0;
    state.share = hubbleShare(state.hubble, row.sites, speed, scale);
    state.length = (speed * spacing) / state.hubble;
    state.uniform = info.wave?.uniform ?? true;
    // It belongs to the mouth, which is not there on the way.
    state.mouth.arc = passage.out < 1 ? 0 : 2 * Math.PI * state.share;
  };

  /** From the horn's own values to w, and from there to the field's scale. */
  const toWeights = ({ limit: log }: HornField, course: Course): number =>
    Math.exp(Math.max(-700, Math.min(700, log - growthOf(course.logNow, history.expansion?.dimension ?? 1))));
  let perValue = 0;
  const everySite = (): number => past.row?.every ?? 1;
  const moveCrest = (at: number, out: Float64Array): void => {
    if (past.field === null) return;
    passage.towards(at * everySite(), 0, perValue * presentAt(past.field, at, 1), out);
  };
  /** Stands on the way between the field's picture and the horn. */
  const fly = (frame: FrameViews, course: Course): void => {
    const { field } = past;
    perValue = field === null ? 0 : toWeights(field, course);
    passage.go(frame, (full) => (full > 0 ? Math.min(1e30, perValue / full) : 0));
    state.mouth.move = passage.out < 1 ? moveCrest : undefined;
  };

  const drawByHand = (drawn: Sheet2d, info: RunInfo, bang: boolean): void => {
    const { context: pen } = drawn;
    const look = trackLook(info.tracks[0]).color;
    state.mouth.color = look === 'second' ? ink.second : look === 'ghost' ? ink.ghost : ink.theory;
    drawn.clear();
    if (bang) drawPoint(pen, place, ink);
    if (state.field !== null) drawMouth(pen, place, state.field, state.mouth, state.limit, ink);
  };

  return {
    object,
    over,
    labels: hornLabels(state),
    get limit() {
      return limit;
    },
    resize(width, height) {
      ink = readInk();
      layAxis(place, width, height, ink.type);
      sheet?.resize(width, height);
    },
    update(frame: FrameViews, { magnified }) {
      const { facts } = history;
      if (facts === null || model.waits(frame.header[HEADER.time], facts.info.dt)) return;
      const { info } = facts;
      const weights = weightsIn(frame, info);
      if (weights === null) return;
      const course = history.at(frame);
      if (course === null) return;
      renewHorn();
      windowOf(course, facts.planned, window);
      past.askFrom(window.from, course);
      arrange(place, window, course.now);
      state.hubble = history.hubbleAt(frame);
      findRings(course, window.from, state.rings);
      // At a big bang there is no place yet for anything to stand in.
      const bang = course.logNow === -Infinity;
      state.mouth.arc = 0;
      fly(frame, course);
      state.field = bang ? null : past.field;
      if (bang) state.firstRadius = 0;
      if (horn !== null) {
        horn.mesh.object.visible = !bang;
        if (!bang) fillHorn(horn, facts, course, frame, weights, magnified);
      }
      if (sheet !== null) drawByHand(sheet, info, bang);
      model.tellDrawn(course, ink);
    },
    dispose() {
      for (const end of ends) end();
      dropHorn();
    },
  };
}
