export { closedSum, openedSum, plan } from './pass';
export { ring32, ring64 } from './ring';
export { torus32, torus64 } from './torus';
export { quadraticRows, reluRows, sigmoidRows, tanhRows } from './activations';
export { addOuter, addSums, doubleErrors, fillRows, multiply, product } from './matrix';
export { addPairs, pairSums } from './pairs';
export { addStencilSlopes, stencilBack, stencilShared, stencilSites } from './stencil';
