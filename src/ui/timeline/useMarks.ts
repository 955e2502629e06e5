import { useMemo } from 'react';
import { currentScenario } from '../../scenario/patch.ts';
import { useLab } from '../../store/index.ts';
import { type Axis } from './layout.ts';
import { crowded, marksOf, placeMarks, type PlacedMark } from './marks.ts';
import { markText, symbolOf } from './words.ts';

/** Edits whose triangles would touch are one mark. */
const TOUCHING_PX = 12;

let measuring: CanvasRenderingContext2D | null | undefined;

/** Width of a text in the font of labels. */
function measure(label: string, font: string): number {
  measuring ??= document.createElement('canvas').getContext('2d');
  if (measuring === null) return Infinity;
  measuring.font = font;
  return measuring.measureText(label).width;
}

/** The edits of the run as marks on an axis, in the order of steps. */
export function useMarks(axis: Axis): readonly PlacedMark[] {
  const run = useLab((state) => state.info?.document ?? null);
  const ground = useLab((state) => state.ground);
  const undoable = useLab((state) => state.undoable);
  const redoable = useLab((state) => state.redoable);
  const { width, inset, end } = axis;
  return useMemo(() => {
    if (run === null || width === 0) return [];
    const style = getComputedStyle(document.body);
    const size = ground === 'projector' ? 20 : 12;
    const font = `${size}px ${style.fontFamily}`;
    const gap = (TOUCHING_PX * end) / Math.max(1, width - 2 * inset);
    // Edits may belong to a history that only an edit brought.
    const scenario = currentScenario(run);
    return placeMarks(
      crowded(marksOf(run, gap, [...undoable, ...redoable]), gap, end),
      { width, inset, end },
      (mark) => ({
        label: markText(scenario, mark),
        symbol: mark.count === undefined ? symbolOf(scenario, mark.path) : '',
      }),
      (label) => measure(label, font),
    );
  }, [run, undoable, redoable, ground, width, inset, end]);
}
