import { Group, type Object3D } from 'three';
import { SCALAR, type FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import type { Balls } from '../../store/index.ts';
import { createDots } from '../scene/dots.ts';
import { createRibbons, plainRibbons, type Ribbons } from '../scene/ribbons.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import { trackLook } from '../tracks.ts';
import { standAt, surfaceCost, type Ground } from './ground.ts';
import { isDrawable, type LandscapeModel } from './model.ts';

type Ball = Balls['balls'][number];

/** Numbers of a point of a trail (engine/observations/landscape/balls.ts): x, y, cost, distance. */
const TRAIL = 4;
/** Points of a trail: as many as states are kept, and the present. */
const MOST_POINTS = 520;
/** Length of an arrow's head, in its length and at most in the world. */
const HEAD = 0.3;
const LONGEST_HEAD = 0.06;

/** A ball where it is now. */
export interface PlacedBall {
  readonly track: number;
  readonly shown: boolean;
  readonly x: number;
  readonly y: number;
  readonly cost: number;
  /** [3] of the world, and the tips of its arrows. */
  readonly at: Float32Array;
  readonly velocityTip: Float32Array;
  readonly terminalTip: Float32Array;
  readonly hasVelocity: boolean;
  readonly hasTerminal: boolean;
}

/** A ball with its trail, stem and arrows. */
export interface BallDrawing {
  readonly object: Object3D;
  readonly state: PlacedBall;
  update(frame: FrameViews, model: LandscapeModel, hidden: boolean): void;
  dispose(): void;
}

const NONE = [0, 0, 0] as const;
const nothing = (count: number) => plainRibbons(Array.from({ length: count }, () => [NONE, NONE] as const));

/** Draws one track of the run as a ball. @param rank  earlier ones lie in front */
export function createBall(context: SceneContext, info: RunInfo, track: number, rank: number): BallDrawing {
  const look = trackLook(info.tracks[track]);
  const { colors } = context.palette;
  const color = colors[look.color];
  const main = track === 0;
  const center = new Float32Array(3);
  const data = new Float32Array([0, 0, main ? 10 : 8.5]);
  const solid = look.dots === 'solid' || look.dots === 'none';
  const dot = createDots(
    context,
    { count: 1, center, data },
    {
      fill: 'plain',
      color: solid ? color : colors.ground,
      outline: solid ? colors.ground : color,
      stroke: solid ? 1.5 : 2.5,
      halo: 1.5,
      bias: 0.16 - 0.01 * rank,
      square: look.dots === 'square',
      fogLow: 1,
    },
  );
  const trail = nothing(MOST_POINTS);
  const line = (lines: ReturnType<typeof nothing>, base: number, more: object = {}): Ribbons =>
    createRibbons(context, lines, {
      course: 'straight',
      segments: 1,
      colored: 'plain',
      color,
      base,
      gain: 0,
      casing: 1,
      bias: 0.06 - 0.006 * rank,
      fogLow: 1,
      perspective: false,
      ...more,
    });
  const trailLine = line(trail, look.width(context.palette) * 0.8, look.dashed ? { dash: [6, 5] } : {});
  const stem = nothing(1);
  const stemLine = line(stem, 1.2, { bias: 0.05, dash: [3, 3], casing: 0, segments: 8 });
  const velocity = nothing(3);
  const velocityLine = line(velocity, 3, { bias: 0.12, roundCaps: true });
  const terminal = nothing(3);
  const terminalLine = line(terminal, 1.4, {
    color: colors.text,
    bias: 0.13,
    casing: 1.2,
    roundCaps: true,
  });
  const object = new Group();
  for (const part of [trailLine, stemLine, velocityLine, terminalLine, dot]) object.add(part.object);
  const point = new Float32Array(3);
  const state = {
    track,
    shown: false,
    x: NaN,
    y: NaN,
    cost: NaN,
    at: center,
    velocityTip: new Float32Array(3),
    terminalTip: new Float32Array(3),
    hasVelocity: false,
    hasTerminal: false,
  };

  /** Writes an arrow along the surface, the way in Δt = `time`: over a way the cost changes by the force along it. */
  const arrow = (
    ground: Ground,
    lines: ReturnType<typeof nothing>,
    ribbons: Ribbons,
    rate: readonly [number, number],
    force: readonly [number, number],
    time: number,
    tip: Float32Array,
  ): boolean => {
    const dx = time * rate[0];
    const dy = time * rate[1];
    const rise = -time * (force[0] * rate[0] + force[1] * rate[1]);
    standAt(ground, state.x + dx, state.y + dy, state.cost + rise, tip);
    const wayX = tip[0] - center[0];
    const wayY = tip[1] - center[1];
    const wayZ = tip[2] - center[2];
    const length = Math.sqrt(wayX * wayX + wayY * wayY + wayZ * wayZ);
    const seen = length > 0.012;
    ribbons.object.visible = seen;
    if (!seen) return false;
    const head = Math.min(HEAD, LONGEST_HEAD / length);
    lines.from.set(center, 0);
    lines.to.set(tip, 0);
    for (let n = 1; n <= 2; n++) {
      const side = n === 1 ? 0.5 : -0.5;
      lines.from.set(tip, 3 * n);
      lines.to[3 * n] = tip[0] - head * (wayX - side * wayZ);
      lines.to[3 * n + 1] = tip[1] - head * wayY;
      lines.to[3 * n + 2] = tip[2] - head * (wayZ + side * wayX);
    }
    ribbons.moved();
    return true;
  };
  const ballOf = (balls: NonNullable<LandscapeModel['balls']>): Ball | undefined => {
    for (const one of balls.balls) if (one.track === track) return one;
    return undefined;
  };

  return {
    object,
    state,
    update(frame, model, hidden) {
      const { ground, balls, arrowTime } = model;
      const ball = balls === null ? undefined : ballOf(balls);
      const weights = frame.tracks[track]?.weights;
      const shown =
        !hidden && ground !== null && ball !== undefined && weights?.length === ground.plane.origin.length;
      state.shown = shown;
      object.visible = shown;
      if (!shown) return;
      // Where it is comes with every frame; which way it goes, ten times a second.
      const { origin, axes } = ground.plane;
      let x = 0;
      let y = 0;
      for (let i = 0; i < origin.length; i++) {
        const d = weights[i] - origin[i];
        x += axes[0][i] * d;
        y += axes[1][i] * d;
      }
      state.x = x;
      state.y = y;
      state.cost = frame.tracks[track].scalars[SCALAR.cost];
      standAt(ground, x, y, state.cost, center);
      dot.moved();

      const count = Math.min(MOST_POINTS, ball.trail.length / TRAIL);
      const first = ball.trail.length / TRAIL - count;
      const { trail: path } = ball;
      for (let n = 0; n < MOST_POINTS; n++) {
        const end = n + 1 < count ? TRAIL * (first + n + 1) : -1;
        if (n >= count) {
          trail.from.set(center, 3 * n);
          trail.to.set(center, 3 * n);
          continue;
        }
        const begin = TRAIL * (first + n);
        standAt(ground, path[begin], path[begin + 1], path[begin + 2], trail.from, 3 * n);
        if (end < 0) trail.to.set(center, 3 * n);
        else standAt(ground, path[end], path[end + 1], path[end + 2], trail.to, 3 * n);
      }
      trailLine.moved();

      const below = surfaceCost(ground, x, y);
      stemLine.object.visible = Number.isFinite(below) && ball.off > 0;
      if (stemLine.object.visible) {
        standAt(ground, x, y, below, point);
        stem.from.set(center);
        stem.to.set(point);
        stemLine.moved();
      }
      const { velocity: rate, force } = ball;
      state.hasVelocity = arrow(ground, velocity, velocityLine, rate, force, arrowTime, state.velocityTip);
      const second = info.tracks[track].firstOrder ? null : ball.terminal;
      state.hasTerminal =
        second !== null &&
        isDrawable(model, second) &&
        arrow(ground, terminal, terminalLine, second, force, arrowTime, state.terminalTip);
      if (!state.hasTerminal) terminalLine.object.visible = false;
    },
    dispose() {
      for (const part of [dot, trailLine, stemLine, velocityLine, terminalLine]) part.dispose();
    },
  };
}
