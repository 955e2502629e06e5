/** Largest |x| that is finite. */
export { largest as amplitude } from '../../kernels/typescript/vectors.ts';
