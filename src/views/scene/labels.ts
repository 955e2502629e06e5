/** Greedy placement of labels: by rank, each at its first offset that is free; hidden rather than overlapped. */

/** Where a label may stand, seen from its anchor: pixels right and down, and which part of it stands there. */
export interface Offset {
  readonly dx: number;
  readonly dy: number;
  /** 0: its left edge, 0.5: its middle, 1: its right edge. */
  readonly align: 0 | 0.5 | 1;
}

/** Labels of one picture, as flat arrays that are filled anew for each placement. */
export interface LabelBoxes {
  /** Number of labels, in order of rank. */
  readonly count: number;
  readonly offsets: readonly (readonly Offset[])[];
  /** [count] pixels that a label may move to stay inside the pane. */
  readonly slack: Float32Array;
  /** [count] 1 where the label has an anchor to show. */
  readonly visible: Uint8Array;
  /** [2·count] anchors in pixels. */
  readonly anchors: Float32Array;
  /** [2·count] width and height. */
  readonly sizes: Float32Array;
  /** [count] offset in use, −1 hidden; the last choice is tried first, so that labels do not flicker. */
  readonly choice: Int8Array;
  /** [2·count] left and top, written where choice ≥ 0. */
  readonly corners: Float32Array;
}

export function labelBoxes(
  offsets: readonly (readonly Offset[])[],
  slack: ArrayLike<number> = new Float32Array(offsets.length),
): LabelBoxes {
  const count = offsets.length;
  return {
    count,
    offsets,
    slack: Float32Array.from(slack),
    visible: new Uint8Array(count),
    anchors: new Float32Array(2 * count),
    sizes: new Float32Array(2 * count),
    choice: new Int8Array(count).fill(-1),
    corners: new Float32Array(2 * count),
  };
}

/** Pixels kept free around a label, and between a label and a mark. */
const GAP = 3;
const MARK_GAP = 4;
/** Pixels between a label and the pane's edge. */
const EDGE = 4;

/** What labels have to respect. */
export interface Ground {
  /** Of the pane; labels stay inside it. */
  width: number;
  height: number;
  /** [4·n] left, top, right, bottom of what labels must not cover. */
  obstacles: Float32Array;
  /** [3·markCount] x, y and nearness of points that labels rather leave free: the data. */
  readonly marks: Float32Array;
  markCount: number;
}

/**
 * Chooses an offset for each label, first come first served; one that leaves the marks free if there is any.
 *  Cost O(count·offsets·(count + marks)); allocates nothing.
 */
export function placeLabels(boxes: LabelBoxes, ground: Ground): void {
  for (let label = 0; label < boxes.count; label++) {
    const before = boxes.choice[label];
    boxes.choice[label] = -1;
    if (boxes.visible[label] === 0) continue;
    let choice = choose(boxes, label, before, ground, true);
    if (choice < 0 && ground.markCount > 0) choice = choose(boxes, label, before, ground, false);
    if (choice < 0) continue;
    // The corners that a refused candidate left behind are written over.
    fits(boxes, label, boxes.offsets[label][choice], ground, false);
    boxes.choice[label] = choice;
  }
}

/** First offset that fits, the former one before all others; −1 where none does. */
function choose(boxes: LabelBoxes, label: number, before: number, ground: Ground, marks: boolean): number {
  const offsets = boxes.offsets[label];
  if (before >= 0 && fits(boxes, label, offsets[before], ground, marks)) return before;
  for (let candidate = 0; candidate < offsets.length; candidate++) {
    if (fits(boxes, label, offsets[candidate], ground, marks)) return candidate;
  }
  return -1;
}

function fits(boxes: LabelBoxes, label: number, offset: Offset, ground: Ground, keepMarks: boolean): boolean {
  const { width, height, obstacles, marks } = ground;
  const { anchors, sizes, corners, choice, slack } = boxes;
  const wide = sizes[2 * label];
  const high = sizes[2 * label + 1];
  const wantedLeft = Math.round(anchors[2 * label] + offset.dx - offset.align * wide);
  const wantedTop = Math.round(anchors[2 * label + 1] + offset.dy - high / 2);
  const left = Math.max(EDGE, Math.min(wantedLeft, Math.floor(width - wide) - EDGE));
  const top = Math.max(EDGE, Math.min(wantedTop, Math.floor(height - high) - EDGE));
  const moved = Math.max(Math.abs(left - wantedLeft), Math.abs(top - wantedTop));
  if (moved > slack[label] || left + wide > width || top + high > height) return false;
  for (let at = 0; at < obstacles.length; at += 4) {
    if (
      left < obstacles[at + 2] &&
      left + wide > obstacles[at] &&
      top < obstacles[at + 3] &&
      top + high > obstacles[at + 1]
    ) {
      return false;
    }
  }
  const marked = keepMarks ? 3 * ground.markCount : 0;
  for (let at = 0; at < marked; at += 3) {
    if (
      marks[at] > left - MARK_GAP &&
      marks[at] < left + wide + MARK_GAP &&
      marks[at + 1] > top - MARK_GAP &&
      marks[at + 1] < top + high + MARK_GAP
    ) {
      return false;
    }
  }
  for (let other = 0; other < label; other++) {
    if (choice[other] < 0) continue;
    const x = corners[2 * other];
    const y = corners[2 * other + 1];
    if (
      left < x + sizes[2 * other] + GAP &&
      left + wide + GAP > x &&
      top < y + sizes[2 * other + 1] + GAP &&
      top + high + GAP > y
    ) {
      return false;
    }
  }
  corners[2 * label] = left;
  corners[2 * label + 1] = top;
  return true;
}
