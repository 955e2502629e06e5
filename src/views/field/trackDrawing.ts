import { largest } from '../../scenario/plain.ts';
import { createDots, type Dots } from '../scene/dots.ts';
import type { Flight } from '../scene/flight.ts';
import { STRIP } from '../scene/place.ts';
import {
  createCrest,
  createCurtain,
  createHeights,
  createSurface,
  type Arrival,
  type Crest,
  type Drawn,
  type Heights,
} from '../scene/sheet.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import { createValues, type Values } from '../scene/values.ts';
import type { FieldLayout, FieldSheet } from './layout.ts';
import type { FieldLine } from './plan.ts';

/** Above this many sites dots would only cover each other, and hands cannot pick. */
export const MOST_DOTS = 4096;
/** Samples of a line between two sites, and in all. */
const SAMPLES = 10;
const MOST_SAMPLES = 6000;
/** Mesh cells between two sites of a surface. */
const CELLS = 6;

/** A track's line over one sheet, with all that is drawn of it there. */
interface SheetTrack {
  readonly part: FieldSheet;
  readonly heights: Heights;
  readonly crest: Crest;
  /** Curtain or surface, shown for the first track in sight only. */
  readonly body: Drawn;
}

/** All that is drawn of one line of the plan. */
export interface TrackDrawing {
  readonly line: FieldLine;
  readonly index: number;
  readonly weights: Values;
  readonly sheets: readonly SheetTrack[];
  readonly dots: Dots | null;
}

/** How a field comes, site by site, as its synapses arrive. */
export interface Coming {
  readonly flight: Flight;
  /** The wave over every sheet. */
  readonly waves: readonly Arrival['at'][];
}

/**
 * Makes the buffers of a line of the plan: crests and bodies on every sheet, dots on chains.
 *  @param index   its rank: earlier lines lie in front
 *  @param coming  left out: it is there
 */
export function drawTrack(
  context: SceneContext,
  line: FieldLine,
  geometry: FieldLayout,
  index: number,
  triangles: number,
  coming?: Coming,
): TrackDrawing {
  const { look } = line;
  const color = context.palette.colors[look.color];
  const { sites, lifts } = geometry;
  const count = lifts.length;
  const weights = createValues(count);
  const sheets = geometry.sheets.map((part, sheet): SheetTrack => {
    const heights = createHeights(
      part.frame,
      coming === undefined ? undefined : { front: coming.flight.front, at: coming.waves[sheet] },
    );
    const samples = Math.max(
      8,
      Math.min(SAMPLES * part.sheet.columns, MOST_SAMPLES, Math.floor(triangles / 6)),
    );
    // Where the theory is right its dashes lie on the run's own line: in front, or no one would see them.
    const bias = (part.form === 'surface' ? 0.035 : 0.05) + (look.dashed ? 0.012 : -0.008 * index);
    return {
      part,
      heights,
      crest: createCrest(context, heights, samples, color, bias),
      body:
        part.form === 'curtain'
          ? createCurtain(context, heights, samples)
          : createSurface(context, heights, cellsOf(part, triangles)),
    };
  });
  const chain = geometry.sheets[0]?.form === 'curtain';
  const solid = look.dots === 'solid';
  const spacing = spacingOf(geometry);
  const radius = Math.max(1, Math.min(solid ? 3.6 : 2.6, 0.24 * spacing));
  const dots =
    look.dots === 'none' || !chain || count > MOST_DOTS
      ? null
      : createDots(
          context,
          {
            count,
            center: sites,
            data: Float32Array.from({ length: 3 * count }, (_, i) =>
              i % 3 === 0 ? i / 3 : i % 3 === 1 ? lifts[(i - 1) / 3] : radius,
            ),
          },
          {
            fill: 'plain',
            color: solid ? color : context.palette.colors.ground,
            outline: solid ? context.palette.colors.ground : color,
            stroke: solid ? 1 : 1.3,
            bias: 0.1 - 0.008 * index,
            room: [0.42 * spacing, 0.42 * STRIP * spacing],
            values: weights,
            square: look.dots === 'square',
            wave:
              coming === undefined
                ? undefined
                : { front: coming.flight.front, at: coming.flight.leaves, way: 'come' },
          },
        );
  if (dots !== null) dots.lift.value = 1;
  return { line, index, weights, sheets, dots };
}

/** Pixels from site to site on the ring, in a pane of ordinary width: dots shrink where sites stand close. */
function spacingOf({ sheets }: FieldLayout): number {
  return (2 * Math.PI * 220) / largest(sheets.map(({ sheet }) => sheet.columns));
}

/** Mesh of a surface: some cells per site, as many as the triangles allow. */
function cellsOf({ frame }: FieldSheet, triangles: number): [number, number] {
  const wide = Math.max(1, frame.columnRange[1] - frame.columnRange[0]);
  const deep = frame.rows === 1 ? 0.25 : Math.max(1, frame.rowRange[1] - frame.rowRange[0]);
  const cells = Math.min(CELLS, Math.sqrt(triangles / 2 / (wide * deep)));
  return [Math.max(1, Math.round(cells * deep)), Math.max(1, Math.round(cells * wide))];
}
