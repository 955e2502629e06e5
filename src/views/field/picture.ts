import { Group } from 'three';
import type { FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { sitesOf } from '../lattice.ts';
import { nearestPolyline } from '../scene/pick.ts';
import type { DrawState, Picture } from '../scene/picture.ts';
import { project, type Projector } from '../scene/project.ts';
import { amplitudeOf, easeLimit } from '../scene/scale.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import { trackLook, tracksOnLattice } from '../tracks.ts';
import { fieldLabels } from './labels.ts';
import { layoutField, type FieldLayout } from './layout.ts';
import { createMark } from './mark.ts';
import { createSources } from './sources.ts';
import type { FieldState } from './state.ts';
import { drawTrack, MOST_DOTS } from './trackDrawing.ts';
import { zeroLines } from './zeroLines.ts';

/** Tracks that one picture can show. */
const MOST_TRACKS = 4;
const REACH = 16;
/** Side tracks may widen the scale by this much. */
const MOST_ROOM = 2;

/** Draws the field on its lattice: curtains over rings and strips, height fields over sheets. */
export function createFieldPicture(context: SceneContext, info: RunInfo): Picture {
  const weightCount = info.tracks[0].weightCount;
  const geometry = layoutField(info.layout, weightCount, info.quadratic);
  const { palette } = context;
  const { colors } = palette;
  const object = new Group();
  const sites = sitesOf(info.layout.sheets, weightCount);
  const tracks = tracksOnLattice(info).slice(0, MOST_TRACKS);
  const share = context.triangles / (geometry.sheets.length * Math.max(1, tracks.length));
  const drawings = tracks.map((index) => drawTrack(context, info, geometry, index, share));
  for (const drawing of drawings) {
    for (const { crest, body } of drawing.sheets) object.add(crest.object, body.object);
    if (drawing.dots !== null) object.add(drawing.dots.object);
  }
  const lines = zeroLines(context, geometry);
  object.add(lines.object);
  const sources = geometry.sources === null ? null : createSources(context, geometry.sources);
  if (sources !== null) object.add(sources.object);
  const mark = createMark(context, colors.accent);
  object.add(...mark.objects);

  const largest = geometry.sheets.reduce(
    (best, part, i) => (part.sheet.weight.length > geometry.sheets[best].sheet.weight.length ? i : best),
    0,
  );
  const surfaces = geometry.sheets[0]?.form === 'surface';
  const state: FieldState = {
    linked: -1,
    frame: null,
    limit: 0,
    limitJ: 0,
    limitK: 0,
    yaw: 0,
    curl: 1,
    shown: new Uint8Array(info.tracks.length),
    rowSheet: largest,
    row: Math.floor((geometry.sheets[largest]?.sheet.rows ?? 1) / 2),
  };
  const pickable = weightCount <= MOST_DOTS;
  const points = new Float32Array(pickable ? 3 * weightCount : 0);

  const showTracks = (draw: DrawState): void => {
    let first = true;
    state.shown.fill(0);
    for (const { index, sheets, dots } of drawings) {
      const shown = !draw.hiddenTracks.includes(info.tracks[index].id);
      state.shown[index] = shown ? 1 : 0;
      const look = trackLook(info.tracks[index]);
      sheets.forEach(({ crest, body }, sheet) => {
        body.object.visible = shown && first;
        crest.object.visible = shown && (!surfaces || sheet === state.rowSheet);
        crest.row.value = surfaces ? state.row : 0;
        crest.width.value = look.width(palette);
        if (look.dashed) crest.dash.value.set(palette.dashOn, palette.dashOff);
      });
      if (dots !== null) dots.object.visible = shown && !surfaces;
      if (shown) first = false;
    }
  };

  return {
    object,
    labels: fieldLabels(info, geometry, state),
    home: geometry.home,
    space: geometry.space,
    fog: !surfaces,
    get limit() {
      return state.limit;
    },
    update(frame: FrameViews, dt, draw) {
      if (frame.tracks.length !== info.tracks.length || frame.tracks[0].weights.length !== weightCount)
        return;
      state.frame = frame;
      state.linked = draw.linked < weightCount ? draw.linked : -1;
      state.yaw = draw.yaw;
      state.curl = geometry.space === 'strip' ? 0 : draw.curl;
      if (state.linked >= 0 && sites.sheet[state.linked] >= 0) {
        state.rowSheet = sites.sheet[state.linked];
        state.row = sites.row[state.linked];
      }
      showTracks(draw);
      // A side track that runs away (an unstable descent) must not flatten the picture.
      let amplitude = 0;
      for (const { index } of drawings) {
        if (state.shown[index] === 0) continue;
        const size = amplitudeOf(frame.tracks[index].weights);
        amplitude = amplitude === 0 ? size : Math.max(amplitude, Math.min(size, MOST_ROOM * amplitude));
      }
      state.limit = easeLimit(state.limit, amplitude, dt);
      const limit = state.limit > 0 ? state.limit : 1;
      for (const { index, sheets, dots, weights } of drawings) {
        if (state.shown[index] === 0) continue;
        const values = frame.tracks[index].weights;
        for (const { heights, part } of sheets) {
          heights.values.gather(values, part.sheet.weight);
          heights.limit.value = limit;
        }
        if (dots !== null) {
          weights.set(values);
          dots.limit.value = limit;
        }
      }
      if (sources !== null) {
        sources.update(frame, dt);
        state.limitJ = sources.limitJ;
        state.limitK = sources.limitK;
      }
      mark.show(state, geometry);
    },
    marks(projector, out) {
      if (surfaces || state.frame === null) return 0;
      let count = 0;
      for (const { index } of drawings) {
        if (state.shown[index] === 0 || 3 * (count + weightCount) > out.length) continue;
        projectSites(geometry, state, index, projector, out, 3 * count);
        count += weightCount;
      }
      return count;
    },
    pick(x, y, projector) {
      if (!pickable || state.frame === null) return -1;
      projectSites(geometry, state, 0, projector, points, 0);
      return nearestPolyline(points, 1, weightCount, x, y, REACH);
    },
    dispose() {
      for (const { sheets, dots, weights } of drawings) {
        for (const { heights, crest, body } of sheets) {
          crest.dispose();
          body.dispose();
          heights.values.dispose();
        }
        dots?.dispose();
        weights.dispose();
      }
      lines.dispose();
      sources?.dispose();
      mark.dispose();
    },
  };
}

const pixel = new Float32Array(3);

/** Writes pixels x, y and nearness of every site of a track at its height, from `at` on. */
function projectSites(
  geometry: FieldLayout,
  state: FieldState,
  track: number,
  projector: Projector,
  out: Float32Array,
  at: number,
): void {
  if (state.frame === null) return;
  const { sites, lifts } = geometry;
  const { weights } = state.frame.tracks[track];
  const scale = state.limit > 0 ? 1 / state.limit : 0;
  for (let weight = 0; weight < lifts.length; weight++) {
    const site = 3 * weight;
    const up = sites[site + 1] + lifts[weight] * weights[weight] * scale;
    const seen = project(projector, sites[site], up, sites[site + 2], pixel);
    out[at + site] = seen ? pixel[0] : NaN;
    out[at + site + 1] = pixel[1];
    out[at + site + 2] = pixel[2];
  }
}
