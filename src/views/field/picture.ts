import { Group, type Color } from 'three';
import type { FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { sitesOf } from '../lattice.ts';
import { createDots, type Dots } from '../scene/dots.ts';
import { nearestPolyline } from '../scene/pick.ts';
import type { DrawState, Picture } from '../scene/picture.ts';
import { STRIP } from '../scene/place.ts';
import { project, type Projector } from '../scene/project.ts';
import { createRibbons, plainRibbons } from '../scene/ribbons.ts';
import { amplitudeOf, easeLimit } from '../scene/scale.ts';
import {
  createCrest,
  createCurtain,
  createHeights,
  createSurface,
  type Crest,
  type Drawn,
  type Heights,
} from '../scene/sheet.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import { createValues, type Values } from '../scene/values.ts';
import { trackLook, tracksOnLattice } from '../tracks.ts';
import { fieldLabels, type FieldState } from './labels.ts';
import { layoutField, type FieldLayout, type FieldSheet } from './layout.ts';
import { createSources } from './sources.ts';

/** Above this many sites dots would only cover each other, and hands cannot pick. */
const MOST_DOTS = 4096;
/** Tracks that one picture can show. */
const MOST_TRACKS = 4;
/** Samples of a line between two sites, and in all. */
const SAMPLES = 10;
const MOST_SAMPLES = 6000;
/** Mesh cells between two sites of a surface. */
const CELLS = 6;
const REACH = 16;
/** Side tracks may widen the scale by this much. */
const MOST_ROOM = 2;

/** A track's line over one sheet, with all that is drawn of it there. */
interface SheetTrack {
  readonly part: FieldSheet;
  readonly heights: Heights;
  readonly crest: Crest;
  /** Curtain or surface, shown for the first track in sight only. */
  readonly body: Drawn;
}

interface TrackDrawing {
  readonly index: number;
  readonly weights: Values;
  readonly sheets: readonly SheetTrack[];
  readonly dots: Dots | null;
}

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

function drawTrack(
  context: SceneContext,
  info: RunInfo,
  geometry: FieldLayout,
  index: number,
  triangles: number,
): TrackDrawing {
  const look = trackLook(info.tracks[index]);
  const color = context.palette.colors[look.color];
  const { sites, lifts } = geometry;
  const count = lifts.length;
  const weights = createValues(count);
  const sheets = geometry.sheets.map((part): SheetTrack => {
    const heights = createHeights(part.frame);
    const samples = Math.max(
      8,
      Math.min(SAMPLES * part.sheet.columns, MOST_SAMPLES, Math.floor(triangles / 6)),
    );
    const bias = (part.form === 'surface' ? 0.035 : 0.05) - 0.008 * index;
    return {
      part,
      heights,
      crest: createCrest(context, heights, samples, color, bias),
      body:
        part.form === 'curtain'
          ? createCurtain(context, heights, samples)
          : createSurface(context, heights, cellsOf(part, triangles)),
    };
  });
  const chain = geometry.sheets[0]?.form === 'curtain';
  const solid = look.dots === 'solid';
  const spacing = spacingOf(geometry);
  const radius = Math.max(1, Math.min(solid ? 3.6 : 2.6, 0.24 * spacing));
  const dots =
    look.dots === 'none' || !chain || count > MOST_DOTS
      ? null
      : createDots(
          context,
          {
            count,
            center: sites,
            data: Float32Array.from({ length: 3 * count }, (_, i) =>
              i % 3 === 0 ? i / 3 : i % 3 === 1 ? lifts[(i - 1) / 3] : radius,
            ),
          },
          {
            fill: 'plain',
            color: solid ? color : context.palette.colors.ground,
            outline: solid ? context.palette.colors.ground : color,
            stroke: solid ? 1 : 1.3,
            bias: 0.1 - 0.008 * index,
            room: [0.42 * spacing, 0.42 * STRIP * spacing],
            values: weights,
          },
        );
  if (dots !== null) dots.lift.value = 1;
  return { index, weights, sheets, dots };
}

/** Pixels from site to site on the ring, in a pane of ordinary width: dots shrink where sites stand close. */
function spacingOf({ sheets }: FieldLayout): number {
  return (2 * Math.PI * 220) / Math.max(...sheets.map(({ sheet }) => sheet.columns));
}

/** Mesh of a surface: some cells per site, as many as the triangles allow. */
function cellsOf({ frame }: FieldSheet, triangles: number): [number, number] {
  const wide = Math.max(1, frame.columnRange[1] - frame.columnRange[0]);
  const deep = frame.rows === 1 ? 0.25 : Math.max(1, frame.rowRange[1] - frame.rowRange[0]);
  const cells = Math.min(CELLS, Math.sqrt(triangles / 2 / (wide * deep)));
  return [Math.max(1, Math.round(cells * deep)), Math.max(1, Math.round(cells * wide))];
}

/** Lines at w = 0: the rings, or dashed outlines of the sheets. */
function zeroLines(
  context: SceneContext,
  { sheets, sources }: FieldLayout,
): ReturnType<typeof createRibbons> {
  const segments: [number[], number[]][] = [];
  const surfaces = sheets[0]?.form === 'surface';
  for (const { frame } of sheets) {
    const [left, right] = frame.columnRange.map((column) => frame.origin[0] + frame.step[0] * column);
    if (!surfaces) {
      segments.push([
        [left, frame.level, 0],
        [right, frame.level, 0],
      ]);
      continue;
    }
    const [back, front] = frame.rowRange.map((row) => frame.origin[1] + frame.step[1] * row);
    const corners = [
      [left, back],
      [right, back],
      [right, front],
      [left, front],
    ];
    corners.forEach(([x, z], i) => {
      const [nextX, nextZ] = corners[(i + 1) % 4];
      segments.push([
        [x, frame.level, z],
        [nextX, frame.level, nextZ],
      ]);
    });
  }
  if (sources !== null && !surfaces) {
    segments.push(segments[0].map(([s, , z]) => [s, sources.base, z]) as [number[], number[]]);
  }
  return createRibbons(context, plainRibbons(segments), {
    course: 'straight',
    segments: surfaces ? 24 : 180,
    colored: 'plain',
    color: context.palette.colors[surfaces ? 'line-strong' : 'text-3'],
    tint: surfaces ? 1 : 0.9,
    base: 1,
    gain: 0,
    dash: surfaces ? [3, 4] : undefined,
    perspective: false,
    bias: 0.012,
  });
}

/** The ring round the linked site and its dashed thread down to its source. */
function createMark(
  context: SceneContext,
  color: Color,
): {
  objects: Parameters<Group['add']>;
  show(state: FieldState, geometry: FieldLayout): void;
  dispose(): void;
} {
  const ring = { count: 1, center: new Float32Array(3), data: new Float32Array([0, 0, 8]) };
  const thread = plainRibbons([
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ]);
  const dots = createDots(context, ring, {
    fill: 'ring',
    outline: color,
    stroke: 2,
    bias: 0.16,
    fogLow: 0.8,
  });
  const line = createRibbons(context, thread, {
    course: 'straight',
    segments: 24,
    colored: 'plain',
    color,
    tint: 0.75,
    base: 1,
    gain: 0,
    dash: [2, 4],
    perspective: false,
    bias: 0.1,
    fogLow: 0.8,
  });
  return {
    objects: [dots.object, line.object],
    show(state, geometry) {
      const weight = state.linked;
      const shown = weight >= 0 && state.frame !== null;
      dots.object.visible = shown;
      line.object.visible = shown;
      if (!shown || state.frame === null) return;
      const at = 3 * weight;
      const value = state.frame.tracks[0].weights[weight];
      const level = geometry.sites[at + 1];
      const up =
        state.limit > 0 && Number.isFinite(value)
          ? level + (geometry.lifts[weight] * value) / state.limit
          : level;
      for (const point of [ring.center, thread.from, thread.to]) {
        point[0] = geometry.sites[at];
        point[1] = up;
        point[2] = geometry.sites[at + 2];
      }
      thread.to[1] = geometry.sources?.base ?? level;
      dots.moved();
      line.moved();
    },
    dispose() {
      dots.dispose();
      line.dispose();
    },
  };
}
