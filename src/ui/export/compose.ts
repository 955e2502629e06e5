import { svgImage } from './raster.ts';

/**
 * A part of the page as a picture: its canvases, drawings and words where they stand, on one canvas. Written for what
 * pictures hold; a browser has no way of its own to do it.
 */

/** Box of an element, from the top left of the part. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly origin: DOMRect;
  /** Whether words have halos in the colour of the ground: where there is one. */
  readonly halos: boolean;
}

const boxOf = ({ origin }: Sheet, { left, top, width, height }: DOMRect): Box => ({
  left: left - origin.left,
  top: top - origin.top,
  width,
  height,
});

const isClear = (color: string): boolean =>
  color === '' || color === 'transparent' || /^rgba\(.*,\s*0\)$/.test(color);

const pixels = (length: string): number => Number.parseFloat(length) || 0;

/** The stops of a gradient from left to right, as a browser computes it; null for anything else. */
export function stopsOf(image: string): readonly (readonly [at: number, color: string])[] | null {
  const inside = /^linear-gradient\((?:90deg|to right), (.*)\)$/.exec(image)?.[1];
  if (inside === undefined) return null;
  const parts = inside.match(/(?:rgba?\([^)]*\)|#[\da-f]+)(?: [\d.]+%)?/gi) ?? [];
  if (parts.length < 2) return null;
  return parts.map((part, index) => {
    const [, color, at] = /^(.*?)(?: ([\d.]+)%)?$/.exec(part) ?? [];
    return [at === undefined ? index / (parts.length - 1) : Number(at) / 100, color];
  });
}

/** Ground and border of an element. */
function drawBox(sheet: Sheet, element: Element, style: CSSStyleDeclaration): void {
  const { context } = sheet;
  const { left, top, width, height } = boxOf(sheet, element.getBoundingClientRect());
  if (width === 0 || height === 0) return;
  const radius = Math.min(pixels(style.borderTopLeftRadius), width / 2, height / 2);
  const stops = stopsOf(style.backgroundImage);
  let fill: string | CanvasGradient | null = isClear(style.backgroundColor) ? null : style.backgroundColor;
  if (stops !== null) {
    fill = context.createLinearGradient(left, 0, left + width, 0);
    for (const [at, color] of stops) fill.addColorStop(at, color);
  }
  context.beginPath();
  context.roundRect(left, top, width, height, radius);
  if (fill !== null) {
    context.fillStyle = fill;
    context.fill();
  }
  for (const [side, x, y, wide, high] of [
    ['Top', left, top, width, 0],
    ['Bottom', left, top + height, width, 0],
    ['Left', left, top, 0, height],
    ['Right', left + width, top, 0, height],
  ] as const) {
    const line = pixels(style[`border${side}Width`]);
    const color = style[`border${side}Color`];
    if (line === 0 || style[`border${side}Style`] === 'none' || isClear(color)) continue;
    context.fillStyle = color;
    if (wide > 0) context.fillRect(x, side === 'Top' ? y : y - line, wide, line);
    else context.fillRect(side === 'Left' ? x : x - line, y, line, high);
  }
}

/** What CSS calls a shadow of words, as halos: colour and blur in pixels. */
export function halosOf(shadow: string): readonly (readonly [color: string, blur: number])[] {
  return [...shadow.matchAll(/(rgba?\([^)]*\)) 0px 0px ([\d.]+)px/g)].map(([, color, blur]) => [
    color,
    Number(blur),
  ]);
}

/** Words where they stand, line by line; digit by digit where a browser sets digits of one width. */
function drawWords(sheet: Sheet, node: Text, style: CSSStyleDeclaration): void {
  const { context } = sheet;
  if (node.data.trim() === '') return;
  const range = document.createRange();
  range.selectNodeContents(node);
  const upper = style.textTransform === 'uppercase';
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('x');
  const halos = sheet.halos ? halosOf(style.textShadow) : [];
  const put = (words: string, { left, top, height }: Box): void => {
    const shown = upper ? words.toUpperCase() : words;
    const base = top + (height - ascent - descent) / 2 + ascent;
    const { a: scale } = context.getTransform();
    context.fillStyle = style.color;
    for (const [color, blur] of halos) {
      context.shadowColor = color;
      // Shadows know no transform.
      context.shadowBlur = blur * scale;
      context.fillText(shown, left, base);
    }
    context.shadowColor = 'transparent';
    context.fillText(shown, left, base);
  };
  const rects = range.getClientRects();
  if (rects.length === 1) {
    const box = boxOf(sheet, rects[0]);
    const shown = node.data.replaceAll(/\s+/g, ' ');
    const fits = Math.abs(context.measureText(shown).width - box.width) < 0.5;
    if (fits) {
      put(shown, box);
      return;
    }
  }
  // Every sign where the page has it.
  let at = 0;
  for (const sign of node.data) {
    range.setStart(node, at);
    at += sign.length;
    range.setEnd(node, at);
    const [rect] = range.getClientRects();
    if (rect !== undefined && rect.width > 0 && sign.trim() !== '') put(sign, boxOf(sheet, rect));
  }
}

/** What of an inline drawing's look comes from style sheets, which an image of it does not see. */
const DRAWN_BY_STYLE = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'visibility',
  'display',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
] as const;

async function drawDrawing(sheet: Sheet, svg: SVGSVGElement): Promise<void> {
  const { left, top, width, height } = boxOf(sheet, svg.getBoundingClientRect());
  if (width === 0 || height === 0) return;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((element, index) => {
    const style = getComputedStyle(originals[index]);
    for (const name of DRAWN_BY_STYLE) element.style.setProperty(name, style.getPropertyValue(name));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const image = await svgImage(new XMLSerializer().serializeToString(copy));
  sheet.context.drawImage(image, left, top, width, height);
}

async function drawElement(sheet: Sheet, element: Element): Promise<void> {
  const { context } = sheet;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.clipPath.startsWith('inset(50%')) return;
  const opacity = Number(style.opacity);
  if (opacity === 0) return;
  const before = context.globalAlpha;
  context.globalAlpha = before * opacity;
  const seen = style.visibility === 'visible';
  if (element instanceof SVGSVGElement) {
    if (seen) await drawDrawing(sheet, element);
  } else if (element instanceof HTMLCanvasElement) {
    const { left, top, width, height } = boxOf(sheet, element.getBoundingClientRect());
    if (seen && element.width > 0 && width > 0) context.drawImage(element, left, top, width, height);
  } else {
    if (seen) drawBox(sheet, element, style);
    for (const child of inOrder(element)) {
      if (child instanceof Text) {
        if (seen) drawWords(sheet, child, style);
      } else await drawElement(sheet, child);
    }
  }
  context.globalAlpha = before;
}

/** Children as they lie on each other. */
function inOrder(element: Element): (Element | Text)[] {
  const children = [...element.childNodes].filter(
    (child) => child instanceof Element || child instanceof Text,
  );
  const level = (child: Element | Text): number =>
    child instanceof Element ? Number(getComputedStyle(child).zIndex) || 0 : 0;
  return children
    .map((child) => [level(child), child] as const)
    .sort(([a], [b]) => a - b)
    .map(([, child]) => child);
}

/**
 * Draws a part of the page.
 *  @param ground  colour behind it; null: clear
 *  @param ratio   pixels for one of CSS
 */
export async function composed(
  part: HTMLElement,
  ground: string | null,
  ratio: number,
): Promise<HTMLCanvasElement> {
  await document.fonts.ready;
  const origin = part.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(ratio * origin.width);
  canvas.height = Math.round(ratio * origin.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('canvas');
  // Whole pixels: the last row is as full as the others.
  context.setTransform(canvas.width / origin.width, 0, 0, canvas.height / origin.height, 0, 0);
  if (ground !== null) {
    context.fillStyle = ground;
    context.fillRect(0, 0, origin.width, origin.height);
  }
  for (const child of part.children) await drawElement({ context, origin, halos: ground !== null }, child);
  return canvas;
}
