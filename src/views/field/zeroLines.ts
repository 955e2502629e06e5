import { createRibbons, plainRibbons, type Ribbons } from '../scene/ribbons.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import type { FieldLayout } from './layout.ts';
import { baseUnder } from './sourceLayout.ts';

/** Lines at w = 0: the rings, or dashed outlines of the sheets. */
export function zeroLines(context: SceneContext, { sheets, sources }: FieldLayout): Ribbons {
  const segments: [number[], number[]][] = [];
  const surfaces = sheets[0]?.form === 'surface';
  for (const { frame } of sheets) {
    const [left, right] = frame.columnRange.map((column) => frame.origin[0] + frame.step[0] * column);
    if (!surfaces) {
      segments.push([
        [left, frame.level, 0],
        [right, frame.level, 0],
      ]);
      continue;
    }
    const [back, front] = frame.rowRange.map((row) => frame.origin[1] + frame.step[1] * row);
    const corners = [
      [left, back],
      [right, back],
      [right, front],
      [left, front],
    ];
    corners.forEach(([x, z], i) => {
      const [nextX, nextZ] = corners[(i + 1) % 4];
      // The floor of bars has no lines of its own that would show where they begin.
      for (const y of sources?.form === 'bars' ? [frame.level, sources.base] : [frame.level]) {
        segments.push([
          [x, y, z],
          [nextX, y, nextZ],
        ]);
      }
    });
  }
  if (sources !== null && !surfaces) {
    // One base under each ring, or one under all.
    const bases =
      sources.bases === null
        ? [sources.base]
        : sheets.map(({ sheet }) => baseUnder(sources, sheet.weight.find((weight) => weight >= 0) ?? 0));
    for (const [index, base] of bases.entries()) {
      segments.push(segments[index].map(([s, , z]) => [s, base, z]) as [number[], number[]]);
    }
  }
  return createRibbons(context, plainRibbons(segments), {
    course: 'straight',
    segments: surfaces ? 24 : 180,
    colored: 'plain',
    color: context.palette.colors[surfaces ? 'line-strong' : 'text-3'],
    tint: surfaces ? 1 : 0.9,
    base: 1,
    gain: 0,
    dash: surfaces ? [3, 4] : undefined,
    perspective: false,
    bias: 0.012,
  });
}
