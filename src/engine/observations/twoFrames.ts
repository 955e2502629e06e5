import { lorentzFactor, packetAt, packetWaves } from '../../physics/observables/boost.ts';
import { studyObstacle } from '../../scenario/studies.ts';
import { fieldPast } from './fieldPast.ts';
import { observation } from './types.ts';

/** A moving packet in two frames: in the lattice's, and in its own. */
export interface TwoFrames {
  /** Present time of the lattice. */
  readonly time: number;
  /** Time of the packet's own frame at which it is drawn. */
  readonly proper: number;
  /** β, Γ, and the packet's width at rest in sites. */
  readonly speed: number;
  readonly factor: number;
  readonly width: number;
  /** Height that it started with. */
  readonly amplitude: number;
  /** Places from the packet's centre, in widths at rest [places]. */
  readonly places: Float64Array;
  /** w at those places now: as the run has it, and of the boosted packet in the continuum without friction. **exact** */
  readonly lattice: { readonly measured: Float64Array; readonly exact: Float64Array };
  /**
   * w′(x′) at one time t′ of its own frame. Measured: the run's own past, read at t = Γ(t′ + βx′/c), x = Γ(x′ + βct′); NaN
   * where that is not in the past. Exact: the same packet, which rests there.
   */
  readonly rest: { readonly measured: Float64Array; readonly exact: Float64Array };
}

/** Places to each side of the centre, and how far they reach, in widths. */
const PLACES = 60;
const REACH = 3;
/** Rows of the past. */
const ROWS = 512;

/**
 * The packet of a Klein-Gordon field as the lattice sees it and as one who moves with it sees it. The picture of simultaneity:
 * of one time of the packet's frame the lattice lives the rear earlier than the front.
 *  Source: physics.md 1.4; physics/observables/boost.ts.
 */
export const twoFrames = observation({
  id: 'two-frames',
  parameters: {},
  shape:
    '{ time, proper, speed, factor, width, amplitude, places, lattice { measured, exact }, rest { measured, exact }: [places] each }, null where no packet moves',
  cadence: 'step',
  create(_query, run) {
    const { simulation } = run;
    const past = fieldPast.create({ weights: null, rows: ROWS, from: -Infinity, last: 0 }, run);
    return {
      ...past,
      ask: undefined,
      read(): TwoFrames | null {
        const { scenario, system } = simulation.tracks[0];
        const { width, speed, center, amplitude } = scenario.initial;
        const found = system.couplings(null);
        const seen = past.read();
        const numbers =
          typeof width === 'number' && typeof speed === 'number' && typeof amplitude === 'number';
        if (studyObstacle('symmetry', scenario) !== null || !numbers || found === null || seen === null) {
          return null;
        }
        const mean = (of: Float64Array): number => of.reduce((sum, value) => sum + value, 0) / of.length;
        const field = { K: mean(found.K), J: mean(found.J) };
        const N = system.weightCount;
        const from = typeof center === 'number' ? center : N / 2;
        const waves = packetWaves(N, field, { center: 0, width, speed, amplitude });
        const c = Math.sqrt(field.K);
        const factor = lorentzFactor(speed);
        const start = simulation.document.scenario.expansion.t0;
        const since = simulation.time - (typeof start === 'number' ? start : 0);
        // Up to its front the packet is drawn at a time of its own that the lattice has lived.
        const proper = Math.max(0, since / factor - (Math.abs(speed) * REACH * width) / c);
        const places = Float64Array.from(
          { length: 2 * PLACES + 1 },
          (_, n) => (REACH * (n - PLACES)) / PLACES,
        );
        const rows = { ...seen, start: seen.times[0], N };
        const own = (place: number): { readonly x: number; readonly t: number } => ({
          x: factor * (place * width + speed * c * proper),
          t: factor * (proper + (speed * place * width) / c),
        });
        return {
          time: simulation.time,
          proper,
          speed,
          factor,
          width,
          amplitude,
          places,
          lattice: {
            measured: places.map((place) => readAt(rows, from + speed * c * since + place * width, since)),
            exact: places.map((place) => packetAt(waves, speed * c * since + place * width, since).w),
          },
          rest: {
            measured: places.map((place) => {
              const { x, t } = own(place);
              return readAt(rows, from + x, t);
            }),
            exact: places.map((place) => {
              const { x, t } = own(place);
              return packetAt(waves, x, t).w;
            }),
          },
        };
      },
    };
  },
});

interface Rows {
  readonly spacing: number;
  readonly steps: Float64Array;
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly start: number;
  readonly N: number;
}

/** w between sites and rows, by cubics along the lattice and straight in time; NaN outside the past and in its gaps. */
function readAt({ spacing, steps, times, values, start, N }: Rows, x: number, since: number): number {
  const t = start + since;
  const last = times.length - 1;
  if (!(t >= start) || t > times[last] + 1e-9) return NaN;
  let row = 0;
  while (row < last - 1 && times[row + 1] <= t) row++;
  if (last === 0) return along(values, 0, N, x);
  if (steps[row + 1] - steps[row] > spacing) return NaN;
  const part = Math.min(1, (t - times[row]) / (times[row + 1] - times[row]));
  return (1 - part) * along(values, row, N, x) + part * along(values, row + 1, N, x);
}

/** Catmull-Rom between four sites. */
function along(values: Float64Array, row: number, N: number, x: number): number {
  const n = Math.floor(x);
  const f = x - n;
  const at = (site: number): number => values[row * N + ((((n + site) % N) + N) % N)];
  const [a, b, c, d] = [at(-1), at(0), at(1), at(2)];
  return b + 0.5 * f * (c - a + f * (2 * a - 5 * b + 4 * c - d + f * (3 * (b - c) + d - a)));
}
