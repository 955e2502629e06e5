import type { RunInfo } from '../../engine/protocol.ts';
import { seenAs, useLab, type FieldPast } from '../../store/index.ts';
import { askDrawing } from '../scene/watch.ts';
import type { Course } from './course.ts';
import { createHornField, MOST_ROWS, takePast, type HornField } from './field.ts';
import { rowOf, sheetOf, type UniverseRow } from './row.ts';
import { renewedFrom } from './window.ts';

const WATCH = 'horn';

function sameWeights(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((weight, index) => weight === b[index]);
}

/** The row of sites round the horn, and the past of its field, which the engine is asked for. */
export class RowPast {
  row: UniverseRow | null = null;
  /** Another object when another row is followed. */
  field: HornField | null = null;
  /** Time from which the past is asked for. */
  private asked = -Infinity;
  private taken: FieldPast | null = null;
  private takenCourse: Course | null = null;

  /** Follows the row of the chosen weight. */
  follow({ layout, tracks }: RunInfo): void {
    const { selected } = useLab.getState();
    const { weightCount } = tracks[0];
    // A whole sheet is drawn as it is now, without a past.
    const next =
      sheetOf(layout, weightCount, selected) === null ? rowOf(layout, weightCount, selected) : null;
    const none = this.row === null && next === null;
    const same = this.row !== null && next !== null && sameWeights(this.row.weights, next.weights);
    this.row = next;
    if (same || none) return;
    this.taken = null;
    this.field = next === null ? null : createHornField(next.weights.length);
    this.watch();
  }

  /** Asks for the past of the window, where that has moved. */
  askFrom(from: number, course: Course): void {
    const next = renewedFrom(this.asked, from, course);
    if (next === this.asked) return;
    this.asked = next;
    this.watch();
  }

  /** Writes the past into the field's rows where it is news. */
  renew(course: Course, dimension: number): void {
    const seen = seenAs(useLab.getState().seen, WATCH, 'field-past');
    const { field, row } = this;
    if (field === null || row === null || seen === null) return;
    if (seen === this.taken && course === this.takenCourse) return;
    if (!sameWeights(seen.weights, row.weights)) return;
    this.taken = seen;
    this.takenCourse = course;
    takePast(field, seen, course, dimension);
  }

  /** Begins to watch: asks again for what it asked for last. @returns what ends it */
  listen(): () => void {
    if (this.row !== null) this.watch();
    const unlisten = useLab.subscribe((now, before) => {
      if (now.seen[WATCH] !== before.seen[WATCH]) askDrawing();
    });
    return () => {
      unlisten();
      useLab.getState().watch(WATCH, null);
    };
  }

  private watch(): void {
    const { row, asked: from } = this;
    const query = row === null ? null : { weights: row.weights, rows: MOST_ROWS, from };
    useLab.getState().watch(WATCH, query === null ? null : { id: 'field-past', query });
  }
}
