import { scalarField1dDeclaration } from './fields/scalarField1d/declaration.ts';
import { scalarField2dDeclaration } from './fields/scalarField2d/declaration.ts';
import { twoField1dDeclaration } from './fields/twoField1d/declaration.ts';
import { convRingDeclaration } from './networks/conv-ring/declaration.ts';
import { deepRingDeclaration } from './networks/deep-ring/declaration.ts';
import { denseDeclaration } from './networks/dense/declaration.ts';
import { linearNeuronDeclaration } from './networks/linear-neuron/declaration.ts';
import { ringPerceptronDeclaration } from './networks/ring-perceptron/declaration.ts';
import { ringSharedDeclaration } from './networks/ring-shared/declaration.ts';
import { ringTwoLayerDeclaration } from './networks/ring-two-layer/declaration.ts';
import { torusSharedDeclaration } from './networks/torus-shared/declaration.ts';
import type { SystemDeclaration } from './types.ts';

/** Every system without its equations, by its kind: what the format and the page need, and no kernel. See systems.ts. */
export const systemDeclarations = {
  'ring-perceptron': ringPerceptronDeclaration,
  'ring-shared': ringSharedDeclaration,
  'torus-shared': torusSharedDeclaration,
  'linear-neuron': linearNeuronDeclaration,
  'ring-two-layer': ringTwoLayerDeclaration,
  'deep-ring': deepRingDeclaration,
  'conv-ring': convRingDeclaration,
  dense: denseDeclaration,
  'scalar-field-1d': scalarField1dDeclaration,
  'scalar-field-2d': scalarField2dDeclaration,
  'two-field-1d': twoField1dDeclaration,
} as const satisfies Readonly<Record<string, SystemDeclaration>>;
