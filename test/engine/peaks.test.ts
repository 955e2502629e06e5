import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PEAK, SCALAR } from '../../src/engine/frame.ts';
import { lookSpacing } from '../../src/engine/looks.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { documentOf, simulate, ringSections as sections } from '../helpers/run.ts';
import { FakeHost } from '../helpers/host.ts';

/** Nothing at rest but a velocity: it grows before it dies. */
const growing = {
  ...sections,
  initial: {
    kind: 'explicit',
    weights: Array.from({ length: 12 }, () => 0),
    velocity: Array.from({ length: 12 }, () => 1),
  },
};
const ghost = { id: 'ghost', role: 'ghost', sections: { dynamics: { kind: 'gradient-flow' } } };

function opened(scenario: Readonly<Record<string, unknown>> = sections, clockStep = 0): FakeHost {
  const host = new FakeHost(clockStep);
  host.send({ type: 'open', run: 1, document: documentOf(scenario, [ghost]) });
  return host;
}

function step(host: FakeHost, count: number): void {
  host.send({ type: 'step', run: 1, count });
  host.turn();
}

function seek(host: FakeHost, to: number): void {
  host.send({ type: 'seek', run: 1, step: to });
  host.turn();
}

function edit(host: FakeHost, path: string, value: number): void {
  host.send({ type: 'edit', run: 1, edit: 1, command: { kind: 'set', path, value } });
  host.turn();
}

/** Everything that scales hold. */
function scales(host: FakeHost): number[] {
  const { peaks, tracks } = host.lastFrame();
  return [
    ...peaks,
    ...tracks.flatMap(({ scalars }) => [scalars[SCALAR.peak], scalars[SCALAR.peakDifference]]),
  ];
}

const peak = (host: FakeHost, track = 0): number => host.lastFrame().tracks[track].scalars[SCALAR.peak];
const amplitude = (host: FakeHost): number => host.lastFrame().tracks[0].scalars[SCALAR.amplitude];

/** Largest |w| of the main track at every step up to one, and of w − w′. */
function largest(
  steps: number,
  scenario: Readonly<Record<string, unknown>>,
): { main: number; difference: number } {
  const run = simulate(scenario, [ghost]);
  let [main, difference] = [0, 0];
  for (let n = 0; n <= steps; n++) {
    const [a, b] = run.tracks.map(({ weights }) => weights);
    for (let i = 0; i < a.length; i++) {
      main = Math.max(main, Math.abs(a[i]));
      difference = Math.max(difference, Math.abs(a[i] - b[i]));
    }
    run.advance(1);
  }
  return { main, difference };
}

describe('scales: the largest of the run so far', () => {
  it('is that of every step, whatever was drawn: a wave that dies keeps the scale of its start', () => {
    const host = opened();
    step(host, 400);
    expect(peak(host)).toBe(1);
    expect(amplitude(host)).toBeLessThan(0.1);
    const reference = largest(400, sections);
    expect(peak(host)).toBe(reference.main);
    expect(host.lastFrame().tracks[1].scalars[SCALAR.peakDifference]).toBe(reference.difference);
  });

  it('grows when it must, to the largest between two frames', () => {
    const host = opened(growing);
    // One slice, two frames: t = 0 and the end, where the wave is past its crest.
    step(host, 60);
    expect(host.messages('frame')).toHaveLength(2);
    expect(amplitude(host)).toBeLessThan(peak(host));
    expect(peak(host)).toBe(largest(60, growing).main);
  });

  it('never falls from step to step, and slices of any length give the same', () => {
    const quick = opened(growing);
    step(quick, 300);
    const slow = opened(growing, 100);
    let before = scales(slow);
    for (let n = 0; n < 300; n++) {
      step(slow, 1);
      const now = scales(slow);
      now.forEach((value, slot) => expect(value).toBeGreaterThanOrEqual(before[slot]));
      before = now;
    }
    expect(scales(slow)).toEqual(scales(quick));
  });

  it('wound back the run keeps the scale of all that is known, and coming again changes nothing', () => {
    const host = opened(growing);
    step(host, 200);
    const end = scales(host);
    for (const to of [3, 57, 0, 199, 200]) {
      seek(host, to);
      expect(scales(host)).toEqual(end);
    }
  });

  it('an edit makes another future: its scale begins with what was reached up to it', () => {
    const host = opened(growing);
    step(host, 200);
    seek(host, 7);
    edit(host, 'expansion.gamma', 4);
    const reference = largest(7, growing).main;
    expect(peak(host)).toBe(reference);
    const { edits } = host.messages('edited').at(-1)!;
    step(host, 100);
    const again = new FakeHost(0);
    again.send({ type: 'open', run: 1, document: documentOf(growing, [ghost], [...edits]) });
    step(again, 107);
    expect(scales(again)).toEqual(scales(host));
    // Once more, behind where the future that was left had already grown beyond it.
    seek(host, 15);
    edit(host, 'expansion.gamma', 9);
    const { edits: more } = host.messages('edited').at(-1)!;
    again.send({ type: 'open', run: 2, document: documentOf(growing, [ghost], [...edits, ...more]) });
    again.send({ type: 'step', run: 2, count: 15 });
    again.turn();
    expect(scales(host)).toEqual(scales(again));
  });

  it('J of an edit that was replaced at its step is none of the run’s; one that was lived is', () => {
    const host = opened();
    edit(host, 'data.J', 9);
    edit(host, 'data.J', 2);
    expect(host.lastFrame().peaks[PEAK.J]).toBeCloseTo(2, 6);
    step(host, 5);
    edit(host, 'data.J', 0.5);
    step(host, 5);
    expect(host.lastFrame().peaks[PEAK.J]).toBeCloseTo(2, 6);
    expect(host.lastFrame().peaks[PEAK.K]).toBeCloseTo(1.7, 6);
  });

  it('reset, a new seed and another document start anew', () => {
    const host = opened();
    step(host, 50);
    const quiet = readFileSync(new URL('../inputs/quiet-after-loud.json', import.meta.url), 'utf8');
    host.send({ type: 'open', run: 2, document: parseRunDocument(quiet) });
    expect(peak(host)).toBe(0.05);
    host.send({ type: 'open', run: 3, document: documentOf(growing, [ghost]) });
    host.send({ type: 'step', run: 3, count: 40 });
    host.turn();
    expect(peak(host)).toBeGreaterThan(0.5);
    host.send({ type: 'reset', run: 3 });
    expect(peak(host)).toBe(0);
  });

  it('a blow-up is taken back, and its numbers with it', () => {
    const host = opened({
      ...sections,
      initial: { kind: 'noise' },
      dynamics: { kind: 'second-order', dt: 1 },
    });
    step(host, 5000);
    expect(host.messages('blow-up')).toHaveLength(1);
    expect(peak(host)).toBeLessThan(100);
    expect(peak(host)).toBeGreaterThanOrEqual(amplitude(host));
  });

  it('a^{d/2} w: as its logarithm, beyond all numbers', () => {
    const host = opened();
    step(host, 100);
    const run = simulate(sections);
    let most = -Infinity;
    for (let n = 0; n <= 100; n++) {
      const size = Math.max(...Array.from(run.tracks[0].weights, Math.abs));
      most = Math.max(most, Math.log(size) + 0.5 * run.logScaleFactor());
      run.advance(1);
    }
    expect(host.lastFrame().peaks[PEAK.undamped]).toBeCloseTo(most, 12);
  });

  it('layers: the largest activation of every sample, whichever is shown', () => {
    const host = new FakeHost();
    const dense = {
      system: { kind: 'dense', sizes: [2, 3, 1] },
      data: { kind: 'xor' },
      dynamics: { kind: 'second-order', dt: 0.0625 },
    };
    host.send({ type: 'open', run: 1, document: documentOf(dense) });
    step(host, 20);
    const run = simulate(dense);
    const { system } = run.tracks[0];
    const { layer, count } = system.layout.neurons;
    const most = new Float64Array(3);
    const values = new Float64Array(count);
    for (let n = 0; n <= 20; n++) {
      for (let sample = 0; sample < system.sampleCount; sample++) {
        system.activations(run.tracks[0].weights, sample, values);
        values.forEach((value, i) => (most[layer[i]] = Math.max(most[layer[i]], Math.abs(value))));
      }
      run.advance(1);
    }
    expect(host.lastFrame().peaks.slice(PEAK.layers)).toEqual(most);
  });

  it('looks: after every step where that is cheap, else at a power of two of them, at most 32, and never long apart', () => {
    const run = (weightCount: number, sampleCount: number) =>
      lookSpacing({ tracks: [{ system: { weightCount, sampleCount } }] } as never);
    expect(run(64, 2)).toBe(1);
    expect(run(267, 100)).toBe(1);
    expect(run(10_000, 0)).toBe(8);
    expect(run(1e6, 0)).toBe(32);
    expect(run(1000, 1000)).toBe(32);
    // A step of a tenth of a second.
    expect(run(85_000, 256)).toBe(4);
  });
});
