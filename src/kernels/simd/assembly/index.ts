export { closedSum, openedSum, plan } from './pass';
export {
  combine32,
  combine64,
  floorSmall32,
  floorSmall64,
  kick32,
  kick64,
  sumOfSquares32,
  sumOfSquares64,
} from './kicks';
export { ring32, ring64 } from './ring';
export { torus32, torus64 } from './torus';
export { quadraticRows, reluRows, sigmoidRows, tanhRows } from './activations';
export { ringPerceptron32, ringPerceptron64, ringShared32, ringShared64, torusShared } from './samples';
export { addOuter, addSums, doubleErrors, fillRows, multiply, product } from './matrix';
export { addPairs, pairSums } from './pairs';
export { addStencilSlopes, stencilBack, stencilShared, stencilSites } from './stencil';
