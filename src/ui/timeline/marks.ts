import { currentValue } from '../../scenario/patch.ts';
import type { RunDocument } from '../../scenario/types.ts';
import { xOfStep, type Axis } from './layout.ts';

/** Edits of one value that belong together: a triangle on the timeline. */
export interface Mark {
  /** Steps of the first and of the last edit. */
  readonly first: number;
  readonly last: number;
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * The edits of a run, one mark for those of one drag: edits of the same value, one after the other, at most
 * `gap` steps apart.
 */
export function marksOf(document: RunDocument, gap: number): readonly Mark[] {
  const values = new Map<string, unknown>();
  const start = { ...document, edits: [] };
  const marks: Mark[] = [];
  for (const { step, command } of document.edits) {
    const { path, value } = command;
    const before = values.has(path) ? values.get(path) : currentValue(start, path);
    values.set(path, value);
    const last = marks.at(-1);
    if (last?.path === path && step - last.last <= gap) {
      marks[marks.length - 1] = { ...last, last: step, after: value };
    } else {
      marks.push({ first: step, last: step, path, before, after: value });
    }
  }
  return marks;
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
