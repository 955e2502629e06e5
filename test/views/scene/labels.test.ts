import { describe, expect, it } from 'vitest';
import {
  labelBoxes,
  placeLabels,
  type Ground,
  type LabelBoxes,
  type Offset,
} from '../../../src/views/scene/labels.ts';

const beside: Offset[] = [
  { dx: 10, dy: 0, align: 0 },
  { dx: -10, dy: 0, align: 1 },
];
const free = (): Ground => ({
  width: 400,
  height: 300,
  obstacles: new Float32Array(0),
  marks: new Float32Array(3 * 8),
  markCount: 0,
});
function boxesAt(anchors: readonly (readonly [number, number])[], offsets = beside): LabelBoxes {
  const boxes = labelBoxes(anchors.map(() => offsets));
  anchors.forEach(([x, y], i) => {
    boxes.visible[i] = 1;
    boxes.anchors.set([x, y], 2 * i);
    boxes.sizes.set([50, 14], 2 * i);
  });
  return boxes;
}

describe('labels', () => {
  it('stand at their first offset where it is free', () => {
    const boxes = boxesAt([[100, 100]]);
    placeLabels(boxes, free());
    expect(boxes.choice[0]).toBe(0);
    expect([...boxes.corners]).toEqual([110, 93]);
  });

  it('take the next offset, then hide, rather than overlap one of higher rank', () => {
    const boxes = boxesAt([
      [100, 100],
      [130, 100],
      [102, 102],
    ]);
    placeLabels(boxes, free());
    expect([...boxes.choice]).toEqual([0, -1, 1]);
  });

  it('never overlap and never leave the pane, for 60 labels at scattered anchors', () => {
    const anchors = Array.from({ length: 60 }, (_, i): [number, number] => [
      200 + 190 * Math.sin(i * 1.7),
      150 + 140 * Math.cos(i * 2.3),
    ]);
    const boxes = boxesAt(anchors);
    placeLabels(boxes, free());
    let shown = 0;
    for (let a = 0; a < 60; a++) {
      if (boxes.choice[a] < 0) continue;
      shown++;
      const [x, y] = [boxes.corners[2 * a], boxes.corners[2 * a + 1]];
      expect(x >= 2 && y >= 2 && x + 50 <= 398 && y + 14 <= 298).toBe(true);
      for (let b = 0; b < a; b++) {
        if (boxes.choice[b] < 0) continue;
        const apart =
          Math.abs(x - boxes.corners[2 * b]) >= 50 || Math.abs(y - boxes.corners[2 * b + 1]) >= 14;
        expect(apart).toBe(true);
      }
    }
    expect(shown).toBeGreaterThan(15);
  });

  it('keep clear of obstacles, and of marks as long as another offset does', () => {
    const boxes = boxesAt([[100, 100]]);
    const ground = free();
    ground.obstacles = Float32Array.from([120, 90, 140, 110]);
    placeLabels(boxes, ground);
    expect(boxes.choice[0]).toBe(1);
    ground.obstacles = new Float32Array(0);
    ground.marks.set([130, 100, 0]);
    ground.markCount = 1;
    boxes.choice[0] = 0;
    placeLabels(boxes, ground);
    expect(boxes.choice[0]).toBe(1);
    ground.marks.set([130, 100, 0, 60, 100, 0]);
    ground.markCount = 2;
    placeLabels(boxes, ground);
    expect(boxes.choice[0]).toBe(1);
    expect([...boxes.corners]).toEqual([40, 93]);
  });

  it('stay at their last offset while it is free, so that nothing flickers', () => {
    const boxes = boxesAt([[100, 100]]);
    boxes.choice[0] = 1;
    placeLabels(boxes, free());
    expect(boxes.choice[0]).toBe(1);
  });

  it('are not shown where they have no anchor', () => {
    const boxes = boxesAt([[100, 100]]);
    boxes.visible[0] = 0;
    placeLabels(boxes, free());
    expect(boxes.choice[0]).toBe(-1);
  });
});
