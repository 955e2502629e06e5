export { closedSum, openedSum, plan } from './pass';
export { ring32, ring64 } from './ring';
export { torus32, torus64 } from './torus';
