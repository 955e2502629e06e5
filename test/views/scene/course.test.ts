import { describe, expect, it } from 'vitest';
import { projectPoints } from '../../../src/views/scene/course.ts';
import { createProjector } from '../../../src/views/scene/project.ts';

describe('points of the data that labels rather leave free', () => {
  it('every third of seven: the same pixels as of all, and no more than there is room for', () => {
    const points = Float32Array.from({ length: 21 }, (_, i) => 0.1 * i);
    const projector = createProjector();
    projector.matrix.set([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    projector.curl = -1;
    projector.width = 200;
    const all = new Float32Array(21);
    const some = new Float32Array(9);
    expect([projectPoints(points, projector, all), projectPoints(points, projector, some, 3)]).toEqual([
      7, 3,
    ]);
    expect([...some]).toEqual([0, 3, 6].flatMap((n) => [...all.subarray(3 * n, 3 * n + 3)]));
    expect(all[0]).not.toBe(all[3]);
  });
});
