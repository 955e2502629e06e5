import { deepRingDeclaration } from './deep-ring/declaration.ts';
import { denseDeclaration } from './dense/declaration.ts';
import { linearNeuronDeclaration } from './linear-neuron/declaration.ts';
import { ringPerceptronDeclaration } from './ring-perceptron/declaration.ts';
import { ringSharedDeclaration } from './ring-shared/declaration.ts';
import { ringTwoLayerDeclaration } from './ring-two-layer/declaration.ts';
import { torusSharedDeclaration } from './torus-shared/declaration.ts';

/** What is known of every network without making it. */
export const networkDeclarations = {
  'ring-perceptron': ringPerceptronDeclaration,
  'ring-shared': ringSharedDeclaration,
  'torus-shared': torusSharedDeclaration,
  'linear-neuron': linearNeuronDeclaration,
  'ring-two-layer': ringTwoLayerDeclaration,
  'deep-ring': deepRingDeclaration,
  dense: denseDeclaration,
} as const;
