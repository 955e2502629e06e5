import { frameBytes, frameViews, type FrameViews } from '../../src/engine/frame.ts';
import { layerCountOf, layerRuns } from '../../src/engine/layerRuns.ts';
import type { RunInfo } from '../../src/engine/protocol.ts';
import { createRandom } from '../../src/physics/math/random.ts';
import type { SystemKind } from '../../src/physics/systems.ts';
import type { TrackRole } from '../../src/scenario/types.ts';
import { randomSystem, type Settings } from '../helpers/systems.ts';

/** Systems of every shape that the pictures know. */
export const pictured: readonly (readonly [name: string, kind: SystemKind, settings: Settings])[] = [
  ['ring-perceptron', 'ring-perceptron', { N: 5 }],
  ['ring-shared', 'ring-shared', { N: 12 }],
  ['ring-two-layer', 'ring-two-layer', { N: 5 }],
  ['torus-shared', 'torus-shared', { rows: 4, columns: 6 }],
  ['linear-neuron on a ring', 'linear-neuron', { N: 8 }],
  [
    'linear-neuron on a chain',
    'linear-neuron',
    {
      N: 4,
      bonds: [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    },
  ],
  ['linear-neuron on a torus', 'linear-neuron', { N: 12, shape: [3, 4] }],
  ['dense', 'dense', { sizes: [2, 5, 3, 1] }],
  ['deep-ring', 'deep-ring', { N: 6, depth: 3, reach: 1 }],
  ['deep-ring with biases', 'deep-ring', { N: 7, depth: 4, reach: 2, biases: true }],
  ['deep-ring of one neighbour', 'deep-ring', { N: 5, depth: 3, reach: 0 }],
  ['deep-ring of one layer', 'deep-ring', { N: 5, depth: 1, reach: 1, biases: true }],
  ['scalar-field-1d', 'scalar-field-1d', { N: 16 }],
  ['two-field-1d', 'two-field-1d', { N: 8, mesh: 2 }],
  ['two-field-1d, four fields', 'two-field-1d', { N: 8, order: 'four-field' }],
];

/** Facts of a run of a system with random data, as the worker would send them. */
export function runInfoOf(kind: SystemKind, settings: Settings, roles: TrackRole[] = ['second']): RunInfo {
  const system = randomSystem(kind, settings, 2, createRandom(1, 'data'));
  const { layout, weightCount } = system;
  const dynamics = { second: 'second-order', ghost: 'gradient-flow', descent: 'gradient-descent' };
  return {
    applied: 0,
    document: { scenario: { system: { kind, ...settings } }, edits: [], tracks: [] },
    shape: {
      tracks: roles.map(() => ({ weightCount, neuronCount: layout.neurons.count })),
      siteCount: weightCount,
      bondCount: layout.bonds.length / 2,
      layerCount: layerCountOf(layerRuns(layout)),
      drawn: 0,
    },
    layout,
    data: { inputCount: 1 },
    tracks: roles.map((role) => ({
      id: role,
      role,
      dynamics: dynamics[role as keyof typeof dynamics] ?? 'reference',
      weightCount,
      curvature: 1,
      staggered: false,
      firstOrder: role === 'ghost' || role === 'descent',
      jump: role === 'descent' ? 1 : null,
      eta: null,
      substeps: 1,
      drawn: false,
      largestStableStep: null,
      costUnit: 'target^2',
      sampleCount: 1,
      testCount: 0,
      ownData: false,
    })),
    dt: 0.1,
    dimension: system.dimension,
    quadratic: system.couplings(null) !== null,
    layers: system.layers?.laws.length ?? 0,
  } as unknown as RunInfo;
}

export function frameOf(info: RunInfo, time: number, weights: ArrayLike<number>): FrameViews {
  const frame = frameViews(new ArrayBuffer(frameBytes(info.shape)), info.shape);
  frame.header[2] = time;
  for (const track of frame.tracks) track.weights.set(Array.from(weights));
  return frame;
}
