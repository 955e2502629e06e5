import { text } from '../../messages/index.ts';
import type { Sweep } from '../../engine/sweep/types.ts';
import type { CostUnit } from '../../engine/protocol.ts';
import { fileName } from '../files/save.ts';
import { diagramOf, type Slice } from './diagram.ts';
import type { Scene } from './draw.ts';
import type { Point } from './quantities.ts';
import { axisNames, quantityWords, scalarWords } from './words.ts';

/** What the panel draws of a sweep. */
export interface Shown {
  readonly sweep: Sweep;
  readonly slice: Slice;
  readonly quantity: string;
  readonly points: ReadonlyMap<number, Point>;
  readonly unit: CostUnit | null;
}

/** The scene of what is shown. @param cursor  the point under it; null: none */
export function sceneOf({ sweep, slice, quantity, points }: Shown, cursor: number | null): Scene {
  const names = axisNames(sweep);
  const axis = (index: number) => ({
    name: names[index].long,
    value: names[index].value,
    values: sweep.axes[index].values,
  });
  return {
    diagram: diagramOf(sweep, slice, quantity, (point) => points.get(point)),
    quantity,
    pointOf: (point) => points.get(point),
    x: axis(slice.x),
    y: slice.y === null ? null : axis(slice.y),
    cursor,
    wordOf: scalarWords,
  };
}

/** Of which run, which quantity, and at which values of the axes that are not drawn. */
export function headingOf({ sweep, slice, quantity, unit }: Shown): string {
  const names = axisNames(sweep);
  const fixed = sweep.axes.flatMap(({ values }, axis) =>
    axis === slice.x || axis === slice.y || values.length < 2
      ? []
      : [`${names[axis].short} = ${names[axis].value(values[slice.at[axis]])}`],
  );
  const scene = [sweep.title, ...fixed].filter((part) => part !== '').join(', ');
  const chart = quantityWords(quantity, unit);
  return scene === '' ? chart : text('chart.fileTitle', { chart, scene });
}

/** Its name says the run and what is drawn of it. */
export const pictureName = (shown: Shown): string => fileName(headingOf(shown)).replace(/\.json$/, '.png');
