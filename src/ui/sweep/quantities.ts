import type { SweepRow } from '../../engine/sweep/types.ts';

/** What can be drawn of a point: a number, or a word. */
export type Scalar = number | string;

/** A row as the panel keeps it: its scalars alone, by name. */
export interface Point {
  readonly state: SweepRow['state'];
  /** 'cost', 'regime.regime', 'participation.weights', … */
  readonly scalars: Readonly<Record<string, Scalar>>;
  /** Why it failed; '' where it did not. */
  readonly reason: string;
  /** Where a run ended. */
  readonly t: number | null;
  /** Whether its step is over the largest stable one: what it says is the step's, not the field's. */
  readonly overBound: boolean;
  /** The kernels that ran it; null where none did, or the row does not say. */
  readonly kernel: string | null;
}

/** Quantities that every run has. */
const plain = ['cost', 'batchCost', 'kinetic', 'gamma', 'logScaleFactor', 'step', 'dt'] as const;
/** Scalars that one row may have: deeper or longer observations are for other programs. */
const MOST = 64;
const DEEPEST = 3;
/** Longest word that counts as a kind of outcome. */
const LONGEST = 40;

/** The scalars of an observation: of objects in objects, and of short lists by their names. */
function gather(value: unknown, name: string, depth: number, out: Record<string, Scalar>): void {
  if (Object.keys(out).length >= MOST) return;
  if (typeof value === 'number') out[name] = value;
  else if (typeof value === 'boolean') out[name] = String(value);
  else if (typeof value === 'string' && value.length <= LONGEST) out[name] = value;
  else if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < DEEPEST) {
    for (const [key, member] of Object.entries(value)) gather(member, `${name}.${key}`, depth + 1, out);
  }
}

/** What the panel keeps of a row. */
export function pointOf(row: SweepRow): Point {
  if (row.state === 'failed') {
    return { state: 'failed', scalars: {}, reason: row.reason, t: null, overBound: false, kernel: null };
  }
  const { t, dt, largestStableStep } = row;
  const overBound = largestStableStep !== null && dt > largestStableStep;
  const scalars: Record<string, Scalar> = {};
  if (row.state === 'done') {
    for (const name of plain) {
      const value = row[name];
      if (value !== null) scalars[name] = value;
    }
    for (const [id, value] of Object.entries(row.observables)) gather(value, id, 0, scalars);
  } else {
    scalars.step = row.step;
    scalars.dt = dt;
  }
  return { state: row.state, scalars, reason: '', t, overBound, kernel: row.kernel ?? null };
}

/** Names of everything that some point has, those of every run first. */
export function quantitiesOf(points: Iterable<Point>): readonly string[] {
  const found = new Set<string>();
  for (const { scalars, state } of points) {
    if (state !== 'done') continue;
    for (const name of Object.keys(scalars)) found.add(name);
    if (found.size >= 4 * MOST) break;
  }
  const first: readonly string[] = plain;
  return [...first.filter((name) => found.has(name)), ...[...found].filter((name) => !first.includes(name))];
}

/** The sets of kernels that some points were run with. */
export function kernelsOf(points: Iterable<Point>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { kernel } of points) if (kernel !== null) found.add(kernel);
  return found;
}
