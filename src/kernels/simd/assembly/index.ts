export { closedSum, openedSum, plan } from './pass';
export { twoFieldCell, twoFieldQuadratic, twoFieldSources } from './twoField';
export { fourField } from './fourField';
export { energy32, energy64, largest32, largest64 } from './energy';
export { ringForce, torusForce } from './force';
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
export { flow32, flow64, flowPlan, flowProduct, flowSquares } from './flow';
export { ring32, ring64 } from './ring';
export { torus32, torus64 } from './torus';
export { ringPerceptron32, ringPerceptron64, ringShared32, ringShared64, torusShared } from './samples';
export { affineRows, quadraticRows, reluRows, sigmoidRows, tanhRows } from './activations';
export { accumulate, addOuter, addSums, copy, doubleErrors, fill, fillRows, gather, multiply, product } from './matrix';
export { pairNeurons, pairsBack, pairSums } from './pairs';
export { push, setStream, stir, streamPart } from './noise';
export { addStencilSlopes, stencilBack, stencilShared, stencilSites } from './stencil';
export { play } from './tape';
