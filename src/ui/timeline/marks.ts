import { commandPath, currentValue } from '../../scenario/patch.ts';
import type { RunDocument } from '../../scenario/types.ts';
import { sameJson } from '../../scenario/plain.ts';
import type { Change } from '../../store/index.ts';
import { xOfStep, type Axis } from './layout.ts';

/** Edits of one value that belong together: a triangle on the timeline. */
export interface Mark {
  /** Steps of the first and of the last edit. */
  readonly first: number;
  readonly last: number;
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Changes of several values in one place. */
  readonly count?: number;
}

/**
 * The edits of a run, one mark for those of one drag: edits of the same value, one after the other, at most
 * `gap` steps apart, or between the ends of a change that a hand has made, however fast the run went meanwhile.
 */
export function marksOf(
  document: RunDocument,
  gap: number,
  changes: readonly Change[] = [],
): readonly Mark[] {
  /** Whether a mark began as a change did that has not come to its end. */
  const unfinished = ({ path, before, after }: Mark): boolean =>
    changes.some(
      (change) =>
        change.kind === 'value' &&
        change.path === path &&
        sameJson(change.before, before) &&
        !sameJson(change.after, after),
    );
  const values = new Map<string, unknown>();
  const start = { ...document, edits: [] };
  const marks: Mark[] = [];
  for (const { step, command } of document.edits) {
    if (command.kind !== 'set') {
      const path = commandPath(command);
      marks.push({ first: step, last: step, path, before: undefined, after: command });
      continue;
    }
    const { path, value } = command;
    const before = values.has(path) ? values.get(path) : currentValue(start, path);
    values.set(path, value);
    if (path === 'expansion' || path === 'data') {
      // What comes after counts from the section's own values.
      for (const [name, own] of Object.entries(value as object)) values.set(`${path}.${name}`, own);
    }
    const last = marks.at(-1);
    if (last?.path === path && (step - last.last <= gap || unfinished(last))) {
      marks[marks.length - 1] = { ...last, last: step, after: value };
    } else {
      marks.push({ first: step, last: step, path, before, after: value });
    }
  }
  return marks;
}

/** More triangles than this stand on each other on any screen. */
const CROWD = 400;

/**
 * Where there are more marks than a screen can hold, neighbours that would touch are one: changes of several values.
 * Those beyond the end of the axis stand at its end. The first and the last value are those of the last change; `count` says how many there are.
 */
export function crowded(marks: readonly Mark[], gap: number, end: number): readonly Mark[] {
  if (marks.length <= CROWD) return marks;
  const joined: Mark[] = [];
  for (const mark of marks) {
    const last = joined.at(-1);
    if (last !== undefined && Math.min(mark.first, end) - Math.min(last.first, end) <= gap) {
      joined[joined.length - 1] = { ...mark, first: last.first, count: (last.count ?? 1) + 1 };
    } else joined.push(mark);
  }
  return joined;
}

export interface PlacedMark {
  readonly mark: Mark;
  readonly x: number;
  readonly label: string;
  /** How the label begins, where that is a symbol of the theory. */
  readonly symbol: string;
  /** Whether the text has room between this triangle and the next. */
  readonly labelled: boolean;
}

/** Half a triangle, and the room between its text and what comes next. */
const HALF = 4;
const GAP = 10;

/** Places marks along the axis; a text is shown only where it fits. */
export function placeMarks(
  marks: readonly Mark[],
  axis: Axis,
  labelOf: (mark: Mark) => { readonly label: string; readonly symbol: string },
  widthOf: (label: string) => number,
): readonly PlacedMark[] {
  return marks.map((mark, index) => {
    const x = xOfStep(axis, mark.first);
    const { label, symbol } = labelOf(mark);
    const next = marks.at(index + 1);
    const end = next === undefined ? axis.width : xOfStep(axis, next.first) - HALF;
    return {
      mark,
      x,
      label,
      symbol,
      labelled: x + GAP + widthOf(label) + (next === undefined ? 0 : GAP) <= end,
    };
  });
}

/** Marks whose triangle lies within a few pixels of a place. */
export function marksNear(placed: readonly PlacedMark[], x: number): readonly PlacedMark[] {
  return placed.filter((one) => Math.abs(one.x - x) <= 2 * HALF);
}
