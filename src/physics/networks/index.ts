import { convRing } from './conv-ring/index.ts';
import { deepRing } from './deep-ring/index.ts';
import { dense } from './dense/index.ts';
import { linearNeuron } from './linear-neuron/index.ts';
import { ringPerceptron } from './ring-perceptron/index.ts';
import { ringShared } from './ring-shared/index.ts';
import { ringTwoLayer } from './ring-two-layer/index.ts';
import { twoLayerWiring } from './ring-two-layer/wiring.ts';
import { torusShared } from './torus-shared/index.ts';
import type { WiringOf } from '../wiring.ts';

/** Every network. A new architecture is a folder and a line here and in declarations.ts. */
export const networks = {
  'ring-perceptron': ringPerceptron,
  'ring-shared': ringShared,
  'torus-shared': torusShared,
  'linear-neuron': linearNeuron,
  'ring-two-layer': ringTwoLayer,
  'deep-ring': deepRing,
  'conv-ring': convRing,
  dense,
} as const;

/** Wiring of networks that are not seen layer by layer. */
export const networkWirings = {
  'ring-two-layer': twoLayerWiring,
} as const satisfies Partial<Record<keyof typeof networks, WiringOf>>;
