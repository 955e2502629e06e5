import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import type { Responses } from '../../src/engine/observations/responses.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { simulate } from '../helpers/run.ts';

const sections = {
  system: { kind: 'dense', sizes: [2, 4, 2] },
  data: {
    kind: 'explicit',
    X: [
      [0, 1],
      [1, 0],
      [1, 1],
    ],
    Y: [
      [1, 0],
      [0, 1],
      [1, 0],
    ],
  },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};
const points = Float64Array.from([0.3, -0.2, 0.9, 0.1, -1, 1]);

describe('observation responses', () => {
  const simulation = simulate(sections, [
    { id: 'flow', role: 'ghost', sections: { dynamics: { kind: 'gradient-flow' } } },
  ]);
  const observers = new Observers({ simulation, history: new History(), kernels: typescriptKernels });
  simulation.advance(20);
  const ask = (query: Readonly<Record<string, unknown>>): Responses => {
    observers.subscribe({ key: 1, id: 'responses', query });
    return observers.value(1) as Responses;
  };

  it('neurons are those of the track that is asked for, outputs those of every track, output by output', () => {
    for (const [track, { system, weights }] of simulation.tracks.entries()) {
      const { neurons, tracks } = ask({ points, between: points, track });
      const every = new Float64Array(system.layout.neurons.count * 3);
      system.responses?.(weights, points, every);
      expect(neurons).toEqual(Float32Array.from(every));
      const given = Float32Array.from(system.evaluate(weights, points));
      expect([...tracks[track].between]).toEqual([0, 2, 4, 1, 3, 5].map((at) => given[at]));
      const samples = new Float64Array(6);
      system.outputs(weights, samples);
      expect(tracks[track].outputs).toEqual(samples);
    }
    expect([...simulation.tracks[0].weights]).not.toEqual([...simulation.tracks[1].weights]);
  });

  it('points that are no rows of inputs, more than can be told, and a track that is none are refused by their path', () => {
    expect(() => ask({ points: Float64Array.from([1, 2, 3]) })).toThrow('observe.responses.points');
    expect(() => ask({ points: new Float64Array(200_000) })).toThrow('observe.responses.points');
    expect(() => ask({ between: new Float64Array(800_000) })).toThrow('observe.responses.between');
    expect(() => ask({ track: 2 })).toThrow('observe.responses.track');
  });

  it('a ring is no function of a few inputs: nothing of its neurons, but its outputs', () => {
    const ring = simulate({ system: { kind: 'ring-shared', N: 8 }, data: { kind: 'uniform-bonds' } });
    const seen = new Observers({ simulation: ring, history: new History(), kernels: typescriptKernels });
    seen.subscribe({ key: 1, id: 'responses' });
    const { neurons, tracks } = seen.value(1) as Responses;
    expect(neurons.length).toBe(0);
    expect(tracks[0].outputs.length).toBe(ring.tracks[0].system.sampleCount * 8);
  });
});
