import { Group } from 'three';
import type { RunInfo } from '../../engine/protocol.ts';
import { createDots } from '../scene/dots.ts';
import type { Picture } from '../scene/picture.ts';
import { project } from '../scene/project.ts';
import { createRibbons, plainRibbons } from '../scene/ribbons.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import { tracksOnLattice } from '../tracks.ts';
import { createBall } from './balls.ts';
import { RISE, standAt, surfaceCost } from './ground.ts';
import { landscapeLabels, type LandscapeState } from './labels.ts';
import { PLACES, type LandscapeBoard } from './model.ts';
import { createCostSurface, type CostSurface } from './surface.ts';

const DEGREE = Math.PI / 180;
/** Tracks that are drawn as balls. */
const MOST_BALLS = 5;
/** Pixels from the surface within which a pointer means it. */
const REACH = 14;

/** Draws the cost over its plane, and the tracks on it as balls. */
export function createLandscapePicture(context: SceneContext, info: RunInfo, board: LandscapeBoard): Picture {
  const { colors } = context.palette;
  const object = new Group();
  const balls = tracksOnLattice(info)
    .slice(0, MOST_BALLS)
    .map((track, rank) => createBall(context, info, track, rank));
  for (const ball of balls) object.add(ball.object);

  const box = plainRibbons(boxOf(1, 1));
  const frame = createRibbons(context, box, {
    course: 'straight',
    segments: 2,
    colored: 'plain',
    color: colors['line-strong'],
    base: 1,
    gain: 0,
    perspective: false,
    bias: -0.02,
    fogLow: 0.7,
  });
  object.add(frame.object);

  const mark = { count: 1, center: new Float32Array(3), data: new Float32Array([0, 0, 9]) };
  const cursor = createDots(context, mark, {
    fill: 'ring',
    outline: colors.accent,
    stroke: 2,
    halo: 1.5,
    bias: 0.14,
    fogLow: 1,
  });
  object.add(cursor.object);

  let surface: CostSurface | null = null;
  let surfaceSize = 0;
  let version = -1;
  const state: LandscapeState = { board, balls: balls.map((ball) => ball.state), pointed: null };
  const pointedAt: { place: number; ground: LandscapeBoard['ground'] } = { place: -1, ground: null };
  const pixel = new Float32Array(3);
  const world = new Float32Array(3);

  const renew = (): void => {
    version = board.version;
    const { ground } = board;
    frame.object.visible = ground !== null;
    if (ground === null) {
      if (surface !== null) surface.object.visible = false;
      return;
    }
    if (surface === null || surfaceSize !== ground.size) {
      if (surface !== null) {
        object.remove(surface.object);
        surface.dispose();
      }
      surfaceSize = ground.size;
      surface = createCostSurface(context, ground.size);
      object.add(surface.object);
    }
    surface.show(ground);
    const lines = plainRibbons(boxOf(ground.half[0], ground.half[1]));
    box.from.set(lines.from);
    box.to.set(lines.to);
    frame.moved();
  };

  return {
    object,
    labels: landscapeLabels(info, state),
    home: () => ({
      yaw: 24 * DEGREE,
      pitch: 50 * DEGREE,
      pitchRange: [5 * DEGREE, 88 * DEGREE],
      side: 90 * DEGREE,
      halfWidth: 1.22,
    }),
    space: 'plane',
    fog: false,
    limit: 0,
    outline: Float32Array.from(boxOf(1, 0.85).flat(2)),
    sources: false,
    update(views, draw) {
      if (version !== board.version) renew();
      for (const ball of balls) {
        const { id } = info.tracks[ball.state.track];
        ball.update(views, board, draw.hiddenTracks.includes(id));
      }
      const { ground } = board;
      const target = draw.inspected;
      const place = target?.kind === 'place' && ground !== null ? target.index : -1;
      // The same place of the same surface is the same point: nothing is made anew in a frame.
      if (place !== pointedAt.place || ground !== pointedAt.ground) {
        pointedAt.place = place;
        pointedAt.ground = ground;
        state.pointed = place < 0 ? null : placeAt(place, board);
      }
      const at = state.pointed ?? board.cursor;
      const cost = ground === null || at === null ? NaN : surfaceCost(ground, at[0], at[1]);
      cursor.object.visible = Number.isFinite(cost);
      if (ground !== null && at !== null && Number.isFinite(cost)) {
        standAt(ground, at[0], at[1], cost, mark.center);
        cursor.moved();
      }
    },
    pick(x, y, projector) {
      const { ground } = board;
      if (ground === null) return null;
      // The point of the surface that is drawn nearest to the pointer; of several the nearest to the eye.
      let best = -1;
      let least = Infinity;
      const look = (row: number, column: number): void => {
        const [px, py] = placeAt(row * PLACES + column, board);
        const cost = surfaceCost(ground, px, py);
        if (!(cost <= ground.cut)) return;
        standAt(ground, px, py, cost, world);
        if (!project(projector, world[0], world[1], world[2], pixel)) return;
        const distance = (pixel[0] - x) ** 2 + (pixel[1] - y) ** 2 - 60 * pixel[2];
        const near = (pixel[0] - x) ** 2 + (pixel[1] - y) ** 2;
        if (near > 40 * REACH ** 2 || distance >= least) return;
        least = distance;
        best = row * PLACES + column;
      };
      const coarse = 8;
      for (let row = 0; row < PLACES; row += coarse) {
        for (let column = 0; column < PLACES; column += coarse) look(row, column);
      }
      if (best < 0) return null;
      const [r, c] = [Math.floor(best / PLACES), best % PLACES];
      for (let row = Math.max(0, r - coarse); row <= Math.min(PLACES - 1, r + coarse); row++) {
        for (let column = Math.max(0, c - coarse); column <= Math.min(PLACES - 1, c + coarse); column++) {
          look(row, column);
        }
      }
      const [px, py] = placeAt(best, board);
      standAt(ground, px, py, surfaceCost(ground, px, py), world);
      project(projector, world[0], world[1], world[2], pixel);
      const off = Math.hypot(pixel[0] - x, pixel[1] - y);
      return off <= REACH ? { kind: 'place', index: best } : null;
    },
    press(target) {
      if (target.kind !== 'place' || board.ground === null) return false;
      board.drop(...placeAt(target.index, board));
      return true;
    },
    threadEnd: () => false,
    marks(projector, out) {
      let count = 0;
      for (const { shown, at } of state.balls) {
        if (shown && project(projector, at[0], at[1], at[2], pixel)) out.set(pixel, 3 * count++);
      }
      return count;
    },
    dispose() {
      for (const ball of balls) ball.dispose();
      frame.dispose();
      cursor.dispose();
      surface?.dispose();
    },
  };
}

/** The point of the plane of a place. */
function placeAt(index: number, { ground }: LandscapeBoard): readonly [number, number] {
  if (ground === null) return [NaN, NaN];
  const { x, y } = ground.plane.window;
  const along = Math.floor(index / PLACES) / (PLACES - 1);
  const across = (index % PLACES) / (PLACES - 1);
  return [x[0] + (x[1] - x[0]) * across, y[0] + (y[1] - y[0]) * along];
}

type Segment = readonly [readonly number[], readonly number[]];

/** The floor's outline and the axis of the cost at the back left corner. */
function boxOf(x: number, z: number): readonly Segment[] {
  const corners = [
    [-x, 0, z],
    [x, 0, z],
    [x, 0, -z],
    [-x, 0, -z],
  ];
  return [
    ...corners.map((corner, i): Segment => [corner, corners[(i + 1) % 4]]),
    [
      [-x, 0, -z],
      [-x, RISE, -z],
    ],
  ];
}
