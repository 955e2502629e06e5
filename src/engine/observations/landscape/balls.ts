import { alongPlane, placeOn, weightPlane, type Plane } from '../../../physics/landscape/plane.ts';
import type { Reals, System } from '../../../physics/types.ts';
import { ScenarioError } from '../../../scenario/types.ts';
import { observation } from '../types.ts';
import { pastOf } from './past.ts';

/** Numbers of a point of a trail: x, y, cost, distance off the plane. */
export const TRAIL = 4;

/** A track over a plane of the space of weights. */
export interface Ball {
  readonly track: number;
  readonly x: number;
  readonly y: number;
  /** How far it is off the plane, in units of weights. */
  readonly off: number;
  /** Its own cost, which is the height that it lies at. */
  readonly cost: number;
  /** V along the axes. */
  readonly velocity: readonly [number, number];
  /** Terminal velocity −∂C/∂W / γ along the axes; null without friction, and at a big bang. */
  readonly terminal: readonly [number, number] | null;
  /** |V − terminal velocity| / |terminal velocity|, in all directions; null where there is none, or no force. */
  readonly lag: number | null;
  /** −∂C/∂W along the axes. */
  readonly force: readonly [number, number];
  /** [n × TRAIL] where it came from, oldest first, from the last state that was set. */
  readonly trail: Float64Array;
}

export interface Balls {
  readonly balls: readonly Ball[];
  /** Part of the main run's motion so far that the plane holds; null where it has not moved. */
  readonly share: number | null;
}

/**
 * Every track of the main run's space as a ball over a plane: where it is, how far off, what it weighs down with, and
 * which way it goes. **exact**; the terminal velocity is that of the overdamped regime, **approximate** (λ ≪ γ²).
 *    Source: physics.md 3.2
 */
export const landscapeBalls = observation({
  id: 'cost-balls',
  parameters: {
    origin: { type: 'points', default: null, help: 'A point of the plane [P]; null: 0.' },
    first: { type: 'points', default: null, help: 'Its first axis [P], of length 1; null: weight 0.' },
    second: { type: 'points', default: null, help: 'Its second axis [P], of length 1; null: weight 1.' },
  },
  shape: '{ balls: { track, x, y, off, cost, velocity, terminal, lag, force, trail [n × 4] } each, share }',
  cadence: 'frame',
  intervalMs: 100,
  create(query, { simulation, history }) {
    let plane = planeOf(query, simulation.tracks[0].weights.length);
    /** Costs of states that were kept: they are looked at again and again. */
    let costs = new WeakMap<Reals, number>();
    let costsOf: System = simulation.tracks[0].system;
    let places = new WeakMap<Reals, readonly [number, number, number, number]>();
    const placed = { x: 0, y: 0, off: 0, squares: 0 };
    const along = { x: 0, y: 0 };
    const size = simulation.tracks[0].weights.length;
    const gradient = new Float64Array(size);

    const placeOf = (weights: Reals): readonly [number, number, number, number] => {
      const known = places.get(weights);
      if (known !== undefined) return known;
      placeOn(plane, weights, placed);
      const place = [placed.x, placed.y, placed.off, placed.squares] as const;
      places.set(weights, place);
      return place;
    };
    const parts = (vector: Reals): [number, number] => {
      alongPlane(plane, vector, along);
      return [along.x, along.y];
    };
    return {
      ask(next) {
        plane = planeOf(next, size);
        places = new WeakMap();
      },
      read(): Balls {
        if (costsOf !== simulation.tracks[0].system) {
          costsOf = simulation.tracks[0].system;
          costs = new WeakMap();
        }
        let off = 0;
        let all = 0;
        const balls = pastOf(simulation, history).map(({ track: index, states }): Ball => {
          const track = simulation.tracks[index];
          const { system, stiffness, weights, velocity } = track;
          const trail = new Float64Array(TRAIL * states.length);
          states.forEach((state, n) => {
            const cost = costs.get(state.weights) ?? system.cost(state.weights, null, stiffness);
            costs.set(state.weights, cost);
            const [x, y, distance, squares] = placeOf(state.weights);
            trail.set([x, y, cost, distance], TRAIL * n);
            if (index > 0) return;
            off += distance * distance;
            all += squares;
          });
          placeOn(plane, weights, placed);
          const { x, y, off: distance, squares } = placed;
          if (index === 0) {
            off += distance * distance;
            all += squares;
          }
          system.force.gradient(weights, null, stiffness, gradient);
          const gamma = simulation.gamma(index);
          const sinks = gamma > 0 && gamma < Infinity;
          let behind = 0;
          let terminal = 0;
          for (let i = 0; i < size; i++) {
            const drift = -gradient[i] / gamma;
            behind += (velocity[i] - drift) ** 2;
            terminal += drift * drift;
          }
          const [fx, fy] = parts(gradient);
          return {
            track: index,
            x,
            y,
            off: distance,
            cost: track.cost(),
            velocity: parts(velocity),
            terminal: sinks ? [-fx / gamma, -fy / gamma] : null,
            lag: sinks && terminal > 0 ? Math.sqrt(behind / terminal) : null,
            force: [-fx, -fy],
            trail,
          };
        });
        const moved = balls[0].trail.length > 0;
        return { balls, share: !moved || all === 0 ? null : 1 - off / all };
      },
    };
  },
});

/** @throws ScenarioError where a vector has not one number for every weight */
function planeOf(
  query: Readonly<Record<'origin' | 'first' | 'second', Float64Array | null>>,
  size: number,
): Plane {
  for (const name of ['origin', 'first', 'second'] as const) {
    const { length } = query[name] ?? { length: size };
    if (length === size) continue;
    throw new ScenarioError(`observe.cost-balls.${name}`, length, `${size} numbers, one for each weight`);
  }
  const plain = weightPlane(size, 0, Math.min(1, size - 1));
  return {
    origin: query.origin ?? plain.origin,
    axes: [query.first ?? plain.axes[0], query.second ?? plain.axes[1]],
  };
}
