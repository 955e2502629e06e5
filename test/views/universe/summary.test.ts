import { afterEach, describe, expect, it } from 'vitest';
import '../../../src/messages/late.ts';
import { HEADER } from '../../../src/engine/frame.ts';
import { text } from '../../../src/messages/index.ts';
import { useLab } from '../../../src/store/index.ts';
import { universeSummary } from '../../../src/views/universe/summary.ts';
import type { RunInfo } from '../../../src/engine/protocol.ts';
import { documentOf } from '../../helpers/run.ts';
import { frameOf, runInfoOf } from '../runInfo.ts';

function summaryOf(info: RunInfo, sections: Record<string, unknown>): string {
  const document = documentOf({ ...sections, expansion: { kind: 'de-sitter', gamma: 0.5 } });
  const frame = frameOf(info, 0, []);
  frame.header[HEADER.hubble] = 0.5;
  return universeSummary({ ...info, document, applied: 0 }, frame);
}

describe('the horn in words', () => {
  afterEach(() => useLab.setState({ selected: null }));

  it('two fields: sites stand 4a/mesh apart, and no waves of one speed run on them', () => {
    const info = runInfoOf('two-field-1d', { N: 8, mesh: 2 });
    const words = summaryOf(info, { system: { kind: 'two-field-1d', N: 8, mesh: 2, spacing: 0.5 } });
    // Once round is 8 cells of 4 · 0.5.
    expect(words).toContain('16 sites at spacing 1.00');
    expect(words).toContain('no Hubble length: no waves run round');
    // Waves of a field at √K = 3 sites a unit of time, 0.5 apart: √K/H = 3, of 16 · 0.5 round.
    const field = { ...runInfoOf('scalar-field-1d', { N: 16 }), wave: { speed: 3, uniform: true } };
    const said = summaryOf(field, { system: { kind: 'scalar-field-1d', N: 16, K: 2.25, spacing: 0.5 } });
    expect(said).toContain('Hubble length of its waves 3.00, 0.38 times');
  });

  it('says where its past is too coarse for its waves', () => {
    const info = runInfoOf('ring-shared', { N: 8 });
    const document = documentOf({ system: { kind: 'ring-shared', N: 8 } });
    const words = (coarse: boolean): string =>
      universeSummary({ ...info, document, applied: 0 }, frameOf(info, 0, []), coarse);
    expect(words(true)).toBe(`${words(false)}. ${text('universe.coarse')}`);
  });

  it('is of the sheet that is drawn whole: that of the chosen weight, if it is more than a row', () => {
    const info = runInfoOf('dense', { sizes: [2, 5, 3, 1] });
    const system = { kind: 'dense', sizes: [2, 5, 3, 1] };
    const before = summaryOf(info, { system });
    expect(before).toContain('; 3 × 6 sites');
    useLab.setState({ selected: 0 });
    expect(summaryOf(info, { system })).toContain('; 5 × 3 sites');
    // The last layer is one row: the largest sheet stays.
    useLab.setState({ selected: info.tracks[0].weightCount - 1 });
    expect(summaryOf(info, { system })).toContain('; 3 × 6 sites');
  });
});
