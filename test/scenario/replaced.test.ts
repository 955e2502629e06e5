import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/scenario/document.ts';
import { patchScenario, rewriteSection } from '../../src/scenario/patch.ts';
import type { RunDocument } from '../../src/scenario/types.ts';
import { documentOf } from '../helpers/run.ts';

const circle = documentOf({
  system: { kind: 'dense', sizes: [2, 14, 14, 1], outputActivation: 'tanh' },
  data: { kind: 'circle', samples: 60, noise: 0.03, testSamples: 40 },
  batch: { kind: 'mini', size: 50 },
});
const changed = (document: RunDocument, path: string, value: unknown): RunDocument => {
  const { document: next } = patchScenario(document, path, value);
  // What a file carries.
  return parseDocument(JSON.parse(JSON.stringify(next)));
};

describe('data that give way to another shape', () => {
  it('come back with the shape, with all that was set: three inputs, other layers, two again', () => {
    const three = changed(circle, 'system.sizes', [3, 14, 1]);
    expect(three.scenario.data.kind).not.toBe('circle');
    const wider = changed(changed(three, 'system.sizes', [3, 20, 20, 1]), 'system.activation', 'sin');
    const two = changed(wider, 'system.sizes', [2, 20, 1]);
    expect(two.scenario.data).toEqual(circle.scenario.data);
    expect(two.scenario.batch).toEqual(circle.scenario.batch);
    expect(two.view).not.toHaveProperty('replaced');
  });

  it('also when the kind of system was another meanwhile', () => {
    const ring = changed(circle, 'system.kind', 'ring-shared');
    const dense = changed(ring, 'system', { kind: 'dense', sizes: [2, 5, 1] });
    expect(dense.scenario.data).toEqual(circle.scenario.data);
  });

  it('are forgotten once a hand chooses others, and are not put where they do not fit', () => {
    const three = changed(circle, 'system.sizes', [3, 14, 1]);
    const chosen = changed(three, 'data.samples', 12);
    expect(changed(chosen, 'system.sizes', [2, 14, 1]).scenario.data).toEqual(chosen.scenario.data);
    const spoilt = {
      ...three,
      view: { replaced: { inputs: 2, outputs: 1, sections: { data: { kind: 'step' } } } },
    };
    expect(changed(spoilt, 'system.sizes', [2, 14, 1]).scenario.data).toEqual(three.scenario.data);
  });

  it('a document that keeps nothing, and a shape that stays, keep nothing', () => {
    const wider = changed(circle, 'system.sizes', [2, 30, 1]);
    expect(wider.view).not.toHaveProperty('replaced');
    expect(wider.scenario.data).toEqual(circle.scenario.data);
    const again = rewriteSection(wider, 'expansion', { kind: 'de-sitter', gamma: 2 });
    expect(again.view).not.toHaveProperty('replaced');
  });
});
