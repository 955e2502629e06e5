import { SCALAR, type FrameViews } from '../../../src/engine/frame.ts';
import { describe, expect, it } from 'vitest';
import { subtract } from '../../../src/views/field/difference.ts';
import { layoutField } from '../../../src/views/field/layout.ts';
import { nearestQuad } from '../../../src/views/field/pickSources.ts';
import {
  comparedIn,
  formOf,
  planOfAll,
  planOfDifference,
  planOfTwin,
} from '../../../src/views/field/plan.ts';
import { fieldSummary } from '../../../src/views/field/spec.ts';
import { parseRunDocument } from '../../../src/scenario/document.ts';
import type { RunInfo } from '../../../src/engine/protocol.ts';
import { frameOf, runInfoOf } from '../runInfo.ts';

/** A ring with its ghost and one further run at γ = 2. */
function compared(sections: object = { expansion: { kind: 'de-sitter', gamma: 2 } }): RunInfo {
  const info = runInfoOf('ring-shared', { N: 12 }, ['second', 'ghost', 'other']);
  const document = parseRunDocument(
    JSON.stringify({
      version: 1,
      scenario: {
        version: 1,
        system: { kind: 'ring-shared', N: 12 },
        expansion: { kind: 'de-sitter', gamma: 0.3 },
      },
      edits: [],
      tracks: [{ id: 'other', role: 'other', sections }],
      view: {},
    }),
  );
  return { ...info, document, applied: 0 };
}

/** A frame of runs that have reached these sizes. */
function peaked(info: RunInfo, peaks: readonly number[]): FrameViews {
  const frame = frameOf(info, 1, new Float32Array(12));
  peaks.forEach((size, track) => (frame.tracks[track].scalars[SCALAR.peak] = size));
  return frame;
}

describe('what the field shows', () => {
  it('difference: exactly main minus other at every site, NaN where either is no number', () => {
    const out = new Float32Array(4);
    subtract([1, 0.5, NaN, Infinity], [0.25, 0.75, 1, 1], out);
    expect([...out]).toEqual([0.75, -0.25, NaN, NaN]);
  });

  it('difference: its line reads that array and is named by both runs', () => {
    const info = compared();
    const frame = frameOf(info, 1, new Float32Array(12));
    frame.tracks[0].weights.fill(0.75);
    frame.tracks[2].weights.fill(0.5);
    const { lines, sources } = planOfDifference(info, 2);
    expect(lines.map(({ words }) => words)).toEqual(['difference: second order − γ = 2']);
    expect([...lines[0].read(frame)]).toEqual(Array.from({ length: 12 }, () => 0.25));
    expect(sources).toBe(null);
    expect(fieldSummary(info, frame, planOfDifference(info, 2))).toContain('0.250');
  });

  it('without comparison: all tracks of the lattice, each hidden by its id', () => {
    const { lines } = planOfAll(compared());
    expect(lines.map(({ words }) => words)).toEqual(['second order', 'gradient flow', 'γ = 2']);
    expect(lines.map(({ track }) => track)).toEqual(['second', 'ghost', 'other']);
  });

  it('twin: one run each, on one limit; sources only where the data are the same', () => {
    const info = compared();
    const twin = planOfTwin(info, 2, [0, 2]);
    expect(twin.lines.map(({ words }) => words)).toEqual(['γ = 2']);
    expect(twin.sources).toBe('couplings');
    const frame = peaked(info, [0.5, 9, 0.75]);
    expect(twin.peak(frame)).toBe(0.75);
    expect(planOfTwin(info, 0, [0, 2]).peak(frame)).toBe(0.75);
    const other = compared({ data: { kind: 'uniform-bonds', K: 1, J: 3 } });
    expect(planOfTwin(other, 2, [0, 2]).sources).toBe(null);
    // About the current point they are those of the main run's weights, no other's.
    const bent = { ...info, quadratic: false };
    expect([0, 2].map((track) => planOfTwin(bent, track, [0, 2]).sources)).toEqual(['expansion', null]);
  });

  it('sources: J and K of a quadratic cost on one lattice; on the sheets of matrices J₁ and J₂ in their place', () => {
    expect(formOf(runInfoOf('torus-shared', { rows: 4, columns: 6 }))).toBe('couplings');
    const slope = runInfoOf('conv-ring', { N: 8, channels: [], activation: 'linear' });
    expect([slope.quadratic, slope.layout.sheets.length]).toEqual([true, 2]);
    expect(formOf(slope)).toBe('expansion');
    const bars = layoutField(slope.layout, slope.tracks[0].weightCount, formOf(slope), 2).sources;
    expect([bars?.form, bars?.bars.count]).toEqual(['bars', slope.tracks[0].weightCount]);
  });

  it('scale: a run beside the main one widens it twofold at most, hidden or not', () => {
    const info = compared();
    const { peak } = planOfAll(info);
    expect(peak(peaked(info, [0.5, 0.25, 0.75]))).toBe(0.75);
    expect(peak(peaked(info, [0.5, 1e30, 0.75]))).toBe(1);
    expect(peak(peaked(info, [0, 0.25, 0]))).toBe(0.25);
  });

  it('scale of a difference: its own, that of the two runs so far', () => {
    const info = compared();
    const frame = peaked(info, [0.5, 0.5, 0.5]);
    frame.tracks[2].scalars[SCALAR.peakDifference] = 0.125;
    expect(planOfDifference(info, 2).peak(frame)).toBe(0.125);
  });

  it('comparison: none for an unknown track or the main one, unlike for another lattice', () => {
    const info = compared();
    const kind = (track: string, run = info): string => comparedIn(run, { track, mode: 'twin' }).kind;
    expect(comparedIn(info, null).kind).toBe('none');
    expect(kind('nobody')).toBe('none');
    expect(kind('second')).toBe('none');
    expect(kind('other')).toBe('twin');
    expect(comparedIn(info, { track: 'other', mode: 'difference' }).kind).toBe('difference');
    const larger = info.tracks.map((track, i) => (i === 2 ? { ...track, weightCount: 20 } : track));
    expect(kind('other', { ...info, tracks: larger })).toBe('unlike');
    expect(kind('other', compared({ system: { kind: 'ring-perceptron', N: 6 } }))).toBe('unlike');
  });
});

describe('picking of slabs', () => {
  it('the one in front of all that hold the point, none beside them', () => {
    const quad = (left: number, near: number): number[] =>
      [
        [left, 0, near],
        [left + 10, 0, near],
        [left + 10, 20, near],
        [left, 20, near],
      ].flat();
    const quads = Float32Array.from([...quad(0, -1), ...quad(5, 1), ...quad(40, 0)]);
    expect(nearestQuad(quads, 3, 7, 10)).toBe(1);
    expect(nearestQuad(quads, 3, 2, 10)).toBe(0);
    expect(nearestQuad(quads, 3, 30, 10)).toBe(-1);
  });
});
