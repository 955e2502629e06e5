import { pathData, threadPath } from './threadPath.ts';

/** One end of the thread that ties the linked synapse's wire to its site, across the seam of the panes. */
export interface ThreadEnd {
  /** Where it is, in pixels of its pane. */
  show(x: number, y: number): void;
  hide(): void;
  dispose(): void;
}

interface End {
  readonly element: HTMLElement;
  shown: boolean;
  x: number;
  y: number;
}

const SVG = 'http://www.w3.org/2000/svg';
/** What of a synapse a picture shows: its wire in the network, or its site in the field. */
export type ThreadSide = 'wire' | 'site';

const ends = new Map<ThreadSide, End>();
let overlay: { svg: SVGSVGElement; path: SVGPathElement; dot: SVGCircleElement } | null = null;
let drawn = '';

/** The element that holds both panes. */
function commonHost(a: HTMLElement, b: HTMLElement): HTMLElement | null {
  let host = a.parentElement;
  while (host !== null && !host.contains(b)) host = host.parentElement;
  return host;
}

/** An SVG over the window, put beside the panes so that rails and menus still stand above it. */
function createOverlay(host: HTMLElement): NonNullable<typeof overlay> {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  const dot = document.createElementNS(SVG, 'circle');
  svg.setAttribute('class', 'pane-thread');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path, dot);
  host.append(svg);
  return { svg, path, dot };
}

function clear(): void {
  overlay?.svg.remove();
  overlay = null;
  drawn = '';
}

function draw(): void {
  const wire = ends.get('wire');
  const site = ends.get('site');
  if (wire === undefined || site === undefined || !wire.shown || !site.shown) {
    clear();
    return;
  }
  const one = wire.element.getBoundingClientRect();
  const two = site.element.getBoundingClientRect();
  const points = threadPath(
    { x: one.left + wire.x, y: one.top + wire.y },
    { x: two.left + site.x, y: two.top + site.y },
    {
      left: Math.min(one.left, two.left) + 4,
      top: Math.min(one.top, two.top) + 4,
      right: Math.max(one.right, two.right) - 4,
      bottom: Math.max(one.bottom, two.bottom) - 4,
    },
  );
  const data = pathData(points);
  if (data === drawn && overlay?.svg.isConnected === true) return;
  if (overlay?.svg.isConnected !== true) {
    const host = commonHost(wire.element, site.element);
    if (host === null) return;
    overlay = createOverlay(host);
  }
  drawn = data;
  overlay.path.setAttribute('d', data);
  overlay.dot.setAttribute('cx', points[0].x.toFixed(1));
  overlay.dot.setAttribute('cy', points[0].y.toFixed(1));
}

/** Registers a pane's end; the thread is there while both ends are in sight. Written as DOM, never through React. */
export function createThreadEnd(side: ThreadSide, element: HTMLElement): ThreadEnd {
  const end: End = { element, shown: false, x: 0, y: 0 };
  ends.set(side, end);
  return {
    show(x, y) {
      end.shown = x >= 0 && y >= 0 && x <= element.clientWidth && y <= element.clientHeight;
      end.x = x;
      end.y = y;
      draw();
    },
    hide() {
      if (!end.shown) return;
      end.shown = false;
      draw();
    },
    dispose() {
      // Another picture may have taken the pane's place already.
      if (ends.get(side) === end) ends.delete(side);
      draw();
    },
  };
}
