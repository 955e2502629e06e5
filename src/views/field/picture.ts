import { Group } from 'three';
import type { FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { drawnRow, sitesOf } from '../lattice.ts';
import { projectPoints } from '../scene/course.ts';
import { outlineOf } from '../scene/fit.ts';
import { nearestPolyline } from '../scene/pick.ts';
import type { DrawState, Picture } from '../scene/picture.ts';
import { project, type Projector } from '../scene/project.ts';
import { divisorOf, limitOf } from '../scene/scale.ts';
import type { Target } from '../scene/target.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import { createHeldValues, sizeOf } from './held.ts';
import { driveOf } from './readDrive.ts';
import { createSiteFinder, projectSite, type Drawn } from './findSite.ts';
import { fieldLabels } from './labels.ts';
import { layoutField, type FieldLayout } from './layout.ts';
import { createMark } from './mark.ts';
import type { FieldPlan } from './plan.ts';
import { baseUnder } from './sourceLayout.ts';
import { createSources } from './sources.ts';
import { heightOf, riseJ, type FieldState } from './state.ts';
import type { TouchGrips } from './touch/grips.ts';
import type { TouchHost } from './touch/host.ts';
import { touchParts } from './touchParts.ts';
import { drawTrack, MOST_DOTS, type Coming } from './trackDrawing.ts';
import { zeroLines } from './zeroLines.ts';

const REACH = 16;
/** Nearer than this a site is meant, even where a bar or slab stands under the pointer. */
const SURE = 7;

/** A field whose sites come one after the other. */
export interface ComingField extends Coming {
  /** How far a site is on its way now, and the sources as a whole, 0 to 1. */
  readonly flown: (weight: number) => number;
  readonly risen: () => number;
}

/**
 * Draws the field on its lattice: curtains over rings and strips, height fields over sheets.
 *  @param coming  left out: it is there
 */
export function createFieldPicture(
  context: SceneContext,
  info: RunInfo,
  plan: FieldPlan,
  coming?: ComingField,
): Picture {
  const weightCount = info.tracks[0].weightCount;
  const geometry = layoutField(info.layout, weightCount, plan.sources, info.data.sampleCount);
  const { palette } = context;
  const { colors } = palette;
  const object = new Group();
  const sites = sitesOf(info.layout.sheets, weightCount);
  const share = context.triangles / (geometry.sheets.length * Math.max(1, plan.lines.length));
  const drawings = plan.lines.map((line, index) => drawTrack(context, line, geometry, index, share, coming));
  for (const drawing of drawings) {
    for (const { crest, body } of drawing.sheets) object.add(crest.object, body.object);
    if (drawing.dots !== null) object.add(drawing.dots.object);
  }
  const lines = zeroLines(context, geometry);
  object.add(lines.object);
  const sources =
    geometry.sources === null ? null : createSources(context, geometry.sources, info.shape.drawn > 0);
  if (sources !== null) object.add(sources.object);
  const readDrive = plan.sources === null ? null : driveOf(plan.sources, info.layout.sheets, weightCount);
  const mark = createMark(context, colors.accent);
  object.add(...mark.objects);

  const home = drawnRow(info.layout, weightCount, null);
  const surfaces = geometry.sheets[0]?.form === 'surface';
  const state: FieldState = {
    linked: -1,
    inspected: null,
    frame: null,
    values: plan.lines.map(() => null),
    limit: 0,
    drive: null,
    held: null,
    yaw: 0,
    curl: 1,
    shown: new Uint8Array(plan.lines.length),
    rowSheet: home.sheet,
    row: home.row,
  };
  const findSite = createSiteFinder(info, geometry);
  const heldValues = createHeldValues(plan);
  let grips: TouchGrips | null = null;
  let seen: Projector | null = null;

  const spots = surfaces ? spotsOf(geometry) : new Float32Array(0);

  const showTracks = (draw: DrawState): void => {
    let first = true;
    state.shown.fill(0);
    for (const { line, index, sheets, dots } of drawings) {
      const shown = line.track === null || !draw.hiddenTracks.includes(line.track);
      state.shown[index] = shown ? 1 : 0;
      const { look } = line;
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

  /** [6·P] pixels of the bars of J, from foot to top; none where they are too many to be told apart. */
  const barsIn = (projector: Projector): Float32Array => {
    const { sources: layout, sites: at } = geometry;
    if (layout === null || weightCount > MOST_DOTS) return new Float32Array(0);
    const bars = new Float32Array(6 * weightCount);
    for (let weight = 0; weight < weightCount; weight++) {
      const foot = baseUnder(layout, weight);
      const [s, z] = [at[3 * weight], at[3 * weight + 2]];
      bars.set([s, foot, z, s, foot + riseJ(state, layout, weight), z], 6 * weight);
    }
    projectPoints(bars, projector, bars);
    return bars;
  };
  /** The main run's line as it is drawn now. */
  const drawnNow = (): Drawn => ({
    values: state.values[0] ?? new Float32Array(weightCount),
    limit: state.limit,
  });
  /** Finds sites where they are drawn, and their sources. */
  const sitesIn =
    (projector: Projector, drawn: () => Drawn): TouchHost['siteAt'] =>
    (x, y, reach, bases = false) => {
      const site = findSite(drawn(), projector, x, y, reach);
      if (site >= 0 || !bases) return site;
      const bars = barsIn(projector);
      return nearestPolyline(bars, 2, bars.length / 6, x, y, reach);
    };

  return {
    object,
    outline: outlineOf(outlinePoints(geometry), geometry.sources === null ? 2 : 3),
    sources: sources !== null,
    // Of all fields on the screen the one with every run.
    pad: coming === undefined && plan.lines[0]?.track !== null,
    labels: fieldLabels(info, plan, geometry, state),
    home: geometry.home,
    space: geometry.space,
    fog: !surfaces,
    get limit() {
      return state.limit;
    },
    update(frame: FrameViews, draw) {
      if (frame.tracks.length !== info.tracks.length || frame.tracks[0].weights.length !== weightCount)
        return;
      state.frame = frame;
      state.linked = draw.linked < weightCount ? draw.linked : -1;
      state.inspected = draw.inspected;
      const held = heldValues.now(state.held);
      for (const { line, index } of drawings)
        state.values[index] = heldValues.line(index, line.read(frame), held);
      state.yaw = draw.yaw;
      state.curl = geometry.space === 'strip' ? 0 : draw.curl;
      if (state.linked >= 0 && sites.sheet[state.linked] >= 0) {
        state.rowSheet = sites.sheet[state.linked];
        state.row = sites.row[state.linked];
      }
      showTracks(draw);
      const taken = held?.target === 'weights' && state.values[0] !== null ? sizeOf(state.values[0]) : 0;
      state.limit = Math.max(
        held?.target === 'weights' ? held.least : 0,
        limitOf(Math.max(plan.peak(frame), taken), draw.magnified),
      );
      const limit = divisorOf(state.limit);
      for (const { index, sheets, dots, weights } of drawings) {
        const values = state.values[index];
        if (state.shown[index] === 0 || values === null) continue;
        for (const { heights, part } of sheets) {
          heights.values.gather(values, part.sheet.weight);
          heights.limit.value = limit;
        }
        if (dots !== null) {
          weights.set(values);
          dots.limit.value = limit;
        }
      }
      state.drive = heldValues.drive(readDrive?.(frame) ?? null, held);
      sources?.update(state.drive);
      if (coming === undefined) mark.show(state, geometry);
      else {
        sources?.rise(coming.risen());
        const { linked } = state;
        // A ring round a site is for what has arrived: on the way the wire itself shows that it is linked.
        if (linked >= 0 && coming.flown(linked) < 1) state.linked = -1;
        mark.show(state, geometry);
        grips?.draw();
        state.linked = linked;
      }
    },
    marks(projector, out) {
      if (state.frame === null) return 0;
      if (surfaces) {
        // As many as there is room for.
        return projectPoints(spots, projector, out, Math.ceil(spots.length / out.length));
      }
      let count = 0;
      for (const { index } of drawings) {
        if (state.shown[index] === 0 || 3 * (count + weightCount) > out.length) continue;
        const values = state.values[index];
        if (values === null) continue;
        const drawn = { values, limit: state.limit };
        for (let weight = 0; weight < weightCount; weight++) {
          projectSite(geometry, drawn, weight, projector, out, 3 * (count + weight));
        }
        count += weightCount;
      }
      return count;
    },
    pick(x, y, projector) {
      if (state.frame === null) return null;
      const drawn = drawnNow();
      const site = (reach: number): Target | null => {
        const index = findSite(drawn, projector, x, y, reach);
        return index < 0 ? null : { kind: 'weight', index };
      };
      // A surface hides what stands under it.
      return site(surfaces ? REACH : SURE) ?? sources?.pick(x, y, projector) ?? site(REACH);
    },
    grips(projector) {
      if (!plan.held || coming !== undefined || state.frame === null) return null;
      seen = projector;
      // Most visits never touch the field; who does points at it first.
      if (touchParts.value === null) touchParts.ask().catch(() => undefined);
      grips ??=
        touchParts.value?.createGrips({
          info,
          geometry,
          state,
          context,
          object,
          limit: () => divisorOf(state.limit),
          siteAt: (x, y, reach, bases) => (seen === null ? -1 : sitesIn(seen, drawnNow)(x, y, reach, bases)),
          sitesAsDrawn() {
            const { values, limit } = drawnNow();
            const kept = { values: values.slice(), limit };
            return seen === null ? () => -1 : sitesIn(seen, () => kept);
          },
          pixelOf: (weight, height, out) =>
            seen !== null &&
            project(
              seen,
              geometry.sites[3 * weight],
              geometry.sites[3 * weight + 1] + height * geometry.lifts[weight],
              geometry.sites[3 * weight + 2],
              out,
            ),
        }) ?? null;
      return grips;
    },
    threadEnd(projector, out) {
      const weight = state.linked;
      if (weight < 0) return false;
      const { sites: at } = geometry;
      return project(
        projector,
        at[3 * weight],
        heightOf(geometry, state, weight, 0),
        at[3 * weight + 2],
        out,
      );
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
      grips?.dispose();
    },
  };
}

/** What names of surfaces leave free: sites at w = 0, and the feet of the bars under them. */
function spotsOf({ sites, sources }: FieldLayout): Float32Array {
  if (sources?.form !== 'bars') return sites;
  const spots = new Float32Array(2 * sites.length);
  spots.set(sites);
  spots.set(
    sites.map((value, n) => (n % 3 === 1 ? baseUnder(sources, Math.floor(n / 3)) : value)),
    sites.length,
  );
  return spots;
}

/** Sites at w = 0, and at half their height, and the base of the sources: what the key must not cover. */
function outlinePoints({ sites, lifts, sources }: FieldLayout): Float32Array {
  const points: number[] = [];
  for (let weight = 0; weight < lifts.length; weight++) {
    const [s, y, z] = sites.subarray(3 * weight, 3 * weight + 3);
    points.push(s, y, z, s, y + lifts[weight], z);
    if (sources === null) continue;
    // Bars of both signs hang down too, and two lines are written under them.
    const under = sources.form === 'bars' ? 0.6 * sources.liftJ : 0;
    points.push(s, baseUnder(sources, weight) - under, z);
  }
  return Float32Array.from(points);
}
