/**
 * What a hand adds to a field: profiles of pulls and of strokes, as commands carry them. Pure: what a picture shows while the
 * hand holds on is worked out by the function that the command itself uses (`addProfile` of commands/poke.ts). Loaded with what needs it.
 */
import { bumpOn } from '../physics/initial/bump.ts';
import type { Sheet } from '../physics/types.ts';
import type { Canvas } from './brush.ts';
import type { Profile } from './types.ts';

/** Largest size to which a hand takes a value, in its own units. What is larger already may stay or shrink. */
export const MOST_BY_HAND = 1000;
/** Parts of the largest that a stroke leaves out, and to which its numbers are rounded. */
const GRAIN = 1e-4;

type Site = Pick<Sheet, 'rows' | 'columns' | 'periodicRows' | 'periodicColumns' | 'weight'>;

/** What a value is taken to at most. @returns NaN where there is no number */
export function withinReach(wanted: number, now: number): number {
  const most = Math.max(MOST_BY_HAND, Math.abs(now));
  return Math.max(-most, Math.min(most, wanted));
}

/**
 * A bump around a weight: by its site where the run is one lattice, in every direction of it; where there are several
 * sheets, numbers on its own sheet alone, for a bump stands on all of them.
 *  @param width  distance at which the height has fallen to 61 %, in sites; 0: the weight alone
 */
export function bumpAt(sheets: readonly Site[], weight: number, amplitude: number, width: number): Profile {
  const at = sheets.findIndex((sheet) => sheet.weight.includes(weight));
  if (at < 0 || !(width > 0)) return { at: [weight], add: [amplitude] };
  const sheet = sheets[at];
  const site = sheet.weight.indexOf(weight);
  if (sheets.length === 1) return { shape: 'bump', center: site, width, amplitude };
  const values = new Map<number, number>();
  const height = bumpOn(sheet, { center: site, width, amplitude });
  sheet.weight.forEach((index, n) => {
    if (index >= 0) values.set(index, height(Math.floor(n / sheet.columns), n % sheet.columns));
  });
  return sparse(values);
}

/**
 * Numbers by their index as a profile: to a part in 10⁴ of the largest, so that a stroke stays short in a link.
 *  @returns  no entries where nothing was added
 */
export function sparse(
  values: Iterable<readonly [index: number, value: number]>,
): Extract<Profile, { at: unknown }> {
  const all = [...values];
  const largest = all.reduce((most, [, value]) => Math.max(most, Math.abs(value)), 0);
  // A power of ten, divided by: the numbers are the shortest decimals.
  const grains = largest > 0 ? 10 ** Math.ceil(-Math.log10(GRAIN * largest)) : 1;
  const at: number[] = [];
  const add: number[] = [];
  for (const [index, value] of all) {
    const rounded = Math.round(value * grains) / grains;
    if (!Number.isFinite(rounded) || rounded === 0) continue;
    at.push(index);
    add.push(rounded);
  }
  return { at, add };
}

/** Parts of its width by which a wide brush goes on: between two places its height then sinks by 5·10⁻⁴. */
const STRIDE = 1 / 16;

/**
 * Sites that a brush goes over on its way from one to another, the shorter way round where the lattice closes: as
 * many as the longer of its two ways, so that what is painted does not hang on how often a pointer is asked; fewer for
 * a wide brush.
 *  @returns  without the first, with the last
 */
export function sitesBetween(
  { rows, columns, periodicRows, periodicColumns }: Omit<Site, 'weight'>,
  from: number,
  to: number,
  width = 0,
): readonly number[] {
  const way = (a: number, b: number, size: number, closes: boolean): number => {
    const straight = b - a;
    return closes ? straight - size * Math.round(straight / size) : straight;
  };
  const [row, column] = [Math.floor(from / columns), from % columns];
  const down = way(row, Math.floor(to / columns), rows, periodicRows);
  const right = way(column, to % columns, columns, periodicColumns);
  const count = Math.ceil(
    Math.max(Math.abs(down), Math.abs(right)) / Math.max(1, Math.floor(STRIDE * width)),
  );
  const wrapped = (n: number, size: number): number => ((n % size) + size) % size;
  return Array.from({ length: count }, (_, n) => {
    const part = (n + 1) / count;
    return (
      wrapped(row + Math.round(part * down), rows) * columns +
      wrapped(column + Math.round(part * right), columns)
    );
  });
}

/** Raises what a stroke has painted to the brush at a place: going over it again adds nothing. */
export function paint(
  shape: Float32Array,
  { over }: Pick<Canvas, 'over'>,
  site: number,
  width: number,
): void {
  over(site, width, (n, height) => {
    shape[n] = Math.max(shape[n], height);
  });
}
