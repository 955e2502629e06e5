import { onPixelRatio } from '../../../store/index.ts';
import { segmentsOf } from '../../../scenario/segments.ts';
import { createLabelLayer } from '../../scene/labelLayer.ts';
import { onPaletteChange } from '../../scene/palette.ts';
import { createPixelProjector, sizeProjector } from '../../scene/sight.ts';
import { askDrawing } from '../../scene/watch.ts';
import { createSheet2d } from '../../scene/sheet2d.ts';
import { readInk } from '../ink.ts';
import type { UniverseModel, UniverseMoment } from '../model.ts';
import { isNarrow } from '../place.ts';
import { drawSchedule } from './draw.ts';
import { scheduleLabels, type ScheduleState } from './labels.ts';
import { createScheduleScale, fitScale, type ScheduleScale } from './scale.ts';

/** The drawing of the schedule: follows every drawing of the horn, never through React. */
export interface ScheduleBoard {
  readonly scale: ScheduleScale;
  /** What is on the screen; null before the first drawing. */
  moment(): UniverseMoment | null;
  /** Calls back after every drawing. @returns what ends it */
  onDrawn(listener: () => void): () => void;
  /** Begins to draw. @returns what ends it */
  mount(model: UniverseModel, box: HTMLElement, canvas: HTMLCanvasElement, names: HTMLElement): () => void;
}

/** Lines of type over the plot and under it. */
const OVER = 5.6;
const OVER_NARROW = 7.6;
const OVER_LOW = 3.2;
/** Where title and button stand beside the plot: only the names of stretches are over it. */
const OVER_TIGHT = 1.9;
/** Pixels that a button for a finger takes there. */
const FINGER = 58;
/** Lines of type under which there is no room for names. */
const LOW = 14;
const UNDER = 2.2;

/** The rectangles of the elements that are seen, from the top left of a box: [4·n]. */
function boxesIn(box: HTMLElement, elements: Iterable<Element>): Float32Array {
  const origin = box.getBoundingClientRect();
  return Float32Array.from(
    [...elements].flatMap((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      if (right <= left) return [];
      return [left - origin.left, top - origin.top, right - origin.left, bottom - origin.top];
    }),
  );
}

export function createScheduleBoard(): ScheduleBoard {
  const scale = createScheduleScale();
  const state: ScheduleState = { moment: null, scale, segments: [], low: false };
  const listeners = new Set<() => void>();
  return {
    scale,
    moment: () => state.moment,
    onDrawn(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    mount(model, box, canvas, names) {
      const sheet = createSheet2d(canvas);
      if (sheet === null) return () => undefined;
      const layer = createLabelLayer(names);
      layer.show(scheduleLabels(state));
      const projector = createPixelProjector();
      const panel = box.parentElement;
      // In a low schedule they stand on the line of the names of stretches.
      const beside = [...(panel?.querySelectorAll('.schedule-button, .pane-gloss') ?? [])];
      const observer = new ResizeObserver(() => {
        const { clientWidth: width, clientHeight: height } = box;
        if (width === 0 || height === 0) return;
        sheet.resize(width, height);
        sizeProjector(projector, width, height);
        const { type } = readInk(box);
        tight = height < LOW * type && !isNarrow({ width, type });
        panel?.toggleAttribute('data-tight', tight);
        layer.setObstacles(boxesIn(box, tight ? beside : []));
        layer.measure();
        askDrawing();
      });
      observer.observe(box);
      for (const element of beside) observer.observe(element);
      const ground = onPaletteChange(() => layer.measure());
      const sharp = onPixelRatio(() => {
        sheet.sharpen();
        askDrawing();
      });
      let tight = false;
      let marks: readonly number[] = [];
      let from = NaN;
      let to = NaN;
      let section: unknown = null;
      const silence = model.onDrawn((moment) => {
        const { place, course, expansion, ink } = moment;
        state.moment = moment;
        state.low = !tight && box.clientHeight < LOW * ink.type;
        scale.top =
          (tight
            ? OVER_TIGHT
            : state.low
              ? Math.max(OVER_LOW, FINGER / ink.type)
              : isNarrow(place)
                ? OVER_NARROW
                : OVER) * ink.type;
        scale.bottom = box.clientHeight - UNDER * ink.type;
        fitScale(scale, course, place, expansion.dimension);
        if (place.from !== from || place.to !== to || moment.section !== section) {
          ({ from, to } = place);
          section = moment.section;
          state.segments = segmentsOf(moment.section, expansion, from, to);
          marks = state.segments.slice(1).map((segment) => segment.from);
        }
        drawSchedule(sheet, moment, scale, marks, state.low);
        layer.update(projector);
        for (const listener of listeners) listener();
      });
      return () => {
        observer.disconnect();
        ground();
        sharp();
        silence();
        layer.clear();
      };
    },
  };
}
