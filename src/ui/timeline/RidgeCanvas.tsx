import { useEffect, useRef, useState, type JSX } from 'react';
import { latestTraces, onPixelRatio, useLab } from '../../store/index.ts';
import { drawRidge, prepare, ridgeStyle } from './draw.ts';
import { Ridge, type Axis } from './layout.ts';
import { useSize } from './useSize.ts';

/** The axis grows within this time; the picture is drawn once and squeezed meanwhile. */
const EASE_MS = 220;
const EASING = 'cubic-bezier(0.2, 0, 0, 1)';

/** Squeezes what was drawn for the old axis into the new one. */
function ease(element: HTMLElement, from: number, to: number, origin: number): void {
  if (from >= to || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  element.style.transformOrigin = `${origin}px 50%`;
  element.animate([{ transform: `scaleX(${to / from})` }, { transform: 'none' }], {
    duration: EASE_MS,
    easing: EASING,
  });
}

/**
 * The cost of the main track as a ridge, twice: dim for all that is known, and clipped to the played part at
 * full light, so that moving along it redraws nothing. Drawn anew when the readouts bring new traces, at most
 * ten times a second.
 */
export function RidgeCanvas({ axis }: { readonly axis: Axis }): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const known = useRef<HTMLCanvasElement>(null);
  const played = useRef<HTMLCanvasElement>(null);
  const [ridge] = useState(() => new Ridge());
  const drawn = useRef({ end: axis.end, traces: latestTraces(), version: -1, look: '' });
  const { height } = useSize(host);
  const { width, inset, end } = axis;
  const ground = useLab((state) => state.ground);
  const role = useLab((state) => state.info?.tracks[0]?.role ?? 'second');

  useEffect(() => {
    const look = `${ground} ${role} ${width} ${height} ${end}`;
    const draw = (): void => {
      const traces = latestTraces();
      const last = drawn.current;
      const same = last.traces === traces && last.version === traces?.version && last.look === look;
      if (same || traces === null || width === 0 || height === 0) return;
      if (host.current === null || known.current === null || played.current === null) return;
      drawn.current = { end, traces, version: traces.version, look };
      const course = { width, inset, end };
      // The highest between rows: a spike is a place to go to.
      ridge.read(traces, traces.column(0, 'costHigh'), course);
      const style = ridgeStyle(host.current, role);
      for (const canvas of [known.current, played.current]) {
        // Inside its host, which cuts off what is squeezed in from beyond the axis.
        if (last.traces === traces) ease(canvas, last.end, end, inset);
        const context = prepare(canvas, width, height);
        if (context !== null) drawRidge(context, ridge, course, height, style);
      }
    };
    draw();
    // The readouts are the clock of this picture.
    const unread = useLab.subscribe((state, before) => {
      if (state.readouts !== before.readouts || state.lastStep !== before.lastStep) draw();
    });
    const unwatch = onPixelRatio(() => {
      drawn.current = { ...drawn.current, look: '' };
      draw();
    });
    return () => {
      unread();
      unwatch();
    };
  }, [ground, role, width, height, inset, end, ridge]);

  return (
    <div ref={host} className="timeline-ridge" aria-hidden="true">
      <canvas ref={known} className="known" />
      <canvas ref={played} className="played" />
    </div>
  );
}
