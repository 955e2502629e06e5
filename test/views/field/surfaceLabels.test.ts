import { describe, expect, it } from 'vitest';
import { layoutField } from '../../../src/views/field/layout.ts';
import { planOfAll } from '../../../src/views/field/plan.ts';
import type { FieldState } from '../../../src/views/field/state.ts';
import { surfaceLabels } from '../../../src/views/field/surfaceLabels.ts';
import type { Label } from '../../../src/views/scene/labelLayer.ts';
import { runInfoOf } from '../runInfo.ts';

/** Names of the sheets of a dense network, with where they point. */
function namesOf(sizes: readonly number[]) {
  const info = runInfoOf('dense', { sizes: [...sizes] });
  const { weightCount } = info.tracks[0];
  const plan = planOfAll(info);
  const geometry = layoutField(info.layout, weightCount, plan.sources, 2);
  const state = { shown: new Uint8Array(plan.lines.length), row: 0, rowSheet: 0 } as unknown as FieldState;
  const labels = surfaceLabels(info.layout, plan, geometry, state).slice(0, info.layout.sheets.length);
  return { labels, geometry };
}
const words = ({ parts }: Label): string => parts.map(({ text }) => text ?? '').join('');

describe('names of sheets', () => {
  it('carry their sizes where they are few; more than five are named alone', () => {
    expect(namesOf([2, 3, 4, 1]).labels.map(words)).toEqual(['  3 × 3', '  4 × 4', '  1 × 5']);
    expect(namesOf([2, 3, 3, 3, 3, 3, 1]).labels.map(words)).toEqual(['', '', '', '', '', '']);
  });

  it('stand left of the left corner, where their own sheet is not; of a long back edge over its middle', () => {
    const out = new Float32Array(3);
    const { labels, geometry } = namesOf([2, 20, 4, 1]);
    labels.forEach((label, n) => {
      const { sheet, frame } = geometry.sheets[n];
      label.anchor(out);
      const long = sheet.rows > 1 && sheet.columns > 8;
      const column = (out[0] - frame.origin[0]) / frame.step[0];
      expect(column).toBeCloseTo(long ? (sheet.columns - 1) / 2 : 0, 4);
      expect([label.offsets[0].align, label.offsets[0].dx < 0]).toEqual(long ? [0.5, false] : [1, true]);
    });
    // Both kinds were seen.
    expect(geometry.sheets.map(({ sheet }) => sheet.columns > 8)).toEqual([false, true, false]);
  });
});
