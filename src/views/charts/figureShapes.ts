import { placeOn, ticksOf, type Axis } from './axes.ts';
import type { Dots, Figure, Line, Mark, Panel } from './figure.ts';
import type { Box, Geometry } from './geometry.ts';
import type { Shape } from './shapes.ts';
import { dashOf, dotEdge, dotFill, dotSize, lineColor, lineWidth, ticksAcross, ticksUp } from './looks.ts';
import type { ChartStyle } from './style.ts';

/** A figure as shapes: lines, dots, axes of hairlines; no frame, no furniture. */

/** A value this many pixels away is drawn no further away: beyond it a path loses its digits. */
const FAR = 1e6;
/** No hairline is drawn this near to an end of its axis, where the next thing begins. */
const END = 1;

/** Hundredths of a pixel. */
const px = (value: number): number => Math.round(100 * value) / 100;

/** A panel between whole pixels, so that hairlines are sharp. */
export function sharp({ width, height, left, right, top, bottom }: Geometry, box: Box): Box {
  const [l, t] = [Math.round(left), Math.round(top)];
  const high = (height - t - Math.round(bottom)) / (height - top - bottom);
  return {
    left: l,
    top: t + high * (box.top - top),
    width: width - l - Math.round(right),
    height: high * box.height,
  };
}

/** Pixels along an axis at which a value stands, from its start; NaN where it has no place. */
function along({ scale, span }: Axis, length: number): (value: number) => number {
  const factor = length / (span.max - span.min);
  const place = (at: number): number => {
    const pixels = factor * (at - span.min);
    return Number.isFinite(at) ? Math.min(FAR, Math.max(-FAR, pixels)) : NaN;
  };
  if (scale === 'linear') return place;
  return (value) => (value > 0 ? place(Math.log10(value)) : NaN);
}

/** Points of a mark in a panel, upside up. */
interface Points {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** The path through the points of a line; points that fall on the one before are left out. */
function pathOf({ x, y, steps = false }: Line, at: Points, gaps: boolean): string {
  let path = '';
  let open = false;
  let lastX = NaN;
  let lastY = NaN;
  for (let i = 0; i < x.length; i++) {
    const [toX, toY] = [px(at.x(x[i])), px(at.y(y[i]))];
    if (Number.isNaN(toX) || Number.isNaN(toY)) {
      open &&= !gaps;
      continue;
    }
    if (!open) path += `M${toX},${toY}`;
    else if (toX === lastX && toY === lastY) continue;
    else path += steps ? `H${toX}V${toY}` : `L${toX},${toY}`;
    open = true;
    lastX = toX;
    lastY = toY;
  }
  return path;
}

/** The area between a line and zero, straight across its gaps. */
function areaOf(line: Line, at: Points, floor: number): string {
  const { x, y } = line;
  const known = Array.from(x, (_, i) => i).filter(
    (i) => Number.isFinite(at.x(x[i])) && Number.isFinite(at.y(y[i])),
  );
  if (known.length === 0) return '';
  const ends = [known[known.length - 1], known[0]].map((i) => `${px(at.x(x[i]))},${px(floor)}`);
  return `M${ends[0]}L${ends[1]}L${pathOf(line, at, false).slice(1)}`;
}

function lineShape(mark: Line, panel: Panel, at: Points, height: number, style: ChartStyle): Shape {
  const color = lineColor(mark, style);
  if (mark.filled === true) {
    const floor = panel.y.scale === 'linear' ? at.y(0) : height;
    return { tag: 'path', attributes: { d: areaOf(mark, at, floor), fill: color } };
  }
  return {
    tag: 'path',
    attributes: {
      d: pathOf(mark, at, true),
      fill: 'none',
      stroke: color,
      'stroke-width': lineWidth(mark, style),
      'stroke-miterlimit': 2,
      'stroke-dasharray': dashOf(mark, style) ?? 'none',
      opacity: mark.opacity ?? 1,
    },
  };
}

/** Dots of one look in one path; where each has its own, or hides what is under it, a path each. */
function dotShapes(mark: Dots, { x: across, y }: { x: Axis; y: Axis }, box: Box, style: ChartStyle): Shape[] {
  const at = { x: along(across, box.width), y: along(y, box.height) };
  const { shade, shape } = mark;
  const r = px(dotSize(mark, box.height) / 2);
  const paths: string[] = [];
  const fills: string[] = [];
  for (let i = 0; i < mark.x.length; i++) {
    const [dx, dy] = [at.x(mark.x[i]), at.y(mark.y[i])];
    // Also false of what has no place.
    if (!(dx >= 0 && dx <= box.width && dy >= 0 && dy <= box.height)) continue;
    const [cx, cy] = [px(box.left + dx), px(box.top + box.height - dy)];
    paths.push(
      shape === 'cross'
        ? `M${px(cx + r)},${px(cy + r)}L${px(cx - r)},${px(cy - r)}M${px(cx + r)},${px(cy - r)}L${px(cx - r)},${px(cy + r)}`
        : `M${px(cx + r)},${cy}a${r},${r} 0 1,1 ${-r},${-r}a${r},${r} 0 0,1 ${r},${r}Z`,
    );
    fills.push(dotFill(mark, i, style));
  }
  const { color, width } = dotEdge(mark, style);
  const edge = { stroke: color, 'stroke-width': width };
  if (shape === 'cross') return [{ tag: 'path', attributes: { d: paths.join(''), fill: 'none', ...edge } }];
  if (shade === undefined && shape === 'solid') {
    return [{ tag: 'path', attributes: { d: paths.join(''), fill: style.ink[mark.ink], ...edge } }];
  }
  return paths.map((d, i) => ({ tag: 'path', attributes: { d, fill: fills[i], ...edge } }));
}

/** Marks in their order; lines end at the edges of the panel, dots may stand across them. */
function markShapes(figure: Figure, panel: Panel, box: Box, style: ChartStyle): Shape[] {
  const up = along(panel.y, box.height);
  const at: Points = { x: along(figure.x, box.width), y: (value) => box.height - up(value) };
  const shapes: Shape[] = [];
  let clipped: Shape[] = [];
  const close = (): void => {
    if (clipped.length === 0) return;
    const { left: x, top: y, width, height } = box;
    shapes.push({ tag: 'svg', attributes: { x, y: px(y), width, height: px(height) }, inside: clipped });
    clipped = [];
  };
  const put = (mark: Mark): void => {
    if (mark.kind === 'line') {
      clipped.push(lineShape(mark, panel, at, box.height, style));
      return;
    }
    close();
    for (const dot of dotShapes(mark, { x: figure.x, y: panel.y }, box, style)) shapes.push(dot);
  };
  for (const mark of panel.marks) put(mark);
  close();
  return shapes;
}

function hairline(d: string, stroke: string, style: ChartStyle): Shape {
  return {
    tag: 'path',
    attributes: { d, stroke, 'stroke-width': style.hair, fill: 'none', 'shape-rendering': 'crispEdges' },
  };
}

function tick(inside: string, x: number, y: number, anchor: 'middle' | 'end', style: ChartStyle): Shape {
  const attributes = { x: px(x), y: px(y), fill: style.axisText, 'text-anchor': anchor };
  return { tag: 'text', attributes, inside };
}

/** Lines across a panel at its numbers; that at zero is stronger. */
function rowsOf(panel: Panel, box: Box, mapped: boolean, lowest: boolean, style: ChartStyle) {
  const { y } = panel;
  const { left, top, width, height } = box;
  const { values, words } = ticksOf(y, ticksUp(height, style));
  const up = along(y, height);
  const inner = (value: number): boolean => up(value) > END && up(value) < height - END;
  const row = (value: number, stroke: string): Shape =>
    hairline(`M${left},${px(top + height - up(value))}h${width}`, stroke, style);
  const within = y.scale === 'linear' && y.span.min * y.span.max <= 0 && !mapped;
  // At the lower end the axis itself is the line; an area stands on a line wherever that is.
  const filled = panel.marks.some((mark) => mark.kind === 'line' && mark.filled === true);
  const axis = lowest && up(0) <= END;
  const zero = within && (inner(0) || !axis || filled);
  return {
    lines: [
      ...(mapped ? [] : values.filter((value) => inner(value) && !(zero && value === 0))).map((value) =>
        row(value, style.line),
      ),
      ...(zero ? [row(0, style.lineStrong)] : []),
    ],
    numbers: values.map((value, i) =>
      tick(words[i], left - 1, top + height - up(value) + 0.35 * style.size, 'end', style),
    ),
  };
}

/** Numbers of the horizontal axis, up to where its name begins. */
function columnsOf(figure: Figure, { roomRight }: Geometry, box: Box, style: ChartStyle): Shape[] {
  const { x } = figure;
  const { size, hair } = style;
  const { values, words } = ticksOf(x, ticksAcross(x, box.width, style));
  // Inside, the end of the axis belongs to its name.
  const nameRoom = roomRight ? 2 * size : 0.56 * size * (x.name.length + 3);
  const at = along(x, box.width);
  const base = box.top + box.height + hair + 1.2 * size;
  return values.flatMap((value, i) =>
    placeOn(x, value) > 1 - nameRoom / box.width
      ? []
      : [tick(words[i], box.left + at(value), base, 'middle', style)],
  );
}

/** A figure as shapes, in drawing order. */
export function figureShapes(figure: Figure, geometry: Geometry, style: ChartStyle): Shape[] {
  return figure.panels.flatMap((panel, index) => {
    const box = sharp(geometry, geometry.panels[index]);
    const mapped = [figure.raster, figure.rasterBelow][index] !== undefined;
    const lowest = index === figure.panels.length - 1;
    const { lines, numbers } = rowsOf(panel, box, mapped, lowest, style);
    const base = px(box.top + box.height + style.hair / 2);
    return [
      ...lines,
      ...markShapes(figure, panel, box, style),
      ...(lowest
        ? [
            hairline(`M${box.left},${base}h${box.width}`, style.lineStrong, style),
            ...columnsOf(figure, geometry, box, style),
          ]
        : []),
      ...numbers,
    ];
  });
}
