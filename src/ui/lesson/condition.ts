/**
 * Whether the lab sees what a step's check waits for. Only what the screen itself shows is asked: the run as it stands, its
 * readouts, the hand's edits, the pictures.
 */
import type { Bound, Condition } from '../../scenario/lesson/types.ts';
import { valueAt } from '../../scenario/patch.ts';
import { sameJson } from '../../scenario/plain.ts';
import type { Edit, Scenario } from '../../scenario/types.ts';
import type { StudyId } from '../../scenario/studies.ts';
import type { Readouts } from '../../store/index.ts';

export interface Facts {
  /** As it stands, its edits in force. */
  readonly scenario: Scenario;
  readonly edits: readonly Edit[];
  readonly readouts: Readouts | null;
  /** Ids of the runs on the clock, in the readouts' order; the main one's first. */
  readonly tracks: readonly string[];
  /** Id of the picture that is shown alone; null: those beside each other. */
  readonly scene: string | null;
  /** Ids of the charts in sight. */
  readonly charts: readonly string[];
  /** Studies that have given their result. */
  readonly studies: readonly StudyId[];
}

/** What stood when the step began. */
export type Begun = Pick<Facts, 'scenario' | 'edits'>;

/** Whether a value is what it has to be: every member of the bound that is there holds; what is no number is near nothing. */
export function holds({ is, near, within = 0, above, below }: Bound, value: unknown): boolean {
  if (is !== undefined && !sameJson(value, is)) return false;
  if (near === undefined && above === undefined && below === undefined) return true;
  if (typeof value !== 'number' || Number.isNaN(value)) return false;
  if (near !== undefined && !(Math.abs(value - near) <= within)) return false;
  return (above === undefined || value > above) && (below === undefined || value < below);
}

type Readout = Extract<Condition, { see: 'readout' }>;

/** A number of the run now; undefined where there is none. */
function readout({ of, track }: Readout, { readouts, tracks }: Facts): number | undefined {
  if (readouts === null) return undefined;
  if (of === 'time' || of === 'step' || of === 'gamma' || of === 'hubble' || of === 'efolds') {
    return readouts[of];
  }
  const numbers = readouts.tracks[track === undefined ? 0 : tracks.indexOf(track)];
  if (numbers === undefined) return undefined;
  return of === 'energy' ? numbers.kinetic + numbers.cost : numbers[of];
}

/** Whether friction is on the asked side of an edge; where it is not known it is on none. */
function beyond({ above, below }: Extract<Condition, { see: 'friction' }>, readouts: Readouts): boolean {
  const { gamma, modes } = readouts;
  const high = above === undefined ? -Infinity : modes[above];
  const low = below === undefined ? Infinity : modes[below];
  return high !== null && low !== null && gamma > high && gamma < low;
}

const listOf = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);

export function isFulfilled(condition: Condition, facts: Facts, begun: Begun): boolean {
  const { scenario, edits, readouts } = facts;
  switch (condition.see) {
    case 'value':
      return holds(condition, valueAt(scenario, condition.path));
    case 'changed':
      return !sameJson(
        valueAt(scenario, condition.path) ?? null,
        valueAt(begun.scenario, condition.path) ?? null,
      );
    case 'readout': {
      const value = readout(condition, facts);
      return value !== undefined && holds(condition, value);
    }
    case 'regime':
      return readouts !== null && listOf(condition.is).includes(readouts.modes.regime);
    case 'friction':
      return readouts !== null && beyond(condition, readouts);
    case 'touched':
      return edits.some(
        ({ command }) =>
          'target' in command &&
          listOf(condition.what).includes(command.target) &&
          !begun.edits.some((old) => sameJson(old.command, command)),
      );
    case 'shown':
      return (
        (condition.scene === undefined || condition.scene === (facts.scene ?? 'pictures')) &&
        (condition.chart === undefined || facts.charts.includes(condition.chart))
      );
    case 'study':
      return facts.studies.includes(condition.id);
    case 'all':
      return condition.of.every((part) => isFulfilled(part, facts, begun));
    case 'any':
      return condition.of.some((part) => isFulfilled(part, facts, begun));
  }
}
