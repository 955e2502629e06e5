import { describe, expect, it } from 'vitest';
import { graphLabels } from '../../../src/views/graph/labels.ts';
import { layoutGraph } from '../../../src/views/graph/layout.ts';
import { runInfoOf } from '../runInfo.ts';

const wordsOf = (
  kind: Parameters<typeof runInfoOf>[0],
  settings: Parameters<typeof runInfoOf>[1],
): string => {
  const info = runInfoOf(kind, settings);
  const state = { linked: -1, inspected: null, frame: null, curl: 1 };
  return JSON.stringify(
    graphLabels(info, layoutGraph(info.layout, false, 1e6), state).map(({ parts }) => parts),
  );
};

describe('labels of the network', () => {
  it('two planes of neurons are named inputs and outputs; masses on a torus have neither', () => {
    expect(wordsOf('torus-shared', { rows: 4, columns: 6 })).toContain('inputs');
    expect(wordsOf('scalar-field-2d', { rows: 4, columns: 6 })).not.toMatch(/inputs|outputs/);
  });

  it('a weight that was chosen in a larger run has no label in a smaller one', () => {
    const info = runInfoOf('ring-shared', { N: 5 });
    const state = { linked: 4, inspected: null, frame: null, curl: 1 };
    const [label] = graphLabels(info, layoutGraph(info.layout, false, 1e6), state);
    const out = new Float32Array(3);
    expect([label.subject?.key(), label.anchor(out)]).toEqual([4, true]);
    state.linked = 32;
    expect([label.subject?.key(), label.anchor(out), label.value?.()]).toEqual([-1, false, '']);
  });
});
