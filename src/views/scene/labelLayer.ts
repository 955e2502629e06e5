import type { Term } from '../../store/screenKeys.ts';
import { labelBoxes, placeLabels, type Ground, type LabelBoxes, type Offset } from './labels.ts';
import { project, type Projector } from './project.ts';

/** A piece of a label: words, or a symbol with an index. */
export interface TextPart {
  readonly text?: string;
  readonly symbol?: string;
  readonly sub?: string;
  readonly sup?: string;
}

/** A label of a picture. Rank is its place in the list: the first ones win. */
export interface Label {
  readonly parts: readonly TextPart[];
  /** Class names of views.css: a role of colour, `strong`, `quiet`, `large`. */
  readonly look: string;
  readonly offsets: readonly Offset[];
  /** The term of the equations that it names: hovering its words lights that up and explains it (ui/math/terms.ts). */
  readonly term?: Term;
  /** A thin line from the label to its anchor. */
  readonly leader?: boolean;
  /** Which half of the picture it belongs to; `any` also shows at the back. */
  readonly half: 'near' | 'far' | 'any';
  /**
   * Writes the anchor (s, y, z) in lattice space. @returns false to hide the label now
   */
  anchor(out: Float32Array): boolean;
  /** A symbol that changes with what the label is about; renewed when the key differs, none below 0. */
  readonly subject?: { key(): number; part(key: number): TextPart };
  /** Text that changes, at the end; renewed when the string differs. */
  value?(): string;
}

export interface LabelLayer {
  /** Another picture's labels. */
  show(labels: readonly Label[]): void;
  /** Rectangles that labels must not cover: [4·n] left, top, right, bottom. */
  setObstacles(obstacles: Float32Array): void;
  /** Places all labels; writes only what changed. */
  update(projector: Projector): void;
  /** Points of the data that labels rather leave free; filled before `update`. */
  readonly ground: Ground;
  /** Sizes must be read again (type changed with the ground). */
  measure(): void;
  clear(): void;
}

interface Shown {
  readonly label: Label;
  readonly element: HTMLElement;
  readonly subject: HTMLElement | null;
  readonly value: HTMLElement | null;
  key: number;
  readonly line: SVGLineElement | null;
  text: string;
  stale: boolean;
  left: number;
  top: number;
  hidden: boolean;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Pixels between a leader and what it points at, and its label. */
const LEADER_GAP = 6;
/** Pixels that a label may move at the pane's edge: far where a leader still ties it to its anchor. */
const LEADER_SLACK = 60;
const PLAIN_SLACK = 10;
/** Points of the data that labels look at. */
const MOST_MARKS = 400;

function span(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

function appendPart(host: HTMLElement, part: TextPart): void {
  if (part.symbol !== undefined) host.append(span('label-symbol', part.symbol));
  if (part.sup !== undefined) {
    const raised = document.createElement('sup');
    raised.textContent = part.sup;
    host.append(raised);
  }
  if (part.sub !== undefined) {
    const lowered = document.createElement('sub');
    lowered.textContent = part.sub;
    host.append(lowered);
  }
  if (part.text !== undefined) host.append(span('label-text', part.text));
}

/** Labels as HTML over the canvas. The host is hidden from assistive technology: the summary says it all. */
export function createLabelLayer(host: HTMLElement): LabelLayer {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'label-leaders');
  let shown: Shown[] = [];
  let boxes: LabelBoxes = labelBoxes([]);
  const ground: Ground = {
    width: 0,
    height: 0,
    obstacles: new Float32Array(0),
    marks: new Float32Array(3 * MOST_MARKS),
    markCount: 0,
  };
  let anew = false;
  const anchor = new Float32Array(3);
  const pixel = new Float32Array(3);
  const axis = new Float32Array(3);

  const clear = (): void => {
    host.replaceChildren(svg);
    svg.replaceChildren();
    shown = [];
    boxes = labelBoxes([]);
  };
  clear();

  const create = (label: Label): Shown => {
    const element = document.createElement('div');
    element.className = `label ${label.look}`;
    if (label.term !== undefined) element.dataset.term = label.term;
    for (const part of label.parts) appendPart(element, part);
    const subject = label.subject === undefined ? null : span('label-subject', '');
    if (subject !== null) element.append(subject);
    const value = label.value === undefined ? null : span('label-number', '');
    if (value !== null) element.append(value);
    host.append(element);
    let line: SVGLineElement | null = null;
    if (label.leader === true) {
      line = document.createElementNS(SVG, 'line');
      svg.append(line);
    }
    const place = { stale: true, left: NaN, top: NaN, hidden: false };
    return { label, element, subject, value, line, key: -1, text: '', ...place };
  };

  const hide = (entry: Shown): void => {
    if (entry.hidden) return;
    entry.hidden = true;
    entry.element.style.visibility = 'hidden';
    if (entry.line !== null) entry.line.style.visibility = 'hidden';
  };

  /** Renews what changes in a label's text. */
  const write = (entry: Shown): void => {
    const { label } = entry;
    if (label.subject !== undefined && entry.subject !== null) {
      const key = label.subject.key();
      if (key !== entry.key) {
        entry.key = key;
        entry.subject.replaceChildren();
        if (key >= 0) appendPart(entry.subject, label.subject.part(key));
        entry.stale = true;
      }
    }
    if (label.value === undefined || entry.value === null) return;
    const text = label.value();
    if (text === entry.text) return;
    entry.value.textContent = text;
    if (text.length !== entry.text.length) entry.stale = true;
    entry.text = text;
  };

  const drawLeader = (line: SVGLineElement, index: number): void => {
    const x = boxes.anchors[2 * index];
    const y = boxes.anchors[2 * index + 1];
    const left = boxes.corners[2 * index];
    const right = left + boxes.sizes[2 * index];
    const middle = boxes.corners[2 * index + 1] + boxes.sizes[2 * index + 1] / 2;
    const ends = x < left ? left - 4 : x > right ? right + 4 : x;
    const below = middle > y;
    const endY = ends === x ? middle + (below ? -9 : 9) : middle;
    const length = Math.hypot(ends - x, endY - y);
    if (length < 2 * LEADER_GAP) {
      line.style.visibility = 'hidden';
      return;
    }
    line.style.visibility = 'visible';
    line.setAttribute('x1', (x + ((ends - x) / length) * LEADER_GAP).toFixed(1));
    line.setAttribute('y1', (y + ((endY - y) / length) * LEADER_GAP).toFixed(1));
    line.setAttribute('x2', ends.toFixed(1));
    line.setAttribute('y2', endY.toFixed(1));
  };

  /** Whether the anchor stands before or behind the ring's axis, as the label wants; strips have no behind. */
  const inItsHalf = (label: Label, projector: Projector): boolean => {
    if (label.half === 'any' || projector.curl < 0.5) return true;
    const nearness = pixel[2];
    project(projector, 0, anchor[1], -1, axis);
    return (label.half === 'near') === nearness - axis[2] > -0.05;
  };

  return {
    ground,
    show(labels) {
      clear();
      shown = labels.map(create);
      boxes = labelBoxes(
        labels.map((label) => label.offsets),
        labels.map((label) => (label.leader === true ? LEADER_SLACK : PLAIN_SLACK)),
      );
    },
    setObstacles(next) {
      ground.obstacles = next;
    },
    measure() {
      anew = true;
      for (const entry of shown) entry.stale = true;
    },
    update(projector) {
      shown.forEach((entry, i) => {
        const { label } = entry;
        const seen = label.anchor(anchor) && project(projector, anchor[0], anchor[1], anchor[2], pixel);
        boxes.anchors[2 * i] = pixel[0];
        boxes.anchors[2 * i + 1] = pixel[1];
        boxes.visible[i] = seen && inItsHalf(label, projector) ? 1 : 0;
        if (boxes.visible[i] === 1) write(entry);
      });
      // Reading sizes makes the browser lay out the page: once for all, after all writing.
      shown.forEach((entry, i) => {
        if (!entry.stale || boxes.visible[i] === 0) return;
        boxes.sizes[2 * i] = entry.element.offsetWidth;
        boxes.sizes[2 * i + 1] = entry.element.offsetHeight;
        entry.stale = false;
      });
      // In another pane, or with other type, each begins anew: what was its only place may be its worst there.
      if (anew || ground.width !== projector.width || ground.height !== projector.height)
        boxes.choice.fill(-1);
      anew = false;
      ground.width = projector.width;
      ground.height = projector.height;
      placeLabels(boxes, ground);
      shown.forEach((entry, i) => {
        if (boxes.choice[i] < 0) {
          hide(entry);
          return;
        }
        if (entry.hidden) {
          entry.hidden = false;
          entry.element.style.visibility = 'visible';
        }
        const left = boxes.corners[2 * i];
        const top = boxes.corners[2 * i + 1];
        if (left !== entry.left || top !== entry.top) {
          entry.left = left;
          entry.top = top;
          entry.element.style.transform = `translate(${left}px, ${top}px)`;
        }
        if (entry.line !== null) drawLeader(entry.line, i);
      });
    },
    clear,
  };
}
