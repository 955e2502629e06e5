import { escaped } from './svgWords.ts';

/**
 * Drawings as data: a list of shapes is written to a file as one string, or put on the page, where only what has changed
 * since the last time is touched. A chart of a running run is drawn ten times a second, and most of it stays.
 */
export interface Shape {
  readonly tag: 'path' | 'text' | 'image' | 'svg';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly inside?: string | readonly Shape[];
}

const SVG = 'http://www.w3.org/2000/svg';

/** A shape as it stands in a file. */
export function writeShape({ tag, attributes, inside = '' }: Shape): string {
  const head = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('"', '&quot;')}"`,
  );
  const body = typeof inside === 'string' ? escaped(inside) : inside.map(writeShape).join('');
  return `<${tag}${head.join('')}>${body}</${tag}>`;
}

/** Brings an element from what it shows to what it is to show. */
function update(element: Element, before: Shape | null, after: Shape): void {
  const { attributes, inside = '' } = after;
  const had = before?.attributes ?? {};
  for (const name in attributes) {
    if (had[name] !== attributes[name]) element.setAttribute(name, String(attributes[name]));
  }
  for (const name in had) if (!(name in attributes)) element.removeAttribute(name);
  const held = before?.inside ?? '';
  if (typeof inside !== 'string') {
    if (typeof held === 'string') element.textContent = '';
    putShapes(element, typeof held === 'string' ? [] : held, inside);
  } else if (held !== inside) element.textContent = inside;
}

/**
 * Puts shapes into an element. A shape that stands where one of its tag stood keeps that one's element.
 *  @param before  what was put into it last; nothing else may be in it
 */
export function putShapes(parent: Element, before: readonly Shape[], after: readonly Shape[]): void {
  for (let at = 0; at < after.length; at++) {
    const stands = parent.children.item(at);
    const kept = stands !== null && before[at]?.tag === after[at].tag;
    const element = kept ? stands : document.createElementNS(SVG, after[at].tag);
    update(element, kept ? before[at] : null, after[at]);
    if (kept) continue;
    if (stands === null) parent.append(element);
    else stands.replaceWith(element);
  }
  while (parent.children.length > after.length) parent.lastElementChild?.remove();
}

/** A plot on the page. */
export interface LivePlot {
  readonly draw: (
    shapes: readonly Shape[],
    size: { readonly width: number; readonly height: number },
    type: { readonly font: string; readonly size: number },
  ) => void;
  readonly clear: () => void;
}

/** Makes the plot of an element, which holds nothing else. */
export function createPlot(host: Element): LivePlot {
  let held: readonly Shape[] = [];
  return {
    draw(inside, { width, height }, { font, size }) {
      const attributes = { width, height, 'font-family': font, 'font-size': size };
      const next: readonly Shape[] = [{ tag: 'svg', attributes, inside }];
      putShapes(host, held, next);
      held = next;
    },
    clear() {
      host.replaceChildren();
      held = [];
    },
  };
}
