import { Group } from 'three';
import { HEADER, PEAK, type FrameViews } from '../../engine/frame.ts';
import type { RunInfo, Sheet } from '../../engine/protocol.ts';
import { onPaletteChange } from '../scene/palette.ts';
import type { Drawing } from '../scene/picture.ts';
import type { SheetFrame } from '../scene/sheet.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import { trackWords } from '../tracks.ts';
import { growthOf, LEAST_SEEN, scaled } from './field.ts';
import { readInk } from './ink.ts';
import { weightsIn, type UniverseModel } from './model.ts';
import { arrange, layAxis, largestRadius } from './place.ts';
import { sheetLabels, type SheetState } from './sheetLabels.ts';
import { createSheetMesh } from './sheetMesh.ts';
import { createSheetPlace, layOut } from './sheetPlace.ts';
import { windowOf } from './window.ts';

/**
 * Draws a whole sheet as a universe: its sites stand at comoving places, its lengths are a(t) times these. The pane goes
 * with its growth, so what shrinks on it is what does not grow: the rings of how large it was, and the Hubble length of its waves.
 */
export function createSheetUniverse(
  context: SceneContext,
  run: RunInfo,
  model: UniverseModel,
  sheet: Sheet,
): Drawing {
  const { place: axis, history, passage } = model;
  passage.follow(run, sheet);
  const place = createSheetPlace(sheet.rows, sheet.columns);
  const mesh = createSheetMesh(context, frameOf(sheet), place, passage);
  const object = new Group();
  object.add(mesh.object);
  const window = { from: 0, to: 1 };
  const state: SheetState = {
    place,
    shown: false,
    efolds: 0,
    circle: [0, 0, 0],
    length: 0,
    uniform: true,
    name: trackWords(run, 0),
  };
  let ink = readInk();
  let limit = 0;
  const end = onPaletteChange(() => {
    ink = readInk();
  });

  /** Writes a^{d/2} w relative to the largest of the run. @returns false where nothing can be seen of it any more */
  const fill = (weights: ArrayLike<number>, growth: number, peak: number, magnified: number): boolean => {
    const { data } = mesh.heights.values;
    let largest = 0;
    for (const weight of sheet.weight) {
      if (weight >= 0) largest = Math.max(largest, Math.abs(weights[weight]) || 0);
    }
    if (largest > 0 && largest < LEAST_SEEN) return false;
    for (let site = 0; site < sheet.weight.length; site++) {
      const weight = sheet.weight[site];
      const value = weight < 0 || peak === -Infinity ? 0 : scaled(weights[weight], growth - peak);
      data[site] = magnified * value;
    }
    mesh.heights.values.touch();
    return true;
  };

  return {
    object,
    labels: sheetLabels(sheet, state),
    get limit() {
      return limit;
    },
    resize(width, height) {
      ink = readInk();
      layAxis(axis, width, height, ink.type);
    },
    update(frame: FrameViews, { magnified, linked }) {
      const { facts } = history;
      if (facts === null || model.waits(frame.header[HEADER.time], facts.info.dt)) return;
      const { info } = facts;
      const weights = weightsIn(frame, info);
      const course = weights === null ? null : history.at(frame);
      const dimension = history.expansion?.dimension;
      if (weights === null || course === null || dimension === undefined) return;
      windowOf(course, facts.planned, window);
      arrange(axis, window, course.now);
      const full = largestRadius(axis.width, axis.height, axis.type, axis.keyed);
      layOut(place, axis.width, axis.height, axis.type, axis.radius / full);
      // At a big bang there is no place yet for anything to stand in.
      state.shown = course.logNow > -Infinity;
      object.visible = state.shown;
      if (state.shown) {
        const peak = frame.peaks[PEAK.undamped];
        const growth = growthOf(course.logNow, dimension);
        fill(weights, growth, peak, magnified);
        const perValue = Math.exp(Math.max(-700, Math.min(700, peak - growth))) / magnified;
        passage.go(frame, (full) => (full > 0 ? Math.min(1e30, perValue / full) : 0));
        limit = peak > -Infinity ? Math.exp(Math.min(700, peak)) / magnified : 0;
        state.efolds = course.logNow - course.logBase;
        const hubble = history.hubbleAt(frame);
        const speed = info.wave?.speed ?? 0;
        const scale = Math.exp(Math.min(700, course.logNow));
        const site = linked < 0 ? -1 : sheet.weight.indexOf(linked);
        const { circle } = state;
        circle[0] = site < 0 ? (sheet.columns - 1) / 2 : site % sheet.columns;
        circle[1] = site < 0 ? (sheet.rows - 1) / 2 : Math.floor(site / sheet.columns);
        circle[2] = hubble > 0 ? speed / (hubble * scale) : 0;
        state.length = (speed * facts.spacing) / hubble;
        state.uniform = info.wave?.uniform ?? true;
        mesh.update(place, state.efolds, circle);
      }
      model.tellDrawn(course, ink);
    },
    dispose() {
      end();
      mesh.dispose();
    },
  };
}

/** The sheet for the shaders that know its heights; where it stands is said by its place. */
function frameOf({ rows, columns, periodicRows, periodicColumns }: Sheet): SheetFrame {
  return {
    rows,
    columns,
    periodicRows,
    periodicColumns,
    cubic: true,
    origin: [0, 0],
    step: [1, 1],
    level: 0,
    lift: 1,
    columnRange: [-0.5, columns - 0.5],
    rowRange: [-0.5, rows - 0.5],
  };
}
