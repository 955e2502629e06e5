import { useEffect, useMemo, useRef, type JSX, type KeyboardEvent, type PointerEvent } from 'react';
import { text } from '../../messages/index.ts';
import type { Sweep } from '../../engine/sweep/types.ts';
import { placeOf } from '../../engine/sweep/document.ts';
import { pointAt, type Diagram, type Slice } from './diagram.ts';
import { cellAt, drawScene, frameOf, readInk, type Scene } from './draw.ts';
import { ColorLegend } from './ColorLegend.tsx';
import { sceneOf } from './picture.ts';
import { openPoint, useSweep } from './state.ts';
import { placeWords, pointWords, type AxisName } from './words.ts';

interface PhaseDiagramProps {
  readonly sweep: Sweep;
  readonly slice: Slice;
  readonly names: readonly AxisName[];
}

/** Steps of the cursor that a key means: columns, rows. */
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, 8],
  PageDown: [0, -8],
  Home: [-Infinity, 0],
  End: [Infinity, 0],
};

const within = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));

/** The cells of a sweep, each a run of its own: a pointer or arrow keys read them, Enter opens one. */
export function PhaseDiagram({ sweep, slice, names }: PhaseDiagramProps): JSX.Element {
  const points = useSweep((state) => state.points);
  const quantity = useSweep((state) => state.quantity);
  const cursor = useSweep((state) => state.cursor);
  const canvas = useRef<HTMLCanvasElement>(null);
  const unit = useSweep((state) => state.unit);
  const still = useMemo(
    () => sceneOf({ sweep, slice, quantity, points, unit }, null),
    [sweep, slice, quantity, points, unit],
  );
  const { diagram } = still;
  const scene: Scene = { ...still, cursor };
  const latest = useRef(scene);
  useEffect(() => {
    latest.current = scene;
    if (canvas.current !== null) draw(canvas.current, latest.current);
  });
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const redraw = (): void => draw(element, latest.current);
    const resized = new ResizeObserver(redraw);
    resized.observe(element);
    const grounded = new MutationObserver(redraw);
    grounded.observe(document.documentElement, { attributes: true, attributeFilter: ['data-ground'] });
    return () => {
      resized.disconnect();
      grounded.disconnect();
    };
  }, []);

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && cursor !== null && points.get(cursor)?.state !== 'failed') openPoint(cursor);
    else if (Object.hasOwn(moves, event.key)) moveCursor(diagram, slice, sweep, moves[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const point = (event: PointerEvent): void => {
    const element = canvas.current;
    if (element === null) return;
    const box = element.getBoundingClientRect();
    const frame = frameOf(box.width, box.height, readInk(element).size);
    const cell = cellAt(frame, diagram, event.clientX - box.left, event.clientY - box.top);
    if (cell !== null) useSweep.setState({ cursor: diagram.points[cell] });
  };
  const told =
    cursor === null
      ? ''
      : text('sweep.at', {
          place: placeWords(sweep, names, cursor),
          told: pointWords(points.get(cursor), quantity),
        });
  return (
    <figure className="sweep-picture">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className="sweep-canvas"
        role="application"
        aria-label={text('sweep.picture')}
        aria-describedby="sweep-told"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={press}
        onPointerMove={(event) => {
          if (event.pointerType === 'mouse') point(event);
        }}
        onPointerDown={point}
        onDoubleClick={() => {
          if (cursor !== null && points.get(cursor)?.state !== 'failed') openPoint(cursor);
        }}
      >
        <canvas ref={canvas} aria-hidden="true" />
      </div>
      <ColorLegend diagram={diagram} quantity={quantity} points={points} />
      <figcaption id="sweep-told" className="sweep-told" aria-live="polite" data-point={cursor ?? ''}>
        {told}
      </figcaption>
    </figure>
  );
}

function moveCursor(
  diagram: Diagram,
  slice: Slice,
  sweep: Sweep,
  [right, up]: readonly [number, number],
): void {
  const { cursor } = useSweep.getState();
  const place = cursor === null ? [...slice.at] : [...placeOf(sweep.axes, cursor)];
  place[slice.x] = within(place[slice.x] + right, diagram.columns);
  if (slice.y !== null) place[slice.y] = within(place[slice.y] + up, diagram.rows);
  useSweep.setState({ cursor: pointAt(sweep, place) });
}

function draw(canvas: HTMLCanvasElement, scene: Scene): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const context = canvas.getContext('2d');
  if (context === null || width === 0 || height === 0) return;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawScene(context, width, height, readInk(canvas), scene);
}
